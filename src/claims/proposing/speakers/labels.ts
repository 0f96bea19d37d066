/** A stretch of a text in which one labelled witness speaks, at UTF-16 indices. */
export interface Testimony {
  readonly start: number;
  readonly end: number;
  /** The letter or number by which the text labels the witness. */
  readonly speaker: string;
  /** What the label says besides, such as the sex and where the witness worked. */
  readonly about: string;
}

/** A label on a line of its own after what was said: `A (Male, Kuwait)`, `-B (40, Female)`. */
const AFTER = /(?<=^|\n)[ \t]*[-–—.]?[ \t]*(\p{Lu}\d{0,2})[ \t]*\(([^()\n]{2,60})\)[ \t]*\d{0,3}[ \t]*(?=\r?\n|$)/gu;
/** A label before what is said: `Witness 3:`, `A:`, `증언자 B:`. */
const BEFORE =
  /(?<=^|\n)[ \t]*(?:((?:Interviewee|Witness|Respondent|Informant|Speaker|Worker|증언자|면담자|면접자|Свидетель|Респондент|受访者)[ \t]?[\p{Lu}\d]{1,3})|(\p{Lu}))(?:[ \t]*\(([^()\n]{2,60})\))?[ \t]?[:：]/gu;
const QUOTE = /\n[ \t]*["“«「]/gu;
/** What a witness says before a label is looked for no farther back than this. */
const REACH = 12_000;

/** Where the words begin that the label at an index stands under: the last line that opens a quotation after the label before. */
function opening(text: string, from: number, label: number): number | undefined {
  const begin = Math.max(from, label - REACH);
  const quotes = [...text.slice(begin, label).matchAll(QUOTE)];
  const last = quotes.at(-1);
  return last === undefined ? undefined : begin + last.index;
}

function labelsAfter(text: string): readonly Testimony[] {
  let from = 0;
  return [...text.matchAll(AFTER)].flatMap((label) => {
    const [all, speaker = "", about = ""] = label;
    const start = opening(text, from, label.index);
    from = label.index + all.length;
    return start === undefined ? [] : [{ start, end: from, speaker, about }];
  });
}

function labelsBefore(text: string): readonly Testimony[] {
  const labels = [...text.matchAll(BEFORE)];
  // One capital and a colon may be a heading; several are speakers, and Q only asks.
  const letters = labels.flatMap(([, , letter]) => (letter === undefined ? [] : [letter]));
  const single = letters.length;
  return labels.flatMap((label, index) => {
    const [, long, letter, about = ""] = label;
    const speaker = long ?? letter ?? "";
    if (speaker === "Q" || (long === undefined && single < 2)) return [];
    const end = labels[index + 1]?.index ?? text.length;
    return [{ start: label.index, end, speaker, about }];
  });
}

/**
 * The stretches of a text in which labelled witnesses speak, in order.
 * @example
 * testimoniesOf("\n“We were 40.”\nA (Male, Kuwait)\n").map(({ speaker, about }) => [speaker, about]) // => [["A","Male, Kuwait"]]
 */
export function testimoniesOf(text: string): readonly Testimony[] {
  return [...labelsAfter(text), ...labelsBefore(text)].sort((a, b) => a.start - b.start);
}
