import { AUDIT_GRADES, SURENESSES } from "../audits/audit-finding.ts";
import { decisionOn, type FindingDecision } from "../audits/decided-finding.ts";
import { type ExcerptPiece, excerptsOf } from "../audits/excerpts.ts";
import type { TextFinding } from "../audits/text-finding.ts";
import { speakerLabels } from "../audits/witness-labels.ts";
import type { Decision } from "../claims/decision.ts";
import type { ComparedText } from "../sources/repeated-passages.ts";
import type { Source } from "../sources/source.ts";

/** Passages of one source that stand close together, with the words between and around them. */
export interface FindingPassage {
  readonly source: string;
  readonly sourceTitle: string;
  /** Code points in the source's text, end exclusive. */
  readonly start: number;
  readonly end: number;
  /** Empty where the words tell more of a witness than the case publishes; the text itself has them. */
  readonly pieces: readonly ExcerptPiece[];
}

/** A finding in the words of a case's documents, as it may be shown, with what a person decided about it. */
export interface TextFindingView extends FindingDecision {
  readonly finding: TextFinding;
  readonly passages: readonly FindingPassage[];
}

interface Shown {
  readonly texts: readonly ComparedText[];
  readonly sources: readonly Source[];
  readonly decisions: readonly Decision[];
}

/**
 * The findings in the words of a case's documents, with their passages, as the case may show them: nothing of a witness's label is
 * repeated, neither in what is said nor in the words around a passage. The weightiest come first.
 * @example
 * textFindingViews([], { texts: [], sources: [], decisions: [] }) // => []
 */
export function textFindingViews(
  findings: readonly TextFinding[],
  { texts, sources, decisions }: Shown,
): readonly TextFindingView[] {
  const titles = new Map(sources.map(({ id, title }) => [id, title]));
  const read = new Map(texts.map((text) => [text.id, readable(text)]));
  const views = findings.map((found): TextFindingView => {
    const hidden = found.unlabelled !== undefined;
    const passages = excerptsOf(found.passages, (id) => read.get(id)).map(
      ({ id, start, end, pieces }): FindingPassage => {
        const labelled = read.get(id)?.barred.some((label) => label.start < end && label.end > start) === true;
        const place = { source: id, sourceTitle: titles.get(id) ?? id, start, end };
        return { ...place, pieces: hidden || labelled ? [] : pieces };
      },
    );
    return { finding: published(found), ...decisionOn(found.id, decisions), passages };
  });
  return views.toSorted((a, b) => rank(a.finding) - rank(b.finding));
}

function rank({ grade, sureness }: TextFinding): number {
  return AUDIT_GRADES.toReversed().indexOf(grade) * 10 + SURENESSES.indexOf(sureness);
}

/**
 * A finding without the labels of witnesses that a document prints: what a case may say of it.
 * @example
 * published({ unlabelled: { stated: "", explanation: "Two labels." }, stated: "A (male)", explanation: "A (male)." }) // => {"stated":"","explanation":"Two labels.","computed":""}
 */
export function published<T extends Pick<TextFinding, "stated" | "explanation" | "unlabelled">>(
  finding: T,
): Omit<T, "unlabelled"> {
  const { unlabelled, ...rest } = finding;
  return unlabelled === undefined ? rest : { ...rest, ...unlabelled, computed: "" };
}

/** A text with the labels of its witnesses, into which no excerpt reaches. */
function readable(text: ComparedText) {
  return { points: Array.from(text.text), barred: speakerLabels(text).map(({ stretch }) => stretch) };
}
