import { sha256Hex } from "../values/digest.ts";

/** How much hangs on a finding: it is out by more than rounding, or by a quarter and more. */
export const AUDIT_GRADES = ["inconsistent", "decision-changing"] as const;
export type AuditGrade = (typeof AUDIT_GRADES)[number];

/** How sure it is that something is wrong: it follows from the numbers; hardly otherwise; worth a look. */
export const SURENESSES = ["certain", "likely", "possible"] as const;
export type Sureness = (typeof SURENESSES)[number];

/** The likeliest explanations, by name, so that every language words them. */
export const AUDIT_CAUSES = [
  "chain broken",
  "chain read two ways",
  "month and year differ",
  "parts exceed total",
  "parts fall short",
  "part exceeds whole",
  "ten times",
  "a hundred times",
  "thousand lost",
  "million lost",
  "month as year",
  "more than is paid",
  "less than is paid",
  "rate differs",
  "one end converted",
  "shares exceed one",
  "shares fall short",
  "no such share",
  "two counts",
  "same figure",
  "no speaker",
  "share of sum",
  "no such mean",
  "two countries",
] as const;
export type AuditCause = (typeof AUDIT_CAUSES)[number];

/** The ways in which printed numbers can be combined. */
export const READING_NAMES = [
  "of the gross",
  "of what is left",
  "one after another",
  "as printed",
  "sum of the parts",
  "per worker and month",
  "converted",
] as const;
export type ReadingName = (typeof READING_NAMES)[number];

/** A number with its unit, as a claim prints it or as it was computed; an open end is absent. */
export interface AuditAmount {
  readonly low?: number;
  readonly high?: number;
  /** `USD per person month`, `persons`, `percent`; empty for a bare number. */
  readonly unit: string;
}

/** One way of reading the numbers, step by step, and where it leads. */
export interface AuditReading {
  readonly name: ReadingName;
  /** Sums in figures and signs: `5,000 × (1 − 48 %) = 2,600`. */
  readonly steps: readonly string[];
  readonly computed: AuditAmount;
  /** Whether it leads to every number that is printed, rounding allowed for. */
  readonly agrees: boolean;
}

/** What a rule finds, before it has an id. */
export interface AuditDraft {
  readonly grade: AuditGrade;
  readonly sureness: Sureness;
  readonly cause: AuditCause;
  /** Ids of the claims whose number is held against the others. */
  readonly tested: readonly string[];
  /** Ids of the claims that it is held against. */
  readonly against: readonly string[];
  /** Ids of claims that repeat one of them, and share its fate. */
  readonly copies: readonly string[];
  readonly stated: AuditAmount;
  readonly computed: AuditAmount;
  /** What was allowed for, in words. */
  readonly tolerance: string;
  /** What is found and its likeliest explanation, in words. */
  readonly explanation: string;
  readonly readings: readonly AuditReading[];
}

/** Something in the claims of a case that cannot be right as it stands, or that a person should look at. */
export interface AuditFinding extends AuditDraft {
  readonly kind: "audit finding";
  /** Derived from the rule and the claims that it holds against each other. */
  readonly id: string;
  /** Id of the rule. */
  readonly rule: string;
  /** Ids of all claims involved: tested, against, copies. */
  readonly claims: readonly string[];
}

/** What a finding's id looks like. */
export const FINDING_ID_PATTERN = "^f[0-9a-f]{12}$";

/**
 * A finding's id, from its content: `f` and twelve hex digits of the digest of its rule and of the claims that it holds against each other.
 * @example
 * findingId("two-counts", ["c1"], ["c2"]) === findingId("two-counts", ["c1"], ["c2"]) // => true
 */
export function findingId(rule: string, tested: readonly string[], against: readonly string[]): string {
  const cells = [rule, [...tested].sort().join(" "), [...against].sort().join(" ")];
  return `f${sha256Hex(cells.join("\u001F")).slice(0, 12)}`;
}

/**
 * The grade of a finding whose two numbers are so many times apart: a quarter and more changes decisions.
 * @example
 * [gradeOf(1.1), gradeOf(10)] // => ["inconsistent","decision-changing"]
 */
export function gradeOf(timesApart: number): AuditGrade {
  return timesApart >= 1.25 ? "decision-changing" : "inconsistent";
}
