/** Letters of scripts whose words are not set apart by spaces, or carry particles: Hangul, Han, kana. */
const RUN = /[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+/gu;

/** What the index and a query see of a text: composed letters, lower case, no marks of our own. */
export function foldText(text: string): string {
  return text
    .normalize("NFC")
    .toLowerCase()
    .replaceAll(/[\u2068\u2069]/gu, " ")
    .replaceAll("\0", " ");
}

/** The text with its Korean, Chinese and Japanese runs blanked: what the server's stemmers get. */
export function spacedWords(text: string): string {
  return foldText(text).replaceAll(RUN, " ");
}

/** The runs of Korean, Chinese or Japanese letters in a text. */
export function letterRuns(text: string): readonly string[] {
  return Array.from(foldText(text).matchAll(RUN), (match) => match[0]);
}

/** Positions above this are cut by the server. */
const LAST_POSITION = 16_000;

/**
 * The text's character bigrams as a tsvector literal: `노동자` gives `노동`, `동자` and, so that a single letter can be
 * found too, `자`. Runs are set apart, so that no phrase reaches from one to the next.
 */
export function bigramVector(text: string): string {
  const entries: string[] = [];
  let position = 1;
  for (const run of letterRuns(text)) {
    for (const gram of [...bigrams(run), Array.from(run).at(-1) ?? ""]) {
      if (position < LAST_POSITION) entries.push(`'${gram}':${position}`);
      position++;
    }
    position++;
  }
  return entries.join(" ");
}

/** The query that finds every run of the text, as a tsquery literal; empty when it has none. */
export function bigramQuery(text: string): string {
  return letterRuns(text)
    .map((run) => {
      const grams = bigrams(run);
      if (grams.length === 0) return `'${run}':*`;
      return `(${grams.map((gram) => `'${gram}'`).join(" <-> ")})`;
    })
    .join(" & ");
}

function bigrams(run: string): readonly string[] {
  const letters = Array.from(run);
  return letters.slice(1).map((letter, index) => `${letters[index] ?? ""}${letter}`);
}
