import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { TracedClaim } from "../../estimates/trace.ts";
import { useCase } from "../case.tsx";
import { useMessages } from "../messages/language.tsx";
import { ClaimDot } from "../parts/claim-dot.tsx";
import { ClaimLink, speakerWords, VerdictWords } from "../parts/claim-words.tsx";
import { periodWords } from "../periods.ts";
import { percentWords } from "../verdict.ts";

/** Claims with the weight that each carries, leading to their passages. */
export function TracedClaims({ claims }: { readonly claims: readonly TracedClaim[] }): ReactNode {
  return (
    <ul className="traced" data-trace="claims">
      {claims.map((traced) => (
        <Traced key={traced.claim.id} traced={traced} />
      ))}
    </ul>
  );
}

function Traced({ traced }: { readonly traced: TracedClaim }): ReactNode {
  const m = useMessages();
  const { id } = useCase();
  const { claim, result, source } = traced;
  return (
    <li>
      <ClaimDot result={result} />
      <div>
        <p className="traced-head">
          <ClaimLink claim={claim} /> <span className="soft">{periodWords(claim.period, m)}</span>
        </p>
        <p className="traced-words">{claim.paraphrase}</p>
        <p className="traced-source">
          {m.quantity([speakerWords(claim.statedBy, m), source.title, claim.locator].filter((part) => part !== ""))}
        </p>
        <p className="traced-fit">
          <VerdictWords result={result} />
          {result.unused === undefined ? (
            <>
              <span className="soft"> · {m.claim.counts(percentWords(result.weight))} · </span>
              <Link to="/$case/conflicts" params={{ case: id }} search={{ off: [claim.id] }} className="link">
                {m.whatIf.ask}
              </Link>
            </>
          ) : null}
        </p>
      </div>
    </li>
  );
}
