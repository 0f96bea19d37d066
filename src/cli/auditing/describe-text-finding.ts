import type { TextFinding } from "../../audits/text-finding.ts";
import { TEXT_RULES } from "../../audits/text-rules/index.ts";
import { codePointSlice } from "../../values/code-points.ts";

/** So many characters of a passage are shown. */
const SHOWN = 120;

/** A finding in a document as a line for programs. */
export function textFindingAsData(finding: TextFinding) {
  const { id, rule, grade, sureness, passages, stated, computed, tolerance, explanation } = finding;
  const places = passages.map(({ id: file, start, end }) => ({ file, start, end }));
  return { id, rule, grade, sure: sureness, passages: places, stated, computed, tolerance, explanation };
}

/** A finding in a document as a person reads it, with the beginning of each passage. */
export function describeTextFinding(finding: TextFinding, texts: ReadonlyMap<string, string>): string {
  const rule = TEXT_RULES.find(({ id }) => id === finding.rule);
  const passages = finding.passages.map(({ id, start, end }) => {
    const words = codePointSlice(texts.get(id) ?? "", start, end)
      .replace(/\s+/gu, " ")
      .trim();
    return `    ${id} ${start}–${end}: ${words.length > SHOWN ? `${words.slice(0, SHOWN).trimEnd()} …` : words}`;
  });
  return [
    `${finding.id}  ${rule?.name ?? finding.rule} · ${finding.grade} · ${finding.sureness}`,
    `  ${finding.explanation}`,
    ...passages,
    `  allowed for: ${finding.tolerance}`,
  ].join("\n");
}
