import type { Account, MixedMeasure } from "../accounts/account.ts";
import { real } from "../math/vector.ts";
import type { ReadingWeight, RivalReadings } from "./appraisal.ts";
import type { GroupTerm, Model } from "./model.ts";
import { claimsOfGroup } from "./spoken-of.ts";

/**
 * What each reading of each mixed measure weighs once the evidence has spoken: overall the mean over the groups, for each
 * group is about one number (rule E25). A measure on which nothing is claimed is left out.
 * @example
 * rivalReadings({ measures: new Map() }, { groups: [] }, [], new Map()) // => []
 */
export function rivalReadings(
  account: Account,
  model: Pick<Model, "groups">,
  shares: readonly Float64Array[],
  measureOfClaim: ReadonlyMap<string, string>,
): readonly RivalReadings[] {
  return [...account.measures.values()].flatMap((measure): RivalReadings[] => {
    if (measure.kind !== "mixed") return [];
    const groups = model.groups.flatMap((term, g) => {
      const claims = claimsOfGroup(term.group);
      const share = shares[g];
      if (!share || !claims.some((claim) => measureOfClaim.get(claim) === measure.id)) return [];
      return [{ group: term.group.id, claims, readings: weightsOf(measure, term, share) }];
    });
    if (groups.length === 0) return [];
    const readings = measure.readings.map(({ measure: id, weight }, r) => ({
      measure: id,
      prior: weight,
      posterior: groups.reduce((sum, group) => sum + (group.readings[r]?.posterior ?? 0), 0) / groups.length,
    }));
    return [{ kind: "rival readings", measure: measure.id, readings, groups }];
  });
}

function weightsOf(measure: MixedMeasure, { group }: GroupTerm, shares: Float64Array): readonly ReadingWeight[] {
  const sums = new Map<string, number>();
  group.components.forEach((component, c) => {
    const id = group.targets[component.target]?.measure ?? "";
    sums.set(id, (sums.get(id) ?? 0) + real(shares, c));
  });
  return measure.readings.map((reading) => ({
    measure: reading.measure,
    prior: reading.weight,
    posterior: Math.min(1, sums.get(reading.measure) ?? 0),
  }));
}
