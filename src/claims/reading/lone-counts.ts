import { amountAt } from "./amount.ts";
import { basisAt } from "./basis.ts";
import { countedBefore, isGroup } from "./counted-before.ts";
import { isEastern } from "./eastern.ts";
import type { Judged } from "./judged.ts";
import type { Printed } from "./printed.ts";
import { lowerAt, type Scan, tokenAt } from "./reading.ts";
import type { Counted } from "./surroundings.ts";

const ALONE = new Set(
  "only just then were are totalled totaled totalling totaling numbered numbering reached".split(" "),
);
const ORS = new Set(["or", "even", "to"]);
const BEING_DONE = new Set(["were", "had", "have", "are", "did", "died", "escaped", "returned"]);
/** Units of places, in which people are then counted: "28,000 in 37 countries, 31,000 in 33". */
const PLACES = new Set(["countries", "cities"]);
const DONE_BY_PEOPLE = new Set(["were", "had", "have", "are", "did", "out", "more"]);
const THESE = new Set(["them", "those", "these"]);
const DEFINITE = new Set(["these", "those", "all", "any", "no", "other"]);
const ROOMS = new Set([
  "room",
  "bed",
  "cell",
  "tent",
  "bunk",
  "dormitory",
  "container",
  "house",
  "flat",
  "apartment",
  "cabin",
]);

/** "twelve to a room": people. */
function isRoomful(reading: Scan, end: number): boolean {
  return lowerAt(reading, end) === "to" && lowerAt(reading, end + 1) === "a" && ROOMS.has(lowerAt(reading, end + 2));
}

/** "a 4,000-strong diaspora": people. */
function isStrength(reading: Scan, end: number): boolean {
  return lowerAt(reading, lowerAt(reading, end) === "-" ? end + 1 : end) === "strong";
}

/** "52 men, two more than before". */
function isMoreThan(reading: Scan, end: number): boolean {
  const word = lowerAt(reading, end);
  return (word === "more" || word === "fewer") && lowerAt(reading, end + 1) === "than";
}

/** "one of hundreds": people. */
function isOneOf(reading: Scan, start: number): boolean {
  return lowerAt(reading, start - 1) === "of" && lowerAt(reading, start - 2) === "one";
}

/** Whether the last count is of the places where people were counted: "60,000 workers in 16 countries. In Oria there are 4,000." */
function isPlaceOfPeople({ kind, unit, count }: Judged): boolean {
  return kind === "count" && PLACES.has(unit ?? "") && count?.unit === "persons";
}

/** "nine in Russia", after another count of the same sentence. */
function isListedPlace(reading: Scan, { start, end }: Printed, last: Judged | undefined): boolean {
  const place = tokenAt(reading, end + 1);
  const listed = [",", "and"].includes(lowerAt(reading, start - 1)) && last?.unit === "persons";
  if (last?.kind === "count" && listed && ["from", "in", "by"].includes(lowerAt(reading, end)))
    return tokenAt(reading, last.start)?.sentence === tokenAt(reading, start)?.sentence;
  if (last?.kind !== "count" || !["in", "from"].includes(lowerAt(reading, end)) || place?.capital !== true)
    return false;
  return tokenAt(reading, last.start)?.sentence === tokenAt(reading, start)?.sentence;
}

/** The unit of the last count, of which "three of those" speaks; absent where it stands further off than the sentence before. */
function unitOfThose(reading: Scan, { start, end }: Printed, last: Judged | undefined): string | undefined {
  if (lowerAt(reading, end) !== "of" || !THESE.has(lowerAt(reading, end + 1))) return undefined;
  const count = last?.kind === "count" ? last : last?.count;
  const away = (tokenAt(reading, start)?.sentence ?? 0) - (tokenAt(reading, count?.start ?? -1)?.sentence ?? -9);
  return away <= 1 ? count?.unit : undefined;
}

/**
 * What is counted: the noun after the number, or what the sentence before it spoke of.
 * @example
 * typeof countedUnit // => "function"
 */
export function countedUnit(
  reading: Scan,
  printed: Printed,
  last: Judged | undefined,
  counted: Counted,
): string | undefined {
  if (counted.unit === undefined && isGroup(reading, printed.start)) return "persons";
  if (counted.unit === undefined && isStrength(reading, printed.end)) return "persons";
  if (counted.unit !== undefined) return counted.unit;
  if (printed.amount.numeral.form === "several" && lowerAt(reading, printed.end) === "more") return "persons";
  const ofThose = unitOfThose(reading, printed, last);
  if (ofThose !== undefined || counted.noun) return ofThose;
  if (isRoomful(reading, printed.end)) return "persons";
  if (lowerAt(reading, printed.start - 1) === ":") return countedBefore(reading, printed.start);
  const sentence = tokenAt(reading, printed.start)?.sentence ?? 0;
  const lastSentence = last === undefined ? -9 : (tokenAt(reading, last.start)?.sentence ?? -9);
  const before = lowerAt(reading, printed.start - 1) === "whom" ? "persons" : countedBefore(reading, printed.start);
  if (last?.kind === "count" && last.unit !== undefined && last.unit !== "times" && lastSentence === sentence)
    return PLACES.has(last.unit) && before === "persons" ? before : last.unit;
  if (printed.amount.numeral.form === "several" && DONE_BY_PEOPLE.has(lowerAt(reading, printed.end))) return "persons";
  if (before !== undefined) return before;
  if (printed.amount.numeral.form === "several" && isOneOf(reading, printed.start)) return "persons";
  if (last !== undefined && isPlaceOfPeople(last) && sentence - lastSentence === 1) return "persons";
  const follows = last?.kind === "count" && sentence - lastSentence === 1;
  return follows && last.unit === "persons" ? last.unit : undefined;
}

const ANDS = new Set(["and", "или", "и", "or", ","]);

/** The currency of the next number in millions: "4,155 million and 3,831 million dollars". */
function nextCurrency(reading: Scan, printed: Printed): string | undefined {
  const { numeral } = printed.amount;
  if (!ANDS.has(lowerAt(reading, printed.end)) || numeral.chain.length === 0 || numeral.form !== "digits")
    return undefined;
  const next = amountAt(reading, printed.end + 1, false);
  return next?.currencySide === "after" && next.numeral.large ? next.currency : undefined;
}

/** Verbs and words whose object in millions is money: "schemes have generated hundreds of millions". */
const MONEY_VERBS =
  /^(?:earn|generat|rais|steal|stole|launder|funnel|remit|siphon|invest|spen[dt]|rak|pocket|worth$|cost|owe|sav(?:e|ed|ing)$|lost$|lose|repatriat)/u;

const EARNING = /^(?:earn(?:s|ed|ing)?|paid|pays)$/u;
const PAYMENTS = new Set(
  "wages pay salary salaries fines fees revenue revenues remittances compensation damages penalties bribes profits earnings restitution".split(
    " ",
  ),
);

/** "half a million in back wages": what money is paid as follows the number. */
function isInPay(reading: Scan, end: number): boolean {
  if (lowerAt(reading, end) !== "in") return false;
  return [1, 2, 3].some((offset) => PAYMENTS.has(lowerAt(reading, end + offset)));
}

function isEarned(reading: Scan, { amount, start, end, isRange }: Printed, counted: Counted): boolean {
  if (counted.noun || isRange || amount.high < 1e3) return false;
  if (amount.numeral.large && isInPay(reading, end)) return true;
  if (amount.numeral.large && EARNING.test(lowerAt(reading, start - 1)) && basisAt(reading, end) !== undefined)
    return true;
  return amount.high >= 1e6 && MONEY_VERBS.test(lowerAt(reading, start - 1));
}

/** The currency of the money before a number in its sentence; unknown where there is none. */
function currencyNear(reading: Scan, printed: Printed, last: Judged | undefined): string {
  const same =
    last !== undefined && tokenAt(reading, printed.start)?.sentence === tokenAt(reading, last.start)?.sentence;
  return (same ? last.currency : undefined) ?? "unknown";
}

/**
 * The currency that a number in millions shares with the money before it in its sentence.
 * @example
 * typeof sharedCurrency // => "function"
 */
export function sharedCurrency(
  reading: Scan,
  printed: Printed,
  last: Judged | undefined,
  counted: Counted,
): string | undefined {
  const next = nextCurrency(reading, printed);
  if (next !== undefined) return next;
  if (isEarned(reading, printed, counted)) return currencyNear(reading, printed, last);
  if (last?.kind !== "money" || counted.noun || !printed.amount.numeral.large) return undefined;
  if (["several", "few"].includes(printed.amount.numeral.form) && !ORS.has(lowerAt(reading, printed.start - 1)))
    return undefined;
  const same = tokenAt(reading, printed.start)?.sentence === tokenAt(reading, last.start)?.sentence;
  return same ? last.currency : undefined;
}

/**
 * Whether a bare number without a noun may stand alone as a quantity.
 * @example
 * typeof standsAlone // => "function"
 */
export function standsAlone(reading: Scan, printed: Printed, last: Judged | undefined): boolean {
  const { amount, start, isRange, approximate, bound } = printed;
  const { form, large } = amount.numeral;
  if (isEastern(reading, amount.start) && form !== "digits") return false;
  if (form === "digits" || large || isRange || approximate || bound !== undefined) return true;
  const before = lowerAt(reading, start - 1);
  if (lowerAt(reading, printed.end) === "of" && THESE.has(lowerAt(reading, printed.end + 1))) return true;
  if (isMoreThan(reading, printed.end) && last?.kind === "count") return true;
  if (isListedPlace(reading, printed, last) || basisAt(reading, printed.end) !== undefined) return true;
  if (BEING_DONE.has(lowerAt(reading, printed.end)) && !DEFINITE.has(before)) return true;
  if (before === "but") return lowerAt(reading, start - 2) === "all";
  return ALONE.has(before) || isGroup(reading, start) || isRoomful(reading, printed.end);
}
