import { useQuery } from "@tanstack/react-query";
import { Navigate } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import type { CaseSummary } from "../../cases/views.ts";
import { useMessages } from "../messages/language.tsx";
import { Command, Loaded } from "../parts/states.tsx";
import { queries } from "../queries.ts";
import { NewCaseDialog } from "../shell/new-case-dialog.tsx";

/** Leads to the first case that is not invented, or to any. */
export function FirstPage(): ReactNode {
  const query = useQuery(queries.cases());
  return <Loaded query={query}>{({ cases }) => <Lead cases={cases} />}</Loaded>;
}

function Lead({ cases }: { readonly cases: readonly CaseSummary[] }): ReactNode {
  const to = cases.find((item) => !item.invented) ?? cases[0];
  if (to === undefined) return <NoCase />;
  return <Navigate to="/$case" params={{ case: to.id }} search={{}} replace />;
}

function NoCase(): ReactNode {
  const m = useMessages();
  const [asked, setAsked] = useState(false);
  return (
    <main className="lone">
      <h1>{m.state.noCaseTitle}</h1>
      <p>{m.state.noCase}</p>
      <Command>tributary import cases/dprk</Command>
      <button type="button" className="button button-main" onClick={() => setAsked(true)}>
        {m.shell.newCase}
      </button>
      {asked ? <NewCaseDialog onDone={() => setAsked(false)} /> : null}
    </main>
  );
}
