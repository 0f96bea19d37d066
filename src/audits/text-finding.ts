import type { ComparedText, TextStretch } from "../sources/repeated-passages.ts";
import { sha256Hex } from "../values/digest.ts";
import type { AuditGrade, Sureness } from "./audit-finding.ts";

/** What a rule finds in the words of documents, before it has an id. */
export interface TextDraft {
  readonly grade: AuditGrade;
  readonly sureness: Sureness;
  /** The places in the texts that it is about, the first of them first. */
  readonly passages: readonly TextStretch[];
  /** What is printed, and what it would have to be or is held against; in figures and few words. */
  readonly stated: string;
  readonly computed: string;
  /** The sum step by step, in figures and signs; absent where nothing is worked out. */
  readonly steps?: readonly string[];
  readonly explanation: string;
  /** For what repeats how a document labels its witnesses: the same without the labels, which a case does not publish. */
  readonly unlabelled?: { readonly stated: string; readonly explanation: string };
}

/** Something in the words of documents that cannot be right as it stands, or that a person should look at. */
export interface TextFinding extends TextDraft {
  readonly kind: "text finding";
  readonly id: string;
  /** Id of the rule. */
  readonly rule: string;
  readonly tolerance: string;
}

/** One check of the words of documents, claims or none. */
export interface TextRule {
  readonly id: string;
  readonly name: string;
  readonly checks: string;
  readonly tolerance: string;
  readonly citation: string;
  run(texts: readonly ComparedText[]): readonly TextDraft[];
}

/**
 * The finding that a draft of a rule becomes; its id comes from the rule and the places that it is about.
 * @example
 * textFinding({ id: "r", tolerance: "none" }, { grade: "inconsistent", sureness: "certain", passages: [], stated: "", computed: "", explanation: "" }).rule // => "r"
 */
export function textFinding(rule: Pick<TextRule, "id" | "tolerance">, draft: TextDraft): TextFinding {
  const places = draft.passages.map(({ id, start, end }) => `${id} ${start} ${end}`);
  const id = `f${sha256Hex([rule.id, ...places].join("\u001F")).slice(0, 12)}`;
  return { kind: "text finding", id, rule: rule.id, tolerance: rule.tolerance, ...draft };
}
