import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { type ReactNode, useCallback, useMemo } from "react";
import type { ClaimView } from "../../cases/views.ts";
import { useCase } from "../case.tsx";
import { claimColumns } from "../claims/claim-columns.tsx";
import { ClaimFilters } from "../claims/claim-filters.tsx";
import { Forest } from "../claims/forest.tsx";
import { useMessages } from "../messages/language.tsx";
import { useCaseTitle } from "../parts/case-title.ts";
import { DataTable } from "../parts/data-table.tsx";
import { Page } from "../parts/page.tsx";
import { Command, Empty, Loaded } from "../parts/states.tsx";
import { WaitingProposals } from "../parts/waiting-proposals.tsx";
import { queries } from "../queries.ts";
import type { ClaimsSearch } from "../search-params.ts";
import { useTraceDoor } from "../trace/door.ts";

/** Every claim of the case, filtered; for one measure, a forest plot against its estimate. */
export function ClaimsPage(): ReactNode {
  const { id } = useCase();
  const { measure, place, occupation, year, speaker, q, conflict } = useSearch({ from: "/$case/claims" });
  const query = useQuery(queries.claims(id, { measure, place, occupation, year, speaker, q, conflict }));
  return <Loaded query={query}>{({ claims, total }) => <List claims={claims} total={total} />}</Loaded>;
}

const claimKey = (view: ClaimView) => view.claim.id;
const isWrong = (view: ClaimView) => view.result?.unused === undefined && (view.result?.conflict ?? 0) >= 0.5;
const claimClass = (view: ClaimView) => (isWrong(view) ? "row-wrong" : "");

function List({ claims, total }: { readonly claims: readonly ClaimView[]; readonly total: number }): ReactNode {
  const m = useMessages();
  const here = useCase();
  const caseTitle = useCaseTitle();
  const door = useTraceDoor();
  const navigate = useNavigate({ from: "/$case/claims" });
  const search = useSearch({ from: "/$case/claims" });
  const set = useCallback(
    (change: ClaimsSearch) =>
      void navigate({ to: ".", search: (held) => ({ ...held, ...change }), replace: true, resetScroll: false }),
    [navigate],
  );
  const columns = useMemo(() => claimColumns(m, here, door.open), [m, here, door.open]);
  const clear = () => set(NO_FILTER);
  const title =
    search.conflict === 1
      ? m.claims.titleConflict(claims.length)
      : search.measure !== undefined
        ? m.claims.titleOf(here.measure(search.measure), claims.length)
        : m.claims.title(claims.length, total);
  if (total === 0 && claims.length === 0 && isUnfiltered(search)) {
    return (
      <Page windowTitle={m.shell.title(m.shell.claims, caseTitle)} title={m.claims.empty}>
        <WaitingProposals />
        <Command>{`tributary import path/to/${here.id}`}</Command>
      </Page>
    );
  }
  return (
    <Page windowTitle={m.shell.title(m.shell.claims, caseTitle)} title={title} subtitle={m.claims.subtitle} wide>
      <WaitingProposals />
      <ClaimFilters search={search} onChange={set} />
      {claims.length === 0 ? (
        <Empty title={m.claims.none}>
          <button type="button" className="button" onClick={clear}>
            {m.claims.clear}
          </button>
        </Empty>
      ) : (
        <>
          {search.measure === undefined ? null : <Forest claims={claims} measure={search.measure} />}
          <DataTable
            name={m.shell.claims}
            columns={columns}
            rows={claims}
            rowKey={claimKey}
            rowClass={claimClass}
            sort={search.sort}
            onSort={(sort) => set({ sort })}
          />
        </>
      )}
    </Page>
  );
}

const NO_FILTER: ClaimsSearch = {
  measure: undefined,
  place: undefined,
  occupation: undefined,
  year: undefined,
  speaker: undefined,
  q: undefined,
  conflict: undefined,
};

function isUnfiltered({ measure, place, occupation, year, speaker, q, conflict }: ClaimsSearch): boolean {
  return [measure, place, occupation, year, speaker, q, conflict].every((value) => value === undefined);
}
