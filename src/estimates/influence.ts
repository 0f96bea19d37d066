import { needsRerun, type OriginInfluence } from "./appraisal.ts";
import { type FigureDraws, figureMover } from "./figure-draws.ts";
import type { LeftOut } from "./leave-out.ts";
import type { Model } from "./model.ts";
import { claimsOfGroup } from "./spoken-of.ts";

/**
 * Every figure without each origin in turn, the most telling origin first (rule E22).
 * @example
 * influenceOf({ groups: [] }, new Map(), []) // => []
 */
export function influenceOf(
  model: Pick<Model, "groups">,
  leftOut: ReadonlyMap<string, LeftOut>,
  figures: readonly FigureDraws[],
): readonly OriginInfluence[] {
  const move = figureMover(figures);
  const found = [...leftOut.values()].map(({ origin, groups, weights }): OriginInfluence => {
    const moved = move(weights.weights);
    return {
      kind: "origin influence",
      origin,
      claims: groups.flatMap((g) => (model.groups[g] ? claimsOfGroup(model.groups[g].group) : [])).sort(),
      k: Number(weights.k.toFixed(3)),
      ess: Math.round(weights.ess),
      rerun: needsRerun(weights),
      largestShift: moved.reduce((most, { shift }) => Math.max(most, Math.abs(shift)), 0),
      figures: moved,
    };
  });
  return found.sort((a, b) => b.largestShift - a.largestShift || (a.origin < b.origin ? -1 : 1));
}
