import { AUDIT_GRADES, SURENESSES } from "../audits/audit-finding.ts";
import { decisionOn, type FindingDecision } from "../audits/decided-finding.ts";
import type { TextFinding } from "../audits/text-finding.ts";
import { speakerLabels } from "../audits/witness-labels.ts";
import type { Decision } from "../claims/decision.ts";
import type { ComparedText, TextStretch } from "../sources/repeated-passages.ts";
import type { Source } from "../sources/source.ts";

/** A passage that a finding is about, with some words before and after it. */
export interface FindingPassage {
  readonly source: string;
  readonly sourceTitle: string;
  /** Code points in the source's text, end exclusive. */
  readonly start: number;
  readonly end: number;
  readonly before: string;
  /** Absent where the words tell more of a witness than the case publishes; the text itself has them. */
  readonly words?: string;
  readonly after: string;
}

/** A finding in the words of a case's documents, as it may be shown, with what a person decided about it. */
export interface TextFindingView extends FindingDecision {
  readonly finding: TextFinding;
  readonly passages: readonly FindingPassage[];
}

/** Code points before and after a passage, and of a long passage. */
const [AROUND, SHOWN] = [90, 420];

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
    const passages = found.passages.map((place) => passageOf(place, { text: read.get(place.id), titles, hidden }));
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

interface Readable {
  readonly points: readonly string[];
  readonly labels: readonly TextStretch[];
}

function readable(text: ComparedText): Readable {
  return { points: Array.from(text.text), labels: speakerLabels(text).map(({ stretch }) => stretch) };
}

interface From {
  readonly text: Readable | undefined;
  readonly titles: ReadonlyMap<string, string>;
  readonly hidden: boolean;
}

function passageOf({ id, start, end }: TextStretch, { text, titles, hidden }: From): FindingPassage {
  const place = { source: id, sourceTitle: titles.get(id) ?? id, start, end };
  const labelled = text?.labels.some((label) => label.start < end && label.end > start) === true;
  if (text === undefined || hidden || labelled) return { ...place, before: "", after: "" };
  const from = Math.max(start - AROUND, ...text.labels.map((label) => (label.end <= start ? label.end : 0)));
  const to = Math.min(
    end + AROUND,
    ...text.labels.map((label) => (label.start >= end ? label.start : text.points.length)),
  );
  const words = (low: number, high: number) => text.points.slice(low, high).join("").replace(/\s+/gu, " ");
  const whole = words(start, end);
  const points = Array.from(whole);
  return {
    ...place,
    before: fromWord(words(Math.max(0, from), start), from > 0 && from === start - AROUND),
    words: points.length > SHOWN ? `${points.slice(0, SHOWN).join("").trimEnd()} …` : whole,
    after: toWord(words(end, Math.max(end, to)), to === end + AROUND),
  };
}

/** Words cut where one begins. */
function fromWord(words: string, cut: boolean): string {
  return cut ? `… ${words.replace(/^\S*\s/u, "")}` : words;
}

function toWord(words: string, cut: boolean): string {
  return cut ? `${words.replace(/\s\S*$/u, "")} …` : words;
}
