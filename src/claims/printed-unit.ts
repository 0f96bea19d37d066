/** The units in which claims are given, as printed; money needs a currency as well. */
export const UNITS = [
  "persons",
  "money",
  "percent",
  "hours",
  "days",
  "weeks",
  "months",
  "years",
  "countries",
  "companies",
  "sites",
  "documents",
  "square metres",
] as const;
export type PrintedUnit = (typeof UNITS)[number];

/** A word of `per`: for whom or for what time the number holds. */
const persons = ["person", "family"];
const times = ["hour", "day", "week", "month", "year"];

/**
 * Whether a text is a proper `per`: for whom, then for what time, each at most once.
 * @example
 * ["person month", "year", "month person", "fortnight"].map(isPer) // => [true, true, false, false]
 */
export function isPer(text: string): boolean {
  const words = text.split(" ");
  const [first = "", second] = words;
  if (words.length > 2) return false;
  if (second === undefined) return persons.includes(first) || times.includes(first);
  return persons.includes(first) && times.includes(second);
}
