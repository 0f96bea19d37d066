import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useCase } from "../case.tsx";
import { useMessages } from "../messages/language.tsx";
import { MoreMenu } from "./more-menu.tsx";

/** The pages of the case: a column beside the page, a bar below it on a phone. */
export function Pages({ onKeys }: { readonly onKeys: () => void }): ReactNode {
  const m = useMessages();
  const { id } = useCase();
  const params = { case: id };
  return (
    <nav className="pages" aria-label={m.shell.pages}>
      <Link to="/$case" params={params} search={{}} activeOptions={{ exact: true, includeSearch: false }}>
        {m.shell.overview}
      </Link>
      <Link to="/$case/sources" params={params} search={{}} activeOptions={{ includeSearch: false }}>
        {m.shell.sources}
      </Link>
      <Link
        to="/$case/proposals"
        params={params}
        search={{}}
        activeOptions={{ includeSearch: false }}
        className="pages-under"
      >
        {m.proposals.name}
      </Link>
      <Link to="/$case/claims" params={params} search={{}} activeOptions={{ includeSearch: false }}>
        {m.shell.claims}
      </Link>
      <Link to="/$case/audit" params={params} search={{}} activeOptions={{ includeSearch: false }}>
        {m.shell.audit}
      </Link>
      <Link to="/$case/estimates" params={params} search={{}} activeOptions={{ includeSearch: false }}>
        {m.shell.estimates}
      </Link>
      <Link
        to="/$case/conflicts"
        params={params}
        search={{}}
        activeOptions={{ includeSearch: false }}
        className="pages-under"
      >
        {m.shell.conflicts}
      </Link>
      <Link
        to="/$case/next-facts"
        params={params}
        search={{}}
        activeOptions={{ includeSearch: false }}
        className="pages-under"
      >
        {m.shell.nextFacts}
      </Link>
      <MoreMenu onKeys={onKeys} />
    </nav>
  );
}
