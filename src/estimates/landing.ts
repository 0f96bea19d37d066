import { exponential } from "../math/exponential.ts";
import type { Random } from "../math/random.ts";

/** A normal on which a jump may land. */
export interface Landing {
  /** The share of jumps that are to land there. */
  readonly share: number;
  readonly mean: number;
  readonly deviation: number;
  /** Log of the share times the peak. */
  readonly logPeak: number;
  readonly halfPrecision: number;
}

/** A mean and a variance. */
export interface Spot {
  readonly mean: number;
  readonly variance: number;
}

/**
 * Landings on some spots, which share a share of the jumps among them.
 * @example
 * landingsOn([{ mean: 0, variance: 1 }, { mean: 3, variance: 1 }], 0.5).map(({ share }) => share) // => [0.25,0.25]
 */
export function landingsOn(spots: readonly Spot[], together: number): readonly Landing[] {
  const share = together / spots.length;
  return spots.map(({ mean, variance }) => ({
    share,
    mean,
    deviation: Math.sqrt(variance),
    logPeak: Math.log(share) - 0.5 * Math.log(variance),
    halfPrecision: 0.5 / variance,
  }));
}

/**
 * The same landings with a share of the jumps among them.
 * @example
 * scaledLandings(landingsOn([{ mean: 0, variance: 1 }], 1), 0.5).map(({ share }) => share) // => [0.5]
 */
export function scaledLandings(landings: readonly Landing[], by: number): readonly Landing[] {
  return landings.map((one) => ({ ...one, share: by * one.share, logPeak: one.logPeak + Math.log(by) }));
}

/**
 * A draw from landings, whose shares come to one.
 * @example
 * drawLanding(landingsOn([{ mean: 2, variance: 9 }], 1), { uniform: () => 0.5, normal: () => 1 }) // => 5
 */
export function drawLanding(landings: readonly Landing[], random: Random): number {
  let left = random.uniform();
  let at = 0;
  while (at + 1 < landings.length) {
    left -= landings[at]?.share ?? 0;
    if (left < 0) break;
    at++;
  }
  const aim = landings[at];
  if (!aim) throw new Error("nowhere to land");
  return aim.mean + aim.deviation * random.normal();
}

/**
 * The log density of landings at a value, up to a constant.
 * @example
 * landingDensity(landingsOn([{ mean: 2, variance: 1 }], 1), 4) // => -2
 */
export function landingDensity(landings: readonly Landing[], value: number): number {
  let largest = Number.NEGATIVE_INFINITY;
  let sum = 0;
  for (const { mean, logPeak, halfPrecision } of landings) {
    const log = logPeak - (value - mean) ** 2 * halfPrecision;
    if (log > largest) {
      sum = sum * exponential(largest - log) + 1;
      largest = log;
    } else if (log - largest > -40) sum += exponential(log - largest);
  }
  return largest + Math.log(sum);
}
