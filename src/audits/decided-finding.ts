import type { Decision } from "../claims/decision.ts";
import type { AuditFinding } from "./audit-finding.ts";

/** What people made of a finding: nothing yet, that it holds, or that it does not. */
export const FINDING_STATUSES = ["open", "confirmed", "dismissed"] as const;
export type FindingStatus = (typeof FINDING_STATUSES)[number];

/** What was decided about a finding. */
export interface FindingDecision {
  readonly status: FindingStatus;
  /** The last decision; absent while nobody has decided. */
  readonly decision?: Decision;
}

/** A finding with what a person decided about it. */
export interface DecidedFinding extends FindingDecision {
  readonly finding: AuditFinding;
}

/**
 * Each finding with the last decision about it. A decision holds as long as the finding's rule and claims are the same.
 * @example
 * decidedFindings([], []) // => []
 */
export function decidedFindings(
  findings: readonly AuditFinding[],
  decisions: readonly Decision[],
): readonly DecidedFinding[] {
  return findings.map((finding) => ({ finding, ...decisionOn(finding.id, decisions) }));
}

/**
 * What was last decided about the finding with an id.
 * @example
 * decisionOn("f000000000000", []) // => {"status":"open"}
 */
export function decisionOn(id: string, decisions: readonly Decision[]): FindingDecision {
  const decision = decisions.filter(({ subject }) => subject === id).reduce<Decision | undefined>(later, undefined);
  if (decision === undefined) return { status: "open" };
  return { status: decision.decision === "dismissed" ? "dismissed" : "confirmed", decision };
}

function later(last: Decision | undefined, next: Decision): Decision {
  return last === undefined || next.at >= last.at ? next : last;
}
