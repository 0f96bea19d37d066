import { isOwner } from "./owner.ts";
import type { Printed } from "./printed.ts";
import { lowerAt, phraseAt, type Scan, tokenAt } from "./reading.ts";

/**
 * Whether words or brackets around a bare number make it an age.
 * @example
 * typeof isAged // => "function"
 */
export function isAged(reading: Scan, printed: Printed): boolean {
  const { start } = printed;
  if (printed.amount.high > 120) return false;
  const as = lowerAt(reading, start) === "some" ? start + 1 : start;
  if (lowerAt(reading, as) === "as" && YOUNG.has(lowerAt(reading, as + 1))) return true;
  const last = JUST.has(lowerAt(reading, start - 1)) ? start - 1 : start;
  for (let index = last - 1; index >= last - 4; index--) {
    const found = phraseAt(reading, index, "age before");
    if (found !== undefined && found.end === last) return true;
  }
  return isAgeHead(reading, start);
}

/** "Age of workers: 22": a head of a list or table. */
function isAgeHead(reading: Scan, start: number): boolean {
  if (lowerAt(reading, start - 1) !== ":") return false;
  for (let index = start - 2; index >= start - 5; index--) if (AGES.has(lowerAt(reading, index))) return true;
  return false;
}

const AGES = new Set(["age", "ages"]);
/** The words of "as young as fourteen", which are part of the stretch. */
const YOUNG = new Set(["young", "old"]);
const AFTER_LISTED = new Set([",", ")", ";"]);
const SEXES = new Set(["male", "female", "man", "woman", "m", "f"]);

/**
 * "(40, Male, China)" and "Kim, 45, said".
 * @example
 * typeof isBracketedAge // => "function"
 */
export function isBracketedAge(reading: Scan, printed: Printed): boolean {
  const { amount, end } = printed;
  const start = ["now", "”", '"'].includes(lowerAt(reading, printed.start - 1)) ? printed.start - 1 : printed.start;
  const { low, high, numeral } = amount;
  if (numeral.form !== "digits" || numeral.large || low !== high || low < 5 || low > 110 || low % 1 !== 0) return false;
  const before = lowerAt(reading, start - 1);
  const next = lowerAt(reading, end + 1);
  if (before === "," && SEXES.has(lowerAt(reading, start - 2)) && AFTER_LISTED.has(lowerAt(reading, end))) return true;
  if (lowerAt(reading, end) !== "," && !(before === "," && lowerAt(reading, end) === ")")) return false;
  if (before === "(" || before === ",") {
    const at = lowerAt(reading, start - 2) === "." ? start - 3 : start - 2;
    const name = tokenAt(
      reading,
      lowerAt(reading, at - 1) === "-" && tokenAt(reading, at)?.spaced === false ? at - 2 : at,
    );
    return (
      SEXES.has(next) ||
      (before === "," &&
        name?.capital === true &&
        name.use?.month !== true &&
        tokenAt(reading, end + 1)?.kind === "word" &&
        lowerAt(reading, end) === ",")
    );
  }
  return false;
}

/**
 * The decade of "in his mid-30s", where it is somebody's age; absent where it is none.
 * @example
 * typeof decadeOfAge // => "function"
 */
export function decadeOfAge(reading: Scan, printed: Printed): number | undefined {
  const { amount } = printed;
  const decade = amount.low;
  if (lowerAt(reading, amount.start + 1) !== "s" || decade % 10 !== 0 || decade < 10 || decade > 90) return undefined;
  return isOwner(reading, amount.start - 1) ? decade : undefined;
}

/**
 * The second decade of "in their 70s and 80s"; absent where none follows.
 * @example
 * laterDecade({ text: "", tokens: [], meter: { steps: 0 } }, 0) ?? "none" // => "none"
 */
export function laterDecade(reading: Scan, index: number): number | undefined {
  if (!["and", "or", "to"].includes(lowerAt(reading, index)) || lowerAt(reading, index + 2) !== "s") return undefined;
  const value = tokenAt(reading, index + 1)?.value;
  return value !== undefined && value % 10 === 0 && value >= 20 && value <= 90 ? value : undefined;
}

const JUST = new Set(["just", "only", "about", "around"]);
const OLDER = new Set(["under", "over", "above", "below"]);
const SOMEBODY = new Set(["he", "she", "i", "they", "her", "his", "their", "who", "you"]);
const BEING = new Set(["is", "was", "am", "m", "s"]);
const AFTER_AGE = new Set([
  ",",
  ".",
  "and",
  ";",
  "when",
  "now",
  "then",
  "at",
  "?",
  "!",
  "but",
  "–",
  "—",
  "he",
  "she",
  "i",
  "they",
  "his",
  "her",
  "my",
]);
const GROUP = new Set(["staff", "crew", "personnel", "workforce", "manpower", "total", "troop"]);
const GROWN = new Set(["man", "woman", "boy", "girl", "child", "worker", "person", "lad"]);

/**
 * Whether a bare number is somebody's age by its sentence: "Mr Park is 36," and "At 18, she left".
 * @example
 * typeof isAgeOfSomebody // => "function"
 */
export function isAgeOfSomebody(reading: Scan, printed: Printed, counted: { readonly noun: boolean }): boolean {
  const { amount, start, end } = printed;
  const { low, high, numeral } = amount;
  if (numeral.large || numeral.decimals > 0 || low !== high || low < 1 || low > 110 || counted.noun) return false;
  const people = tokenAt(reading, start - 1)?.use?.noun === "persons";
  if (printed.bound !== undefined) return people && OLDER.has(lowerAt(reading, start));
  if (low < 6 || (numeral.form !== "digits" && low < 13)) return false;
  const first = JUST.has(lowerAt(reading, start - 1)) ? start - 1 : start;
  const before = lowerAt(reading, first - 1);
  if (before === "of") return GROWN.has(lowerAt(reading, start - 2));
  if (numeral.form === "digits" && before === "at" && lowerAt(reading, end) === ",")
    return SOMEBODY.has(lowerAt(reading, end + 1));
  return BEING.has(before) && AFTER_AGE.has(lowerAt(reading, end)) && isSomebody(reading, first - 2);
}

/** Whether one person is named at a token: "she", "Mr Park", "my brother". */
function isSomebody(reading: Scan, index: number): boolean {
  const subject = tokenAt(reading, index);
  if (subject?.lower === "’" || subject?.lower === "'") return SOMEBODY.has(lowerAt(reading, index - 1));
  if (subject?.kind !== "word") return false;
  if (SOMEBODY.has(subject.lower)) return true;
  if (lowerAt(reading, index - 1) === "-" && tokenAt(reading, index - 2)?.capital === true) return !subject.spaced;
  const { use } = subject;
  if (use?.noun === "persons") return !subject.lower.endsWith("s") && !GROUP.has(subject.lower);
  return subject.capital && use?.noun === undefined;
}

/**
 * Whether a bare number goes on a list of ages: "aged 57 and 49".
 * @example
 * followsAge({ text: "", tokens: [], meter: { steps: 0 } }, 0, undefined) // => false
 */
export function followsAge(reading: Scan, start: number, last: { kind: string; end: number } | undefined): boolean {
  return last?.kind === "age" && last.end === start - 1 && [",", "and", "or"].includes(lowerAt(reading, start - 1));
}
