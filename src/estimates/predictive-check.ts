import { chiSquareCdf } from "../math/chi-square.ts";
import { normalLogCdf, normalQuantile } from "../math/normal.ts";
import { real } from "../math/vector.ts";
import { type ClaimCheck, needsRerun, type PredictiveCheck } from "./appraisal.ts";
import type { EvidenceGroup } from "./evidence-group.ts";
import type { LeftOut } from "./leave-out.ts";
import type { GroupTerm, Model } from "./model.ts";
import { COPY_SD, GROSS_SD, MISCOPY } from "./root-mixture.ts";
import type { ScoredDraws } from "./scored-draws.ts";
import { quantityOfTarget } from "./spoken-of.ts";

const TENTHS = 10;

/**
 * Whether claims scatter around the account as the method says: each root's number held against what the account without
 * its origin leads one to expect, gross errors and miscopies included (rule E26). Copies do not count again, bounds not at
 * all, nor do origins that decide the account (their weights are not to be trusted).
 * @example
 * predictiveCheck({ groups: [] }, { series() {} }, new Map()).counted // => 0
 */
export function predictiveCheck(
  model: Pick<Model, "groups">,
  scored: Pick<ScoredDraws, "series">,
  leftOut: ReadonlyMap<string, LeftOut>,
): PredictiveCheck {
  const claims = model.groups.flatMap((term): ClaimCheck[] => {
    const out = leftOut.get(term.group.origin);
    return out && !isBound(term.group) ? checkOf(term, scored, out) : [];
  });
  const counted = claims.filter((claim) => claim.counted);
  const tenths = Array.from<number>({ length: TENTHS }).fill(0);
  for (const { pit } of counted) {
    const at = Math.min(TENTHS - 1, Math.floor(pit * TENTHS));
    tenths[at] = (tenths[at] ?? 0) + 1;
  }
  return {
    kind: "predictive check",
    counted: counted.length,
    expectedBeyond: counted.length / 10,
    beyond: counted.filter(({ pit }) => pit < 0.05 || pit > 0.95).length,
    pValue: unevenness(tenths, counted.length),
    tenths,
    claims,
  };
}

/** Probability of tenths as uneven as these, if each is as likely. */
function unevenness(tenths: readonly number[], count: number): number {
  if (count === 0) return 1;
  const expected = count / TENTHS;
  return (
    1 -
    chiSquareCdf(
      tenths.reduce((sum, found) => sum + (found - expected) ** 2 / expected, 0),
      TENTHS - 1,
    )
  );
}

function isBound(group: EvidenceGroup): boolean {
  return group.form === "lower bound" || group.form === "upper bound";
}

function checkOf(term: GroupTerm, scored: Pick<ScoredDraws, "series">, out: LeftOut): ClaimCheck[] {
  const { group } = term;
  // One number for one root. Which of several readings is no matter of how well it fits: the one with the least id.
  const reading = [...group.readings].sort((a, b) => ((a.claims[0] ?? "") < (b.claims[0] ?? "") ? -1 : 1))[0];
  const claim = reading?.claims[0];
  const noise = numberNoise(group);
  if (!reading || claim === undefined || !noise) return [];
  const pit = group.targets.reduce((sum, target, t) => {
    const center = reading.said[t]?.center ?? Number.NaN;
    return sum + target.weight * pitAt(term, t, center, noise, scored, out.weights.weights);
  }, 0);
  const whole = group.targets.reduce((sum, target) => sum + target.weight, 0);
  const safe = Math.min(1 - 1e-6, Math.max(1e-6, pit / whole));
  const heaviest = group.targets.reduce((best, target) => (target.weight > best.weight ? target : best));
  return [
    {
      claim,
      group: group.id,
      quantity: quantityOfTarget(heaviest),
      pit: Number(safe.toFixed(6)),
      z: Number(normalQuantile(safe).toFixed(3)),
      k: Number(out.weights.k.toFixed(3)),
      counted: !needsRerun(out.weights),
    },
  ];
}

/** How a number of a group scatters around the truth: variance where it is faithful, and the chance of a gross error. */
interface NumberNoise {
  readonly variance: number;
  readonly gross: number;
}

/** The noise that went into a group's components, read back from the two states without a miscopy. */
function numberNoise(group: EvidenceGroup): NumberNoise | undefined {
  const plain = group.components.filter(({ target, miscopied }) => target === 0 && miscopied === 0);
  const faithful = plain.find(({ gross }) => !gross);
  const wrong = plain.find(({ gross }) => gross);
  // Readings that are far apart leave no state without a miscopy.
  if (!faithful || !wrong) return undefined;
  const odds = Math.exp(wrong.logWeight - faithful.logWeight);
  const copying = COPY_SD ** 2;
  return {
    variance: faithful.variance - copying / group.readings.length + copying,
    gross: odds / (1 + odds),
  };
}

/** Weighted mean over the draws of the probability of a number below the center. */
function pitAt(
  term: GroupTerm,
  target: number,
  center: number,
  noise: NumberNoise,
  scored: Pick<ScoredDraws, "series">,
  weights: Float64Array,
): number {
  const nodes = scored.series(term.nodes[target] ?? -1);
  const spread = term.spreadNodes ? scored.series(term.spreadNodes[target] ?? -1) : undefined;
  const ways = [false, true].flatMap((gross) =>
    [false, true].map((miscopied) => ({
      share: (gross ? noise.gross : 1 - noise.gross) * (miscopied ? MISCOPY : 1 - MISCOPY),
      added: (Number(gross) + Number(miscopied)) * GROSS_SD ** 2,
    })),
  );
  let sum = 0;
  for (let i = 0; i < weights.length; i++) {
    const variance = noise.variance + (spread ? real(spread, i) ** 2 : 0);
    for (const { share, added } of ways) {
      const z = (center - real(nodes, i)) / Math.sqrt(variance + added);
      sum += real(weights, i) * share * Math.exp(normalLogCdf(z));
    }
  }
  return sum;
}
