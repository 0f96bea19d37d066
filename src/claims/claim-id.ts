import { sha256Hex } from "../values/digest.ts";
import { printNumber } from "../values/number.ts";
import { boundsOf } from "../values/range.ts";
import type { Claim } from "./claim.ts";

/** What a claim's id looks like. */
export const CLAIM_ID_PATTERN = "^c[0-9a-f]{12}$";

/** What of a claim makes its id: a note, a grade or a better paraphrase changes nothing. */
export type ClaimIdentity = Pick<
  Claim,
  | "source"
  | "locator"
  | "statedBy"
  | "measure"
  | "statistic"
  | "place"
  | "occupation"
  | "sex"
  | "period"
  | "range"
  | "approximate"
  | "unit"
  | "currency"
  | "per"
>;

/**
 * The texts of a claim's two bounds as its row holds them; empty where the source gave none.
 * @example
 * boundCells({ kind: "at least", low: 50000 }) // => ["50000",""]
 */
export function boundCells(range: Claim["range"]): readonly [string, string] {
  const { low, high } = boundsOf(range);
  return [low === undefined ? "" : printNumber(low), high === undefined ? "" : printNumber(high)];
}

/**
 * The id of a claim, from its content: `c` and the first 12 hex digits of the SHA-256 of its identifying cells.
 * @example
 * claimId({ source: "a", locator: "p. 1", statedBy: "b", measure: "workers", statistic: "total", place: "RU", range: { kind: "point", value: 1 }, approximate: false, unit: "persons" }) // => "c96bd99533697"
 */
export function claimId(claim: ClaimIdentity): string {
  const { source, locator, statedBy, measure, statistic, place, occupation = "", sex = "", period = "" } = claim;
  const { approximate, unit, currency = "", per = "" } = claim;
  const cells = [source, locator, statedBy, measure, statistic, place, occupation, sex, period];
  const number = [...boundCells(claim.range), approximate ? "yes" : "", unit, currency, per];
  return `c${sha256Hex([...cells, ...number].join("\u001F")).slice(0, 12)}`;
}
