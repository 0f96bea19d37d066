import type { Quantity } from "../quantity.ts";
import type { Surroundings } from "./surroundings.ts";

/** "300 of us", "684 Veldorians", "the number of Mongolians is to rise to 8,000". */
const AFTER =
  /^\s(?:(?:[\p{Ll}-]+\s){0,2}of (?:us|them)\b|(?:\p{Ll}+\s)?\p{Lu}\p{L}+(?:ans|ians|ese|is|ers|men)\b|\p{L}+(?:цев|янцев)(?!\p{L}))/u;
const BEFORE =
  /\bnumber of (?:\p{L}+\s)?(?:\p{Lu}\p{L}+(?:ans|ians|ese|is)|workers|labou?rers|people|employees)\b[^.;]*$/u;

/**
 * A quantity with `persons` as its unit where it is a bare count and the words beside it name people whom no list of nouns knows.
 * @example
 * countedPeople({ start: 0, end: 3, kind: "count", range: { kind: "point", value: 684 }, approximate: false, vague: false, per: [] }, { before: "", after: " Veldorians sew.", clause: "", near: "" }).unit // => "persons"
 */
export function countedPeople(quantity: Quantity, { before, after }: Surroundings): Quantity {
  if (quantity.kind !== "count" || quantity.unit !== undefined) return quantity;
  return AFTER.test(after) || BEFORE.test(before) ? { ...quantity, unit: "persons" } : quantity;
}
