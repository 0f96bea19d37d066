import type { Account, MixedMeasure } from "../accounts/account.ts";
import { tellingsOf } from "../audits/pay-chain.ts";
import type { Claim } from "../claims/claim.ts";
import { real } from "../math/vector.ts";
import type { JointReadings, ReadingCombination } from "./appraisal.ts";
import type { Model } from "./model.ts";
import type { ScoredDraws } from "./scored-draws.ts";
import { claimsOfGroup } from "./spoken-of.ts";

/**
 * What each way of reading a printed deduction chain weighs once the evidence has spoken, where its words leave several parts open: how one part is to be read
 * says something of the others, for all divide the same pay (rule E25). A printed chain is what one voice tells of one place in one passage.
 * @example
 * jointReadings({ chains: [], measures: new Map() }, [], { groups: [] }, { count: 0, meant: new Map() }) // => []
 */
export function jointReadings(
  account: Pick<Account, "chains" | "measures">,
  claims: readonly Claim[],
  model: Pick<Model, "groups">,
  scored: Pick<ScoredDraws, "count" | "meant">,
): readonly JointReadings[] {
  const groupOfClaim = new Map(
    model.groups.flatMap(({ group }, g) => claimsOfGroup(group).map((claim) => [claim, g] as const)),
  );
  const weighed = new Set<string>();
  return account.chains.flatMap((chain) => {
    const open = chain.steps
      .flatMap(({ printed }) => printed.flatMap(({ id }) => account.measures.get(id) ?? []))
      .filter((measure) => measure.kind === "mixed");
    const told = claims.filter(({ measure }) => open.some(({ id }) => id === measure));
    return tellingsOf(told).flatMap((telling): readonly JointReadings[] => {
      const parts = open.flatMap((measure) => openPart(measure, telling, groupOfClaim, scored));
      const [first, second] = parts;
      const key = parts.map(({ group }) => group).join(" ");
      if (!first || !second || weighed.has(key)) return [];
      weighed.add(key);
      const combinations = combinationsOf(parts, scored.count);
      const { source } = first.claim;
      return [
        { kind: "joint readings", chain: chain.id, source, claims: parts.map(({ claim }) => claim.id), combinations },
      ];
    });
  });
}

/** A part of a printed chain whose rule is open, and how probable each reading of it is at every draw. */
interface OpenPart {
  readonly measure: MixedMeasure;
  readonly claim: Claim;
  /** The position of the claim's group: where a passage is a copy of another, both have the same, and one of them is told. */
  readonly group: number;
  readonly meant: ReadonlyMap<string, Float64Array>;
}

/** What a telling says of a part, the first claim of it that is used; nothing where it says nothing. */
function openPart(
  measure: MixedMeasure,
  telling: readonly Claim[],
  groupOfClaim: ReadonlyMap<string, number>,
  { meant }: Pick<ScoredDraws, "meant">,
): readonly OpenPart[] {
  for (const claim of telling) {
    const group = groupOfClaim.get(claim.id) ?? -1;
    const probable = claim.measure === measure.id ? meant.get(group) : undefined;
    if (probable) return [{ measure, claim, group, meant: probable }];
  }
  return [];
}

/** One way of reading some parts, and how probable it is at every draw. */
interface Way {
  readonly measures: readonly string[];
  readonly prior: number;
  readonly probable: Float64Array;
}

/** All ways of reading some parts, the likeliest first: given one draw the parts are read independently, over all draws they are not. */
function combinationsOf(parts: readonly OpenPart[], count: number): readonly ReadingCombination[] {
  let ways: readonly Way[] = [{ measures: [], prior: 1, probable: new Float64Array(count).fill(1) }];
  for (const { measure, meant } of parts)
    ways = ways.flatMap((way) =>
      measure.readings.map((reading) => ({
        measures: [...way.measures, reading.measure],
        prior: way.prior * reading.weight,
        probable: product(way.probable, meant.get(reading.measure) ?? new Float64Array(count)),
      })),
    );
  return ways
    .map(({ measures, prior, probable }) => ({
      measures,
      prior,
      posterior: Math.min(1, probable.reduce((sum, chance) => sum + chance, 0) / count),
    }))
    .sort((one, other) => other.posterior - one.posterior);
}

function product(one: Float64Array, other: Float64Array): Float64Array {
  return one.map((value, i) => value * real(other, i));
}
