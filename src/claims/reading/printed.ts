import { type Amount, amountAt } from "./amount.ts";
import { isDuring } from "./during.ts";
import { plainTime } from "./plain-time.ts";
import { rangeFrom } from "./ranges.ts";
import { firstPhrase, lowerAt, phraseAt, type Scan, tokenAt } from "./reading.ts";
import type { Head } from "./table-heads.ts";
import type { Token } from "./tokens.ts";

/** A number as it is printed: one amount or a range, with the words before and after it that soften or bound it. */
export interface Printed {
  readonly amount: Amount;
  /** Tokens from the first modifier to the last mark. */
  readonly start: number;
  readonly end: number;
  readonly isRange: boolean;
  readonly approximate: boolean;
  readonly bound?: "at least" | "at most";
  /** The word that opens the range, as "between"; empty where none does. */
  readonly opened: string;
  /** What the head of its column or row says, in a table. */
  readonly head?: Head | "name";
}

const MOST_MODIFIERS = 4;
const CHANGE_WINDOW = 16;

interface Prefix {
  readonly end: number;
  readonly approximate: boolean;
  readonly bound?: "at least" | "at most";
  readonly opened: string;
  /** Where the prefix begins when its opening word opens nothing. */
  readonly afterOpening: number;
}

/** The modifiers that begin at a token, one after another. */
function prefixAt(reading: Scan, start: number): Prefix {
  let prefix: Prefix = { end: start, approximate: false, opened: "", afterOpening: start };
  for (let count = 0; count < MOST_MODIFIERS; count++) {
    const found = firstPhrase(reading, prefix.end, ["opens", "approximate", "at least", "at most"]);
    if (found === undefined && prefix.bound !== undefined && ONLY.has(lowerAt(reading, prefix.end)))
      return { ...prefix, end: prefix.end + 1 };
    if (found === undefined && prefix.opened !== "" && isEpithet(reading, prefix.end))
      return { ...prefix, end: prefix.end + 2 };
    if (found === undefined || isTalkedAbout(reading, prefix.end)) break;
    if (found.role === "opens") {
      if (prefix.opened !== "") break;
      const opened = [lowerAt(reading, prefix.end), ...found.phrase.rest].join(" ");
      prefix = { ...prefix, end: found.end, opened, afterOpening: count === 0 ? found.end : start };
    } else if (found.role === "approximate") prefix = { ...prefix, end: found.end, approximate: true };
    else prefix = { ...prefix, end: found.end, bound: found.role };
  }
  return prefix;
}

const EPITHETS = new Set(["paltry", "mere", "staggering", "whopping", "modest", "meagre", "meager", "massive"]);

/** "between a paltry $70 million and": an opinion before a number. */
function isEpithet(reading: Scan, index: number): boolean {
  return lowerAt(reading, index) === "a" && EPITHETS.has(lowerAt(reading, index + 1));
}

const TALKING = new Set(
  "speak speaks spoke speaking talk talks talked talking know knew ask asked tell told write wrote complain complained".split(
    " ",
  ),
);

/** The "about" of "we spoke about three men", which softens nothing. */
function isTalkedAbout(reading: Scan, index: number): boolean {
  return lowerAt(reading, index) === "about" && TALKING.has(lowerAt(reading, index - 1));
}

const ONLY = new Set(["just", "only"]);

interface Suffix {
  readonly end: number;
  readonly approximate: boolean;
  readonly bound?: "at least" | "at most";
}

/** The modifier that begins after an amount, if any. */
function suffixAt(reading: Scan, end: number): Suffix {
  const found = firstPhrase(reading, end, ["approximate after", "at least after", "at most after"]);
  if (found === undefined || startsNext(reading, found.end) || isOfNoun(reading, end))
    return { end, approximate: false };
  if (found.role === "approximate after") return { end: found.end, approximate: true };
  return { end: found.end, approximate: false, bound: found.role === "at least after" ? "at least" : "at most" };
}

const LIMITS = new Set(["minimum", "maximum", "plus"]);
const LIMITED = new Set(["wage", "wages", "salary", "pay", "rate", "rates", "age", "income", "price", "level"]);

/** The "minimum" of "a $300 minimum wage", which does not bound the number before it. */
function isOfNoun(reading: Scan, end: number): boolean {
  return LIMITS.has(lowerAt(reading, end)) && LIMITED.has(lowerAt(reading, end + 1));
}

/** What stands after the counter of a number in Korean or Chinese: 5만 명 이상, 300人左右. The stretch ends before the counter. */
function afterCounter(reading: Scan, end: number): Suffix | undefined {
  const counter = tokenAt(reading, end);
  if (counter?.use?.noun === undefined || counter.lower.charCodeAt(0) < 0x3000) return undefined;
  const suffix = suffixAt(reading, end + 1);
  return suffix.end === end + 1 ? undefined : { ...suffix, end };
}

/** Whether a number stands at a token, so that the words before it are its own. */
function startsNext(reading: Scan, index: number): boolean {
  const token = tokenAt(reading, index);
  if (token?.kind === "number") return true;
  if (token?.use?.number === undefined || token.lower.charCodeAt(0) < 0xac00) return token?.use?.number !== undefined;
  const next = tokenAt(reading, index + 1);
  const { magnitude, time, noun, currency } = next?.use ?? {};
  return token.spaced && next?.spaced === false && (magnitude ?? time ?? noun ?? currency) !== undefined;
}

/** "from 44,281 to 46,906 and from 25,628": the verb of the first change holds for the second. */
function isSecondChange(reading: Scan, start: number): boolean {
  return lowerAt(reading, start) === "from" && lowerAt(reading, start - 1) === "and";
}

/** Whether a verb of change stands before a token: "rose from 3 to 5" is no range. */
function isChange(reading: Scan, start: number): boolean {
  const sentence = tokenAt(reading, start)?.sentence;
  for (let index = start - 1; index >= start - CHANGE_WINDOW; index--) {
    const token = tokenAt(reading, index);
    if (token === undefined || token.sentence !== sentence) return false;
    if (token.kind === "number" && !isSecondChange(reading, start)) return false;
    if (token.use?.change === true) return true;
  }
  return false;
}

const ADDING = new Set(["add", "adds", "added", "adding"]);

/** Whether "up to" after a word only says where it ends: "went up to 9", "adds up to 250". */
function isReaching(before: Token | undefined): boolean {
  return before?.use?.change === true || ADDING.has(before?.lower ?? "");
}

function printedFrom(reading: Scan, prefix: Prefix, whole: { start: number; range: boolean; amount: Amount }): Printed {
  const { start, range, amount } = whole;
  const suffix = afterCounter(reading, amount.end) ?? suffixAt(reading, amount.end);
  const opens = prefix.opened !== "" && range;
  const lone =
    prefix.opened !== "" && !range && phraseAt(reading, start, "at least") !== undefined ? "at least" : undefined;
  const reached = lowerAt(reading, start) === "up" && isReaching(tokenAt(reading, start - 1));
  const free = reached || isPhrasal(reading, start) || isDuring(reading, start, amount);
  const before = free ? undefined : prefix.bound;
  const bound = range ? undefined : (suffix.bound ?? amount.bound ?? before ?? lone);
  return {
    amount,
    start: free ? prefix.end : opens || prefix.opened === "" || lone !== undefined ? start : prefix.afterOpening,
    end: suffix.end,
    isRange: range,
    approximate: prefix.approximate || suffix.approximate || amount.soft === true,
    opened: prefix.opened,
    ...(bound === undefined ? {} : { bound }),
  };
}

const BY_CHANGE = new Set(["by", "increased", "decreased", "rose", "fell", "grew", "dropped", "declined", "jumped"]);

/** Whether a number has a currency or per cent sign of its own: "rose by $3 to $12", not "by 3 to 12 per cent". */
function isMarked(amount: Amount): boolean {
  return amount.currency !== undefined || amount.percent !== undefined;
}

const GIVING = new Set(
  "hand hands handed handing turn turned turning take took taken takes taking sign signed".split(" "),
);

/** The "over" of "hand over 12 cheques" bounds nothing. */
function isPhrasal(reading: Scan, start: number): boolean {
  return lowerAt(reading, start) === "over" && GIVING.has(lowerAt(reading, start - 1));
}

/** The two numbers of a change, each with the unit that the other may have alone. */
function bothEnds(reading: Scan, range: Amount, low: Amount, prefix: Prefix): readonly Printed[] {
  const second = joinedEnd(reading, range, low);
  const ends: readonly Amount[] = [
    { ...range, start: low.start, end: low.end, numeral: low.numeral, low: range.low, high: range.low },
    { ...range, start: second, low: range.high, high: range.high },
  ];
  return ends.map((amount) => ({
    amount,
    start: amount.start,
    end: amount.end,
    isRange: false,
    approximate: prefix.approximate,
    opened: prefix.opened,
  }));
}

function joinedEnd(reading: Scan, range: Amount, low: Amount): number {
  const join = firstPhrase(reading, low.end, ["joins"]);
  return Math.min(join?.end ?? low.end + 1, range.end - 1);
}

/**
 * The numbers printed from a token on, read as one unless a verb of change makes two of a range; none where no number
 * begins.
 * @example
 * printedAt({ text: "", tokens: [], meter: { steps: 0 } }, 0) // => []
 */
export function printedAt(reading: Scan, start: number): readonly Printed[] {
  const prefix = prefixAt(reading, start);
  const modified = prefix.approximate || prefix.bound !== undefined;
  const low =
    plainTime(reading, prefix.end, modified) ?? amountAt(reading, prefix.end, prefix.opened.includes("between"));
  if (low === undefined || (low.numeral.form === "article" && isDuring(reading, start, low))) return [];
  const range = rangeFrom(reading, low, prefix.opened);
  const change = prefix.opened === "from" || (isMarked(low) && BY_CHANGE.has(lowerAt(reading, start - 1)));
  if (range !== low && change && range.hour === undefined && isChange(reading, start)) {
    return bothEnds(reading, range, low, prefix);
  }
  return [printedFrom(reading, prefix, { start, range: range !== low, amount: range })];
}
