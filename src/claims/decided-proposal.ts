import { boundsOf } from "../values/range.ts";
import type { Claim } from "./claim.ts";
import type { Decision } from "./decision.ts";
import type { ClaimProposal } from "./proposal.ts";

/** Where a proposal stands: it waits, its number is a claim of the case already, or a person has decided. */
export const PROPOSAL_STATUSES = ["open", "claimed", "accepted", "corrected", "rejected"] as const;
export type ProposalStatus = (typeof PROPOSAL_STATUSES)[number];

/** A proposal with where it stands. */
export interface DecidedProposal {
  readonly proposal: ClaimProposal;
  readonly status: ProposalStatus;
  /** The decision that stands; absent while it waits. */
  readonly decision?: Decision;
  /** Id of the claim that it became, or that has its number. */
  readonly claim?: string;
}

/** Whether one of two decisions was made later; of two at one time, the one that stands later in the list. */
function isLater(next: Decision, last: Decision | undefined): boolean {
  return last === undefined || next.at >= last.at;
}

/**
 * The decision that stands for each proposal, by the proposal's id: the last one, unless it took the one before it back.
 * @example
 * [...standingDecisions([{ kind: "decision", at: "2026-11-21", by: "a", decision: "rejected", subject: "p000000000001" }]).keys()] // => ["p000000000001"]
 */
export function standingDecisions(decisions: readonly Decision[]): ReadonlyMap<string, Decision> {
  const last = new Map<string, Decision>();
  for (const decision of decisions) {
    const { subject } = decision;
    if (subject.startsWith("p") && isLater(decision, last.get(subject))) last.set(subject, decision);
  }
  return new Map([...last].filter(([, { decision }]) => decision !== "withdrawn"));
}

/**
 * The last act of a person that stands, all that was decided in one go: what undoing takes back. Empty when there is none.
 * @example
 * lastAct([{ kind: "decision", at: "2026-11-21", by: "a", decision: "rejected", subject: "p000000000001" }], "b") // => []
 */
export function lastAct(decisions: readonly Decision[], by: string): readonly Decision[] {
  const own = [...standingDecisions(decisions).values()].filter((decision) => decision.by === by);
  const at = own.reduce((last, decision) => (decision.at > last ? decision.at : last), "");
  return own.filter((decision) => decision.at === at);
}

/** The claims of each source that have a place in its text. */
function placed(claims: readonly Claim[]): ReadonlyMap<string, readonly Claim[]> {
  const bySource = new Map<string, Claim[]>();
  for (const claim of claims) {
    if (claim.span === undefined) continue;
    const list = bySource.get(claim.source);
    if (list === undefined) bySource.set(claim.source, [claim]);
    else list.push(claim);
  }
  return bySource;
}

/** Whether a claim's passage holds the number of a proposal, with the same bounds. */
function hasNumber({ span, range }: Claim, { number, range: proposed }: ClaimProposal): boolean {
  if (span === undefined || number.start >= span.end || number.end <= span.start) return false;
  const [ours, theirs] = [boundsOf(range), boundsOf(proposed)];
  return ours.low === theirs.low && ours.high === theirs.high;
}

/**
 * Each proposal with where it stands. One whose number a claim of the case has at the same place does not wait: it would count twice.
 * @example
 * decidedProposals([], { decisions: [], claims: [] }) // => []
 */
export function decidedProposals(
  proposals: readonly ClaimProposal[],
  { decisions, claims }: { readonly decisions: readonly Decision[]; readonly claims: readonly Claim[] },
): readonly DecidedProposal[] {
  const standing = standingDecisions(decisions);
  const bySource = placed(claims);
  return proposals.map((proposal): DecidedProposal => {
    const decision = standing.get(proposal.id);
    if (decision === undefined) {
      const claim = bySource.get(proposal.source)?.find((one) => hasNumber(one, proposal));
      return claim === undefined ? { proposal, status: "open" } : { proposal, status: "claimed", claim: claim.id };
    }
    const status =
      decision.decision === "rejected" || decision.decision === "corrected" ? decision.decision : "accepted";
    return { proposal, status, decision, ...(decision.claim === undefined ? {} : { claim: decision.claim }) };
  });
}

/**
 * Who accepted or corrected a claim last, by its id: by the claim itself, or by the proposal that it was.
 * @example
 * [...acceptances([{ kind: "decision", at: "2026-11-21", by: "a", decision: "accepted", subject: "c000000000001" }]).keys()] // => ["c000000000001"]
 */
export function acceptances(decisions: readonly Decision[]): ReadonlyMap<string, Decision> {
  const standing = standingDecisions(decisions);
  const accepted = new Map<string, Decision>();
  for (const decision of decisions) {
    if (decision.decision !== "accepted" && decision.decision !== "corrected") continue;
    if (decision.subject.startsWith("p") && standing.get(decision.subject) !== decision) continue;
    const id = decision.claim ?? decision.subject;
    if (isLater(decision, accepted.get(id))) accepted.set(id, decision);
  }
  return accepted;
}
