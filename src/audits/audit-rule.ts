import type { Account } from "../accounts/account.ts";
import type { Claim } from "../claims/claim.ts";
import type { Source } from "../sources/source.ts";
import type { AuditDraft } from "./audit-finding.ts";

/** Where a case places a witness, no finer than the case publishes it. */
export interface WitnessLabel {
  readonly id: string;
  readonly letter: string;
  readonly place?: string;
}

/** What audits read of a case. */
export interface AuditInput {
  readonly claims: readonly Claim[];
  readonly sources: readonly Source[];
  readonly account: Account;
  readonly witnesses: readonly WitnessLabel[];
}

/** One check of what is printed: what it looks at, what it allows for and where it comes from. */
export interface AuditRule {
  readonly id: string;
  readonly name: string;
  /** What it checks, in a sentence. */
  readonly checks: string;
  /** What it allows for, in words. */
  readonly tolerance: string;
  /** Who does it so, or why it holds. */
  readonly citation: string;
  run(input: AuditInput): readonly AuditDraft[];
}
