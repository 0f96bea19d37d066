import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useMessages } from "../messages/language.tsx";

/** For an address that leads nowhere. */
export function NotFoundPage(): ReactNode {
  const m = useMessages();
  return (
    <main className="lone">
      <h1>{m.state.notFoundTitle}</h1>
      <p>{m.state.notFound}</p>
      <p>
        <Link to="/" className="link">
          {m.state.toOverview}
        </Link>
      </p>
    </main>
  );
}
