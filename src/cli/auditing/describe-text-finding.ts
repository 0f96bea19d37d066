import type { TextFinding } from "../../audits/text-finding.ts";
import { TEXT_RULES } from "../../audits/text-rules/index.ts";
import type { TextFindingView } from "../../cases/text-findings.ts";
import { codePointSlice } from "../../values/code-points.ts";

/** So many characters of a passage are shown. */
const SHOWN = 120;

/** A finding in a document as a line for programs. */
export function textFindingAsData(finding: Omit<TextFinding, "unlabelled">) {
  const { id, rule, grade, sureness, passages, stated, computed, tolerance, explanation, steps = [] } = finding;
  const places = passages.map(({ id: file, start, end }) => ({ file, start, end }));
  return { id, rule, grade, sure: sureness, passages: places, stated, computed, tolerance, explanation, steps };
}

/** A finding in a document of a case as a line for programs, with what was decided. */
export function textViewAsData({ finding, status, decision }: TextFindingView) {
  return { ...textFindingAsData(finding), status, ...(decision === undefined ? {} : { decision }) };
}

/** A finding in a document as a person reads it, with the beginning of each passage. */
export function describeTextFinding(finding: TextFinding, texts: ReadonlyMap<string, string>): string {
  const passages = finding.passages.map(({ id, start, end }) => {
    const words = codePointSlice(texts.get(id) ?? "", start, end);
    return `    ${id} ${start}–${end}: ${shortened(words)}`;
  });
  return described(finding, passages, "");
}

/** A finding in a document of a case as a person reads it; words that tell too much of a witness stay in the text. */
export function describeTextView({ finding, passages, status, decision }: TextFindingView): string {
  const lines = passages.map(({ source, start, end, pieces }) => {
    const words = pieces.map((piece) => piece.words).join("");
    return `    ${source} ${start}–${end}${words === "" ? "" : `: ${shortened(words)}`}`;
  });
  const said = decision === undefined ? "" : ` · ${status} by ${decision.by}${decision.why ? `: ${decision.why}` : ""}`;
  return described(finding, lines, said);
}

function shortened(text: string): string {
  const words = text.replace(/\s+/gu, " ").trim();
  return words.length > SHOWN ? `${words.slice(0, SHOWN).trimEnd()} …` : words;
}

function described(finding: TextFinding, passages: readonly string[], said: string): string {
  const rule = TEXT_RULES.find(({ id }) => id === finding.rule);
  return [
    `${finding.id}  ${rule?.name ?? finding.rule} · ${finding.grade} · ${finding.sureness}${said}`,
    `  ${finding.explanation}`,
    ...passages,
    ...(finding.steps ?? []).map((step) => `    ${step}`),
    `  allowed for: ${finding.tolerance}`,
  ].join("\n");
}
