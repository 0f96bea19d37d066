import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { type ReactNode, useMemo } from "react";
import type { ConflictView } from "../../cases/conflicts.ts";
import type { ClaimView, Overview } from "../../cases/views.ts";
import type { OriginInfluence } from "../../estimates/appraisal.ts";
import type { Conflicts } from "../api.ts";
import { useCase } from "../case.tsx";
import { AccountCheck } from "../conflicts/account-check.tsx";
import { ConflictFilters } from "../conflicts/conflict-filters.tsx";
import { ConflictList } from "../conflicts/conflict-list.tsx";
import { InfluenceTable } from "../conflicts/influence-table.tsx";
import { byOrigin, originWords } from "../conflicts/origins.ts";
import { Readings } from "../conflicts/readings.tsx";
import { useSwitches } from "../conflicts/switches.ts";
import { WhatIfPanel } from "../conflicts/what-if-panel.tsx";
import type { Messages } from "../messages/en.ts";
import { useMessages } from "../messages/language.tsx";
import { claimFigure } from "../numbers.ts";
import { useCaseTitle } from "../parts/case-title.ts";
import { useClaimTopic } from "../parts/claim-words.tsx";
import { Drawn } from "../parts/drawn.tsx";
import { Page } from "../parts/page.tsx";
import { Empty, Loaded } from "../parts/states.tsx";
import { queries } from "../queries.ts";

/** Claims that conflict with the account, each with its other side, and the headline figures without them. */
export function ConflictsPage(): ReactNode {
  const m = useMessages();
  const { id } = useCase();
  const { year } = useSearch({ from: "/$case/conflicts" });
  const windowTitle = m.shell.title(m.shell.conflicts, useCaseTitle());
  const found = useQuery(queries.conflicts(id));
  const overview = useQuery(queries.overview(id, year));
  const claims = useQuery(queries.claims(id, {}));
  if (found.isError) {
    return (
      <Page windowTitle={windowTitle} title={m.shell.conflicts}>
        <Drawn query={found}>{() => null}</Drawn>
      </Page>
    );
  }
  return (
    <Loaded query={found}>
      {(data) => (
        <Loaded query={overview}>
          {(shown) => (
            <Loaded query={claims}>
              {(all) => <Found found={data} overview={shown} claims={all.claims} windowTitle={windowTitle} />}
            </Loaded>
          )}
        </Loaded>
      )}
    </Loaded>
  );
}

const NO_INFLUENCE: readonly OriginInfluence[] = [];
const isWrong = ({ view }: ConflictView) => (view.result?.conflict ?? 0) >= 0.5;

interface FoundProps {
  readonly found: Conflicts;
  readonly overview: Overview;
  readonly claims: readonly ClaimView[];
  readonly windowTitle: string;
}

function titleOf(shown: readonly ConflictView[], all: readonly ConflictView[], m: Messages): string {
  if (all.length === 0) return m.conflicts.clean;
  return shown.length === all.length
    ? m.conflicts.title(all.length, all.filter(isWrong).length)
    : m.conflicts.titleSome(shown.length, all.length);
}

/** What claims and origins are called in the list of what is left out. */
function useNames(claims: readonly ClaimView[]) {
  const m = useMessages();
  const topic = useClaimTopic();
  const byId = useMemo(() => new Map(claims.map((view) => [view.claim.id, view])), [claims]);
  return {
    claim: (id: string) => {
      const view = byId.get(id);
      return view === undefined ? id : m.quantity([claimFigure(view.claim, m), topic(view.claim)]);
    },
    origin: (origin: string) => originWords(origin, byId, m),
    source: (id: string) => byId.get(id)?.sourceTitle ?? id,
  };
}

function Found({ found, overview, claims, windowTitle }: FoundProps): ReactNode {
  const m = useMessages();
  const { id } = useCase();
  const { measure, place } = useSearch({ from: "/$case/conflicts" });
  const switches = useSwitches();
  const names = useNames(claims);
  const figure = overview.headlines[0]?.estimate.quantity;
  const { data } = useQuery({ ...queries.influence(id, figure ?? ""), enabled: figure !== undefined });
  const { conflicts } = found;
  const shown = conflicts.filter(
    ({ view }) =>
      (measure ?? view.claim.measure) === view.claim.measure && (place ?? view.claim.place) === view.claim.place,
  );
  return (
    <Page
      windowTitle={windowTitle}
      title={titleOf(shown, conflicts, m)}
      subtitle={conflicts.length === 0 ? m.conflicts.cleanNext : m.conflicts.subtitle}
      wide
    >
      <div className="with-what-if">
        <WhatIfPanel overview={overview} switches={switches} nameOf={names} />
        <div>
          {conflicts.length === 0 ? null : <ConflictFilters conflicts={conflicts} />}
          {shown.length === 0 && conflicts.length > 0 ? <NoneShown /> : null}
          <ConflictList
            groups={byOrigin(shown, data?.influence ?? NO_INFLUENCE)}
            originName={names.origin}
            switches={switches}
          />
          <InfluenceTable overview={overview} switches={switches} originName={names.origin} />
          <Readings readings={found.readings} joint={found.joint} sourceOf={names.source} />
          <AccountCheck check={found.check} />
        </div>
      </div>
    </Page>
  );
}

function NoneShown(): ReactNode {
  const m = useMessages();
  const navigate = useNavigate({ from: "/$case/conflicts" });
  const clear = () =>
    void navigate({
      to: ".",
      search: (held) => ({ ...held, measure: undefined, place: undefined }),
      replace: true,
      resetScroll: false,
    });
  return (
    <Empty title={m.conflicts.none}>
      <button type="button" className="button" onClick={clear}>
        {m.conflicts.clear}
      </button>
    </Empty>
  );
}
