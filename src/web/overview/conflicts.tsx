import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { ClaimView, Overview } from "../../cases/views.ts";
import { useCase } from "../case.tsx";
import { useMessages } from "../messages/language.tsx";
import { ClaimDot } from "../parts/claim-dot.tsx";
import { ClaimLink, speakerWords, useClaimTopic, VerdictWords } from "../parts/claim-words.tsx";
import { percentWords } from "../verdict.ts";

/** The claims that conflict most, loudest first, with why in words. */
export function Conflicts({ overview }: { readonly overview: Overview }): ReactNode {
  const m = useMessages();
  const { id } = useCase();
  const { conflicts } = overview;
  return (
    <section className="section">
      <h2>{conflicts.length === 0 ? m.overview.conflictsNone : m.overview.conflictsTitle(conflicts.length)}</h2>
      {conflicts.length === 0 ? null : <p className="section-subtitle">{m.overview.conflictsSubtitle}</p>}
      <ol className="conflicts" data-list="conflicts">
        {conflicts.map((view) => (
          <Conflict key={view.claim.id} view={view} />
        ))}
      </ol>
      {conflicts.length === 0 ? null : (
        <p>
          <Link to="/$case/conflicts" params={{ case: id }} search={{}} className="link">
            {m.overview.allConflicts}
          </Link>
        </p>
      )}
    </section>
  );
}

function Conflict({ view }: { readonly view: ClaimView }): ReactNode {
  const m = useMessages();
  const topic = useClaimTopic();
  const { claim, result, sourceTitle } = view;
  return (
    <li data-item="">
      <ClaimDot result={result} />
      <div className="conflict-claim">
        <p className="conflict-figure">
          <ClaimLink claim={claim} />
        </p>
        <p className="soft">{topic(claim)}</p>
      </div>
      <div className="conflict-why">
        <p>
          <VerdictWords result={result} />
          {result === undefined ? null : (
            <span className="conflict-probability"> {m.conflict.probability(percentWords(result.conflict))}</span>
          )}
        </p>
        <p className="soft">{m.quantity([speakerWords(claim.statedBy, m), sourceTitle, claim.locator])}</p>
      </div>
    </li>
  );
}
