import { useQuery, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import type { Overview } from "../../cases/views.ts";
import type { WhatIf } from "../../estimates/what-if.ts";
import { useCase } from "../case.tsx";
import type { Messages } from "../messages/en.ts";
import { useMessages } from "../messages/language.tsx";
import { queries } from "../queries.ts";
import { MovedFigures, MovedStrip } from "./moved-figures.tsx";
import { OffList } from "./off-list.tsx";
import { PriorSwitches } from "./prior-switches.tsx";
import type { Switches } from "./switches.ts";
import { YearOfFigures } from "./year-of-figures.tsx";

interface WhatIfPanelProps {
  readonly overview: Overview;
  readonly switches: Switches;
  readonly nameOf: { readonly claim: (id: string) => string; readonly origin: (origin: string) => string };
}

/** The headline figures with what is switched off: at once, roughly where need be, and run again where that is asked for. */
export function WhatIfPanel({ overview, switches, nameOf }: WhatIfPanelProps): ReactNode {
  const m = useMessages();
  const { id } = useCase();
  const { without, count } = switches;
  const [asked, setAsked] = useState<string>();
  const isAsked = count > 0 && asked === JSON.stringify(without);
  const rough = useQuery({ ...queries.whatIf(id, without), enabled: count > 0 });
  const drawn = useQuery({ ...queries.redrawn(id, without), enabled: isAsked });
  const found = count === 0 ? undefined : (drawn.data ?? rough.data);
  const error = rough.error ?? drawn.error;
  return (
    <aside className="what-if" aria-label={m.whatIf.title}>
      <h2>{count === 0 ? m.whatIf.title : m.whatIf.without(count)}</h2>
      {count === 0 ? <p className="soft">{m.whatIf.intro}</p> : <OffList switches={switches} nameOf={nameOf} />}
      <YearOfFigures overview={overview} />
      <MovedFigures figures={overview.headlines} moved={found?.figures} rough={found?.rerun === true} />
      <div className="what-if-trust" aria-live="polite">
        {error === null ? (
          <Trust found={found} isWorking={count > 0 && (rough.isFetching || found === undefined)} />
        ) : (
          <p className="form-error">{error.message}</p>
        )}
      </div>
      {count === 0 || found === undefined || found.method === "drawn" ? null : (
        <Again
          isRunning={isAsked && drawn.isFetching}
          onStart={() => {
            if (drawn.isError) void drawn.refetch();
            setAsked(JSON.stringify(without));
          }}
          onStop={() => setAsked(undefined)}
        />
      )}
      <PriorSwitches switches={switches} />
      {found === undefined ? null : (
        <MovedStrip figures={overview.headlines} moved={found.figures} rough={found.rerun} />
      )}
    </aside>
  );
}

function trustWords({ method, k, ess, rerun }: WhatIf, m: Messages): string {
  if (method === "drawn") return m.whatIf.drawn;
  if (rerun) return m.whatIf.rough;
  return k > FAIR ? m.whatIf.fair(ess) : m.whatIf.reweighted(ess);
}

/** Over this Pareto k reweighted draws still tell something, though slowly (Vehtari and others 2024). */
const FAIR = 0.5;

function Trust({ found, isWorking }: { readonly found: WhatIf | undefined; readonly isWorking: boolean }): ReactNode {
  const m = useMessages();
  if (isWorking) return <p className="soft waiting-words">{m.whatIf.working}</p>;
  if (found === undefined) return null;
  return <p className={found.rerun ? "what-if-rough" : "soft"}>{trustWords(found, m)}</p>;
}

interface AgainProps {
  readonly isRunning: boolean;
  readonly onStart: () => void;
  readonly onStop: () => void;
}

function Again({ isRunning, onStart, onStop }: AgainProps): ReactNode {
  const m = useMessages();
  const client = useQueryClient();
  const { id } = useCase();
  if (!isRunning) {
    return (
      <button type="button" className="button" onClick={onStart}>
        {m.whatIf.again}
      </button>
    );
  }
  return (
    <p className="what-if-running" role="status">
      {m.whatIf.running}{" "}
      <button
        type="button"
        className="link"
        onClick={() => {
          onStop();
          void client.cancelQueries({ queryKey: ["case", id, "what if", "drawn"] });
        }}
      >
        {m.whatIf.stop}
      </button>
    </p>
  );
}
