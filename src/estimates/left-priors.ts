import type { Account, PriorInterval } from "../accounts/account.ts";
import type { Estimate } from "./estimate.ts";
import { type LevelCell, ownPrior } from "./parameters.ts";

/**
 * The quantities without years whose posterior median lies outside the 90 % prior that the case states for them: ratios between
 * measures above all, which then hide that permits, entries or people were counted otherwise than thought (rule E36). What walks
 * from year to year is meant to leave its prior, and a place that is pooled has none of its own.
 * @example
 * leftPriors({ measures: new Map([["r", { kind: "estimated", over: ["place"], prior: { default: [0.7, 6], places: new Map() } }]]) }, [{ quantity: "r.CN", measure: "r", place: "CN", median: 7.5 }]) // => ["r.CN"]
 */
export function leftPriors(
  account: Pick<Account, "measures" | "occupations">,
  estimates: readonly Pick<Estimate, "quantity" | "measure" | "place" | "occupation" | "median">[],
): readonly string[] {
  return estimates.flatMap(({ quantity, measure, median, ...cell }) => {
    const stated = statedPrior(account, measure, cell);
    return stated && (median < stated[0] || median > stated[1]) ? [quantity] : [];
  });
}

function statedPrior(
  account: Pick<Account, "measures" | "occupations">,
  id: string,
  cell: LevelCell,
): PriorInterval | undefined {
  const measure = account.measures.get(id);
  if (measure?.kind !== "estimated" || measure.walk) return undefined;
  // Nothing is stated of all work together, nor of a group of occupations.
  if (measure.over.includes("occupation") && account.occupations.every((one) => one.id !== cell.occupation))
    return undefined;
  const own = ownPrior(measure.prior, cell);
  return own ?? (measure.prior.pooled === undefined ? measure.prior.default : undefined);
}
