import { isLength } from "./plain-time.ts";
import { lowerAt, phraseAt, type Scan, tokenAt } from "./reading.ts";
import { isFunctionWord, unitOf } from "./surroundings.ts";

/** Units of time that a rate may be for. */
export const PER_TIMES = new Set(["hour", "day", "week", "month", "year", "minute"]);
const PAST = new Set(["ago", "later", "earlier", "before", "old"]);
const ADJECTIVES = 2;
/** Whom a rate may be for, other than a time. */
export const CONSUMERS = new Set(["person", "family"]);

/**
 * A basis such as "per month", "a head", "/month" that begins at a token.
 * @example
 * basisAt({ text: "", tokens: [], meter: { steps: 0 } }, 0) ?? "none" // => "none"
 */
export function basisAt(reading: Scan, index: number): { per: string; end: number } | undefined {
  if (isPartOfDate(reading, index)) return undefined;
  const every = phraseAt(reading, index, "every");
  return (every && everyBasis(reading, index, every.end)) ?? rateBasis(reading, index);
}

const LONE = new Set(["월", "연", "주"]);
const CERTAIN = new Set(["이번", "지난", "다음", "작년", "지난해", "올", "그"]);

/** 월 after a number, and 월 or 연 that run on into another word: 3월, 연중. */
function isPartOfDate(reading: Scan, index: number): boolean {
  const token = tokenAt(reading, index);
  if (token?.use?.monthMark === true && tokenAt(reading, index - 1)?.kind === "number") return true;
  if ((token?.lower === "주" || token?.lower === "한") && CERTAIN.has(lowerAt(reading, index - 1))) return true;
  const next = tokenAt(reading, index + 1);
  return LONE.has(token?.lower ?? "") && next?.spaced === false && next.kind === "word";
}

const AFTER_PERSON = new Set([
  "a",
  "an",
  "per",
  "each",
  "every",
  "for",
  "in",
  "on",
  "and",
  "or",
  "to",
  "at",
  "as",
  "by",
  "from",
]);

/** A basis in one phrase; of those that may begin something else ("each", "a person") only where nothing else follows. */
function rateBasis(reading: Scan, index: number): { per: string; end: number } | undefined {
  const rate = phraseAt(reading, index, "rate");
  if (rate?.phrase.means === undefined) return undefined;
  const basis = { per: rate.phrase.means, end: rate.end };
  if (lowerAt(reading, rate.end) === "and" && lowerAt(reading, rate.end + 1) === "night") return undefined;
  if (lowerAt(reading, index) !== "each" && lowerAt(reading, index) !== "a") return basis;
  if (PER_TIMES.has(basis.per)) return basis;
  const next = tokenAt(reading, rate.end);
  if (next?.lower === "of") return eachOf(reading, rate.end + 1);
  const isEach = lowerAt(reading, index) === "each" && isEachVerb(reading, index + 1);
  return next === undefined || next.kind === "mark" || isEach || AFTER_PERSON.has(next.lower) ? basis : undefined;
}

const BEFORE_VERB = new Set(["also", "then", "had", "has", "have", "reportedly"]);

const EACH_VERBS = new Set(
  "paid pays pay earned earned earning received receiving got gets gave gives contributed cost costing".split(" "),
);

/**
 * Whether a verb after "each" stands at a token, as in "each paid" and "each also paid".
 * @example
 * isEachVerb({ text: "", tokens: [], meter: { steps: 0 } }, 0) // => false
 */
export function isEachVerb(reading: Scan, index: number): boolean {
  const at = BEFORE_VERB.has(lowerAt(reading, index)) ? index + 1 : index;
  return EACH_VERBS.has(lowerAt(reading, at));
}

/** "each of them", "each of the 62 men". */
function eachOf(reading: Scan, start: number): { per: string; end: number } | undefined {
  for (let index = start; index < start + 6; index++) {
    const token = tokenAt(reading, index);
    if (token === undefined || token.kind === "mark") return undefined;
    if (THEM.has(token.lower) || unitOf(token) === "persons") return { per: "person", end: index + 1 };
  }
  return undefined;
}

const THEM = new Set(["them", "us", "you"]);

/** Words before "a year" that make it a length of time, and no basis: "within a year", "about a year's pay". */
const BEFORE_LENGTH = new Set(
  "within over about almost nearly than roughly around of for after under approximately least just".split(" "),
);

function isArticle(reading: Scan, index: number): boolean {
  return lowerAt(reading, index) === "a" || lowerAt(reading, index) === "an";
}

function isLengthBefore(reading: Scan, index: number, time: number): boolean {
  const mark = lowerAt(reading, time + 1);
  const owns = (mark === "’" || mark === "'") && lowerAt(reading, time + 2) === "s";
  return owns || BEFORE_LENGTH.has(lowerAt(reading, index - 1));
}

function everyBasis(reading: Scan, index: number, end: number): { per: string; end: number } | undefined {
  const every = { end };
  const glued = lowerAt(reading, every.end) === "-" ? every.end + 1 : every.end;
  const next = tokenAt(reading, glued);
  const time = next?.use?.time;
  if (isArticle(reading, index) && isLengthBefore(reading, index, glued)) return undefined;
  if (
    time !== undefined &&
    PER_TIMES.has(time) &&
    !PAST.has(lowerAt(reading, glued + 1)) &&
    !isLength(reading, index)
  ) {
    return { per: time, end: glued + 1 };
  }
  if (!["per", "each", "every", "/"].includes(lowerAt(reading, index))) return undefined;
  for (let at = every.end; at <= every.end + ADJECTIVES; at++) {
    const token = tokenAt(reading, at);
    if (token?.kind !== "word" || isFunctionWord(token.lower)) return undefined;
    const noun = unitOf(token);
    if (noun === "persons") return { per: "person", end: at + 1 };
    if (noun === "families") return { per: "family", end: at + 1 };
    if (noun !== undefined) return undefined;
  }
  return undefined;
}
