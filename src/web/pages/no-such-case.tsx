import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type ReactNode, useEffect } from "react";
import { useMessages } from "../messages/language.tsx";
import { queries } from "../queries.ts";

/** For an address that names no case: says so, and leads to those there are. */
export function NoSuchCasePage({ id }: { readonly id: string }): ReactNode {
  const m = useMessages();
  const cases = useQuery(queries.cases()).data?.cases ?? [];
  const title = m.state.noSuchCaseTitle(id);
  useEffect(() => {
    document.title = `${title} · ${m.shell.product}`;
  }, [title, m]);
  return (
    <main className="lone">
      <h1>{title}</h1>
      <p>{cases.length === 0 ? m.state.noCase : m.state.noSuchCase}</p>
      <ul>
        {cases.map((item) => (
          <li key={item.id}>
            <Link to="/$case" params={{ case: item.id }} search={{}} className="link">
              {item.title}
            </Link>
          </li>
        ))}
      </ul>
    </main>
  );
}
