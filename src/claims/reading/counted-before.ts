import { lowerAt, type Scan, tokenAt } from "./reading.ts";
import { countedFrom, unitOf } from "./surroundings.ts";

/** How many words of a heading, and how many of a sentence, are looked at. */
const FORWARD = 8;
const BACK = 30;

const GROUPS = new Set(
  "team crew group groups teams brigade gang staff party unit squad family delegation workforce panel household class".split(
    " ",
  ),
);

/**
 * Whether a number says how many people a group before it has: "a crew of 31", "groups of four".
 * @example
 * isGroup({ text: "", tokens: [], meter: { steps: 0 } }, 0) // => false
 */
export function isGroup(reading: Scan, start: number): boolean {
  const group = tokenAt(reading, start - 2);
  return lowerAt(reading, start - 1) === "of" && group?.capital === false && GROUPS.has(group.lower);
}

/** The first unit among the words of a line before its colon: "Host countries: 11". */
function headUnitBefore(reading: Scan, colon: number): string | undefined {
  let unit: string | undefined;
  for (let index = colon - 1; index > colon - FORWARD; index--) {
    const token = tokenAt(reading, index);
    if (token?.kind !== "word" || token.sentence !== tokenAt(reading, colon)?.sentence) return unit;
    unit = unitOf(token) ?? unit;
    if (token.line) return unit;
  }
  return unit;
}

/** Words of people that stand before a number which has no noun of its own: "we were 200". */
const ASIDE = new Set(["–", "—", "("]);
const AMOUNTS = new Set(["number", "numbers", "amount", "quantity", "count"]);
const PEOPLE = new Set(["we", "they", "us", "them", "population"]);

/**
 * What is counted by a number without a noun of its own, from the words of its sentence before it; absent when they do not
 * tell.
 * @example
 * countedBefore({ text: "", tokens: [], meter: { steps: 0 } }, 0) ?? "unknown" // => "unknown"
 */
export function countedBefore(reading: Scan, start: number): string | undefined {
  const sentence = tokenAt(reading, start)?.sentence;
  if (isGroup(reading, start)) return "persons";
  if (lowerAt(reading, start - 1) === ":") return headUnitBefore(reading, start - 1);
  const beside = tokenAt(reading, start - 2);
  if (ASIDE.has(lowerAt(reading, start - 1)) && beside?.use?.noun !== undefined) return beside.use.noun;
  let found: string | undefined;
  for (let index = start - 1; index > start - BACK; index--) {
    const token = tokenAt(reading, index);
    if (token === undefined || token.sentence !== sentence) return found;
    if (AMOUNTS.has(token.lower) && lowerAt(reading, index + 1) === "of" && index + 2 < start)
      return countedFrom(reading, index + 2).unit;
    if (PEOPLE.has(token.lower) || (unitOf(token) === "persons" && !token.lower.endsWith("ese"))) found = "persons";
  }
  return found;
}
