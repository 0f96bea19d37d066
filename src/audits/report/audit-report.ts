import type { AuditGrade, Sureness } from "../audit-finding.ts";
import type { ExcerptPiece } from "../excerpts.ts";

/** A passage or a claim as a report prints it. */
export interface ReportPassage {
  /** Document and locator: `Aldren 2013, p. 12`. */
  readonly where: string;
  /** What is printed there in few words; for a claim, its number. */
  readonly figure?: string;
  /** Its words, where the document is at hand. */
  readonly pieces?: readonly ExcerptPiece[];
  /** For a claim: our paraphrase. */
  readonly paraphrase?: string;
}

/** A sum step by step, under one reading. */
export interface ReportSum {
  readonly name?: string;
  readonly steps: readonly string[];
}

/** One finding as a report prints it. */
export interface ReportFinding {
  readonly id: string;
  readonly rule: string;
  readonly citation: string;
  readonly grade: AuditGrade;
  readonly sureness: Sureness;
  readonly explanation: string;
  /** Passages or claims, under a word each: what is printed, what it is held against. */
  readonly sides: readonly { readonly title: string; readonly passages: readonly ReportPassage[] }[];
  /** How many claims more share it. */
  readonly copies: number;
  readonly sums: readonly ReportSum[];
  readonly stated: string;
  readonly computed: string;
  readonly tolerance: string;
  /** What a person decided, in a sentence. */
  readonly decided?: string;
}

/** What was audited, what was found, and what was looked for: everything that a report prints. */
export interface AuditReport {
  readonly title: string;
  /** What was audited, in a sentence. */
  readonly about: string;
  /** Day on which it was made, as it is printed. */
  readonly made: string;
  /** The documents or sources, with how each can be told from another. */
  readonly audited: readonly { readonly name: string; readonly note: string }[];
  readonly findings: readonly ReportFinding[];
  readonly rules: readonly { readonly name: string; readonly checks: string }[];
}

/** What no rule sees, for the reader of a report. */
export const BLIND_SPOTS: readonly string[] = [
  "Two voices that disagree: where each says what it means, nobody's sum is wrong.",
  "Errors that agree: a total that was copied from a wrong list adds up.",
  "Small slips: whatever rounding could explain is let by, so a wrong second digit is.",
  "Sums whose parts stand far apart, in tables or in pictures.",
  "Chains of deductions, timetables and lists in other languages than English.",
  "Whether a figure is true: a report without a finding may be wrong in every number.",
];
