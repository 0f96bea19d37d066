import type { NumberInWords } from "./number-in-words.ts";

/** The words on either side of a number that speak of it: its clause, no farther than its neighbours. */
export interface Surroundings {
  readonly before: string;
  readonly after: string;
  /** The clause, whatever other numbers stand in it. */
  readonly clause: string;
  /** Of the two, what says who does what with the number. */
  readonly near: string;
}

const REACH = 110;
const CLAUSES =
  /;|—| – |\s(?:but|while|whereas|although|though|after which|compared (?:to|with))\s|지만 |반면|，但|，而|, но |, а |。|; /giu;

/** What ends a clause after a number besides. */
const AFTER_CLAUSE = new RegExp(
  `${CLAUSES.source}|: |\\? |! |, hence |, so |, of which | and (?=plans?\\s|will\\s|intends?\\s|hopes?\\s|expects?\\s|aims?\\s)`,
  "iu",
);

/** A number right after one of these is what is taken, and what comes after it is the next one's. */
const ACTIVE =
  /\b(?:takes?|took|deducts?|charges?|confiscates?|withholds?|receives?)\s(?:about|around|some|another|away|up to|over|more than|as much as)?\s?$/iu;
/** A number before one of these is what is taken, and what stands before it is the last one's. */
const PASSIVE =
  /^(?:\sof [^.;,]{1,40})?\s(?:is|are|was|were|being|gets?)\s(?:also\s)?(?:taken|deducted|paid|confiscated|withheld|kept|sent|handed|given|for)\b/iu;

function lastClause(words: string): string {
  const cuts = [...words.matchAll(CLAUSES)];
  const last = cuts.at(-1);
  return last === undefined ? words : words.slice(last.index + last[0].length);
}

function firstClause(words: string): string {
  const cut = words.search(AFTER_CLAUSE);
  return cut === -1 ? words : words.slice(0, cut);
}

/**
 * The words round a number that speak of it, given how many characters lie between it and its neighbours.
 * @example
 * surroundingsOf({ words: "They pay 10% but keep 90%.", at: 9, to: 12 }, { before: 9, after: 10 }).after // => ""
 */
export function surroundingsOf(
  { words, at, to }: NumberInWords,
  neighbours: { readonly before: number; readonly after: number },
): Surroundings {
  const before = lastClause(words.slice(Math.max(0, at - Math.min(REACH, neighbours.before)), at));
  const after = firstClause(words.slice(to, to + Math.min(REACH, neighbours.after)));
  const number = words.slice(at, to).slice(0, REACH);
  const clause = `${lastClause(words.slice(Math.max(0, at - 2 * REACH), at))}${number}${firstClause(words.slice(to, to + 2 * REACH))}`;
  if (ACTIVE.test(before)) return { before, after, clause, near: before };
  if (PASSIVE.test(after)) return { before, after, clause, near: after };
  return { before, after, clause, near: `${before}${number}${after}` };
}
