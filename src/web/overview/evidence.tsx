import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { Overview } from "../../cases/views.ts";
import { useCase } from "../case.tsx";
import { useMessages } from "../messages/language.tsx";

/** What all of it rests on: sources, claims, independent origins. */
export function Evidence({ overview }: { readonly overview: Overview }): ReactNode {
  const m = useMessages();
  const { id } = useCase();
  const sources = (
    <Link to="/$case/sources" params={{ case: id }} search={{}} className="link">
      {m.overview.sources(overview.sources)}
    </Link>
  );
  const claims = (
    <Link to="/$case/claims" params={{ case: id }} search={{}} className="link">
      {m.overview.claims(overview.claims)}
    </Link>
  );
  return (
    <section className="section">
      <h2>
        {overview.origins === 0
          ? m.overview.evidenceTitleBefore(overview.claims)
          : m.overview.evidenceTitle(overview.claims, overview.origins)}
      </h2>
      <p className="prose">
        {overview.origins === 0
          ? m.overview.evidenceBefore(sources, claims)
          : m.overview.evidence(sources, claims, overview.usedClaims)}
      </p>
    </section>
  );
}
