import type { ComparedText } from "../sources/repeated-passages.ts";
import { type TextFinding, textFinding } from "./text-finding.ts";
import { TEXT_RULES } from "./text-rules/index.ts";

/**
 * What in the words of documents cannot be right as it stands: in the order of the documents, then of their words.
 * @example
 * auditTexts([{ id: "a", text: "Of those whom we asked, 00% had a copy of the contract." }]).map(({ rule }) => rule) // => ["malformed-number"]
 */
export function auditTexts(texts: readonly ComparedText[]): readonly TextFinding[] {
  const order = new Map(texts.map(({ id }, at) => [id, at]));
  const found = TEXT_RULES.flatMap((rule) => rule.run(texts).map((draft) => textFinding(rule, draft)));
  const place = ({ passages: [first] }: TextFinding) => (order.get(first?.id ?? "") ?? 0) * 1e9 + (first?.start ?? 0);
  return found.toSorted((a, b) => place(a) - place(b));
}
