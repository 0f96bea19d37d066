import { digitPair } from "./digit-pair.ts";
import { halfAfter, VULGAR } from "./halves.ts";
import { Sum } from "./numeral-sum.ts";
import { lowerAt, phraseAt, type Scan, tokenAt } from "./reading.ts";
import type { Token } from "./tokens.ts";

/** A number as its own words give it, before currency, unit and range. */
export interface Numeral {
  readonly low: number;
  readonly high: number;
  /** The token after it. */
  readonly end: number;
  /** Its interval is our reading of a vague word. */
  readonly vague: boolean;
  /** Magnitudes at its end, from the inside out: 100 and 1,000,000 for "six hundred million". */
  readonly chain: readonly number[];
  /** How it is written. */
  readonly form: "digits" | "words" | "few" | "several" | "fraction" | "article";
  /** Whether digits are grouped, or a magnitude stands in it, so that it can be no year and no label. */
  readonly large: boolean;
  readonly decimals: number;
}

const LONGEST = 14;
const ARTICLES = new Set(["a", "an", "one"]);
/** Letters that are magnitudes only where they are glued to digits. */
const LETTERS = new Set(["k", "m", "b", "mn", "tn", "mil"]);

function isEastern(token: Token): boolean {
  return token.lower.charCodeAt(0) >= 0x3000;
}

/** The magnitude of a token that multiplies what stands before it. */
function magnitudeOf(token: Token | undefined): number | undefined {
  if (token === undefined || token.kind !== "word") return undefined;
  if (LETTERS.has(token.lower) && token.spaced) return undefined;
  const { use } = token;
  if (use?.magnitude !== undefined) return use.magnitude;
  return use?.several !== undefined && use.several >= 100 ? use.several : undefined;
}

/** Whether a mark or word between two number words only joins them: the hyphen of sixty-five, the "and" of a hundred and five. */
function isLink(reading: Scan, index: number, sum: Sum, pair: boolean): boolean {
  const token = tokenAt(reading, index);
  const next = tokenAt(reading, index + 1);
  if (token?.lower === "-" && !token.spaced && next?.spaced === false && (magnitudeOf(next) ?? 0) >= 100) return true;
  if (next?.use?.number === undefined || !sum.words) return false;
  if (token?.lower === "-" || token?.lower === "‐" || token?.lower === "‑") {
    return sum.current !== undefined && sum.current >= 20 && sum.current % 10 === 0 && next.use.number < 10;
  }
  return token?.lower === "and" && !pair && sum.magnitudes > 0 && next.use.number < 100 && !next.use.several;
}

/** The plain number in digits or words, with its magnitudes, that begins at a token. */
function plainNumeral(reading: Scan, start: number, pair: boolean): Numeral | undefined {
  const sum = new Sum();
  const first = tokenAt(reading, start);
  let index = start;
  for (; index < start + LONGEST; index++) {
    const token = tokenAt(reading, index);
    if (token === undefined || (index > start && token.line && token.capital)) break;
    const value = token.value ?? token.use?.number;
    const magnitude = magnitudeOf(token);
    if (value !== undefined && takes(reading, index, sum, value)) sum.decimals ||= token.decimals;
    else if (magnitude !== undefined && !(index === start && LETTERS.has(token.lower)))
      sum.multiply(magnitude, isEastern(token));
    else if (!isAbbreviationPoint(reading, index) && !isLink(reading, index, sum, pair)) break;
  }
  if (index === start || first === undefined) return undefined;
  return withHalf(reading, index, sum, first);
}

/** The point of тыс. and млн. */
function isAbbreviationPoint(reading: Scan, index: number): boolean {
  const token = tokenAt(reading, index);
  if (token?.lower !== "." || token.spaced) return false;
  const before = tokenAt(reading, index - 1);
  const code = before?.lower.charCodeAt(0) ?? 0;
  return (
    before !== undefined &&
    code >= 0x400 &&
    code < 0x530 &&
    before.use?.magnitude !== undefined &&
    before.lower.length <= 4
  );
}

function takes(reading: Scan, index: number, sum: Sum, value: number): boolean {
  const token = tokenAt(reading, index);
  if (token === undefined) return false;
  const before = tokenAt(reading, index - 1);
  const eastern = before !== undefined && isEastern(before) && before.use?.magnitude !== undefined;
  const next = magnitudeOf(tokenAt(reading, index + 1));
  const glued = eastern && (!token.spaced || next !== undefined || value >= 1000 || value < 100);
  return sum.take(value, token.kind === "word", glued);
}

function withHalf(reading: Scan, index: number, sum: Sum, first: Token): Numeral {
  const half = halfAfter(reading, index);
  let end = index;
  if (half !== undefined) {
    const outer = sum.magnitudes > 0 && sum.current === undefined ? (sum.chain.at(-1) ?? 1) : 1;
    const inner = magnitudeOf(tokenAt(reading, half.end));
    end = half.end;
    if (sum.current !== undefined || inner !== undefined) sum.current = (sum.current ?? 0) + half.value;
    else sum.total += half.value * outer;
    if (inner !== undefined) {
      sum.multiply(inner, false);
      end++;
    }
  }
  const { value } = sum;
  return {
    low: value,
    high: value,
    end,
    vague: false,
    chain: sum.simple ? chainOf(sum, first) : [],
    form: first.kind === "number" ? "digits" : "words",
    large: first.grouped || sum.magnitudes > 0,
    decimals: sum.decimals,
  };
}

/** The magnitudes that a number at the other end of a range may share; for 70,000 the thousand of its zeros. */
function chainOf(sum: Sum, first: Token): readonly number[] {
  if (sum.chain.length > 0) return sum.chain;
  if (!first.grouped || first.value === undefined) return [];
  if (first.value % 1e6 === 0) return [1e6];
  return first.value % 1e3 === 0 ? [1e3] : [];
}

/** Magnitudes one after another, with "of" between plural ones. */
function magnitudes(reading: Scan, start: number): { product: number; end: number; chain: number[] } {
  let [product, index] = [1, start];
  const chain: number[] = [];
  for (; chain.length < 4; index++) {
    const at = lowerAt(reading, index) === "of" && chain.length > 0 ? index + 1 : index;
    const token = tokenAt(reading, at);
    const value = token?.use?.magnitude ?? token?.use?.several;
    if (value === undefined || (token !== undefined && LETTERS.has(token.lower))) break;
    product *= value;
    chain.push(value);
    index = at;
  }
  return { product, end: index, chain };
}

/** A number such as "a few hundred", "several", 수십만. */
function fewNumeral(reading: Scan, start: number): Numeral | undefined {
  const few = phraseAt(reading, start, "few");
  const interval = few?.phrase.interval;
  if (few === undefined || interval === undefined) return undefined;
  const { product, end, chain } = magnitudes(reading, few.end);
  if (chain.length === 0 && ["many", "few"].includes(lowerAt(reading, start))) return undefined;
  const [low, high] = interval;
  return {
    low: low * product,
    high: high * product,
    end,
    vague: true,
    chain,
    form: "few",
    large: end > few.end,
    decimals: 0,
  };
}

/** A number such as "tens of thousands", "dozens". */
function severalNumeral(reading: Scan, start: number): Numeral | undefined {
  const first = tokenAt(reading, start)?.use?.several;
  if (first === undefined) return undefined;
  const { product, end, chain } = magnitudes(reading, start);
  const lone = lowerAt(reading, start);
  if (chain.length === 1 && (lone === "tens" || lone === "scores") && lowerAt(reading, end) !== "of") return undefined;
  return { low: 2 * product, high: 10 * product, end, vague: true, chain, form: "several", large: true, decimals: 0 };
}

/** A number that begins with an article: "a hundred", "a million". */
function articleNumeral(reading: Scan, start: number): Numeral | undefined {
  const word = lowerAt(reading, start);
  if (word !== "a" && word !== "an") return undefined;
  const next = tokenAt(reading, start + 1);
  if (next?.use?.magnitude === undefined || LETTERS.has(next.lower) || next.use.several !== undefined) return undefined;
  const numeral = plainNumeral(reading, start + 1, false);
  return numeral && { ...numeral, form: "article" };
}

/** A fraction: "half a million", "three quarters", "a third". */
function fractionNumeral(reading: Scan, start: number): Numeral | undefined {
  const first = tokenAt(reading, start);
  const counts = ARTICLES.has(first?.lower ?? "") ? 1 : first?.use?.number;
  let index = counts === undefined ? start : start + 1;
  if (counts !== undefined && lowerAt(reading, index) === "-") index++;
  const fraction = tokenAt(reading, index)?.use?.fraction;
  if (fraction === undefined) return undefined;
  const value = fraction * (counts ?? 1);
  const of = lowerAt(reading, index + 1) === "of" ? index + 2 : index + 1;
  const many = ARTICLES.has(lowerAt(reading, of)) ? of + 1 : of;
  const { product, end, chain } = magnitudes(reading, many);
  if (chain.length === 0) {
    return {
      low: value,
      high: value,
      end: index + 1,
      vague: false,
      chain: [],
      form: "fraction",
      large: false,
      decimals: 0,
    };
  }
  return {
    low: value * product,
    high: value * product,
    end,
    vague: false,
    chain: [product],
    form: "words",
    large: true,
    decimals: 0,
  };
}

/** Two neighbouring Han digits: 五六个月. */
function pairNumeral(reading: Scan, start: number): Numeral | undefined {
  const pair = digitPair(reading, start);
  return pair && { ...pair, vague: true, form: "few", large: pair.chain.length > 0, decimals: 0 };
}

/** 三分之二, 百分之七十: parts of a whole that stands before them. */
function withParts(reading: Scan, whole: Numeral | undefined, pair: boolean): Numeral | undefined {
  if (whole === undefined || tokenAt(reading, whole.end)?.use?.partsOf !== true || whole.high === 0) return whole;
  const parts = plainNumeral(reading, whole.end + 1, pair);
  if (parts === undefined || parts.high > whole.high) return whole;
  const value = parts.high / whole.high;
  return { ...parts, low: value, high: value, chain: [], form: "fraction", large: false };
}

/** A number in digits; the year of a date multiplies nothing, whatever word follows it on the next line. */
function digitsNumeral(reading: Scan, start: number, pair: boolean): Numeral | undefined {
  const numeral = plainNumeral(reading, start, pair);
  const token = tokenAt(reading, start);
  const dated =
    tokenAt(reading, start - 1)?.use?.month === true && (token?.value ?? 0) > 1500 && token?.grouped === false;
  if (!dated || numeral === undefined || numeral.end === start + 1) return numeral;
  return { ...numeral, low: token?.value ?? 0, high: token?.value ?? 0, end: start + 1, chain: [], large: false };
}

/**
 * The number that begins at a token, whatever its form; `pair` says that an "and" may stand between two numbers.
 * @example
 * numeralAt({ text: "", tokens: [], meter: { steps: 0 } }, 0, false) ?? "none" // => "none"
 */
export function numeralAt(reading: Scan, start: number, pair: boolean): Numeral | undefined {
  const token = tokenAt(reading, start);
  if (token === undefined) return undefined;
  if (token.kind === "mark") {
    const value = VULGAR[token.lower];
    if (value === undefined) return undefined;
    return {
      low: value,
      high: value,
      end: start + 1,
      vague: false,
      chain: [],
      form: "fraction",
      large: false,
      decimals: 1,
    };
  }
  if (token.kind === "number")
    return token.value === undefined ? undefined : withParts(reading, digitsNumeral(reading, start, pair), pair);
  if (token.use === undefined) return undefined;
  return (
    fractionNumeral(reading, start) ??
    fewNumeral(reading, start) ??
    pairNumeral(reading, start) ??
    articleNumeral(reading, start) ??
    severalNumeral(reading, start) ??
    withParts(reading, plainNumeral(reading, start, pair), pair)
  );
}
