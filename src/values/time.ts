import { parsePeriod } from "./period.ts";

/** An ISO date, or an ISO date and time in UTC. */
export const TIME_PATTERN = "^[0-9]{4}-[0-9]{2}-[0-9]{2}(T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\\.[0-9]{1,3})?Z)?$";

/** What a cell with a time should be, in words. */
export const TIME_EXPECTED = "a date such as 2026-11-21 or a time such as 2026-11-21T10:00:00Z";

const form = new RegExp(TIME_PATTERN, "u");

/**
 * Whether a text is a date that exists, or such a date with a time of day in UTC.
 * @example
 * ["2026-11-21", "2026-11-21T10:00:00Z", "2026-02-30", "21.11.2026"].map(isTime) // => [true, true, false, false]
 */
export function isTime(text: string): boolean {
  return form.test(text) && parsePeriod(text.slice(0, 10)).ok;
}
