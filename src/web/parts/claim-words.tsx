import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { Claim } from "../../claims/claim.ts";
import type { ClaimResult } from "../../estimates/estimate.ts";
import { useCase } from "../case.tsx";
import type { Messages } from "../messages/en.ts";
import { useMessages } from "../messages/language.tsx";
import { claimFigure } from "../numbers.ts";
import { periodWords } from "../periods.ts";
import type { TraceSearch } from "../search-params.ts";
import { percentWords, verdictOf } from "../verdict.ts";

/** Who says a number; a witness by letter alone. */
export function speakerWords(statedBy: string, m: Messages): string {
  const letter = /^witness:.*-([a-z0-9]+)$/.exec(statedBy)?.[1];
  return letter === undefined ? statedBy : m.claim.witness(letter.toUpperCase());
}

/** What a claim is about: measure, place, occupation, period. */
export function useClaimTopic(): (claim: Claim) => string {
  const { measure, place } = useCase();
  const m = useMessages();
  return ({ measure: id, place: where, occupation, period }) =>
    m.quantity([measure(id), place(where), ...(occupation === undefined ? [] : [occupation]), periodWords(period, m)]);
}

/** A claim's number as printed, leading to its passage. */
export function ClaimLink(props: { readonly claim: Claim; readonly children?: ReactNode }): ReactNode {
  const { id } = useCase();
  const m = useMessages();
  const { claim } = props;
  return (
    <Link
      to="/$case/sources/$source"
      params={{ case: id, source: claim.source }}
      search={(held: TraceSearch) => ({ trace: held.trace, path: held.path, claim: claim.id })}
      className="claim-link"
    >
      {props.children ?? claimFigure(claim, m)}
    </Link>
  );
}

/** What reconciling says of a claim, with the probability for those who point at it. */
export function VerdictWords(props: { readonly result?: ClaimResult | undefined }): ReactNode {
  const m = useMessages();
  const { result } = props;
  const verdict = verdictOf(result, m);
  const used = result !== undefined && result.unused === undefined;
  const hint = used
    ? m.conflict.detail(percentWords(result.conflict), Math.abs(result.distance).toFixed(1))
    : undefined;
  return (
    <span className={`verdict verdict-${verdict.standing}`} {...(hint === undefined ? {} : { "data-hint": hint })}>
      {verdict.words}
    </span>
  );
}
