import { normalQuantile } from "../math/normal.ts";
import { spreadNumber } from "../math/spread-numbers.ts";
import { mean, variance } from "../math/summary.ts";
import { real } from "../math/vector.ts";
import type { Reliability } from "../sources/grade.ts";
import { evenWeights, type FigureDraws, spanOf } from "./figure-draws.ts";
import type { NextFact, NextFacts } from "./next-fact.ts";
import { GROSS_SD } from "./root-mixture.ts";
import { grossProbability, noiseOf, varianceOfHalfWidth } from "./stated-width.ts";

/** The claim that is thought of prints two significant digits and is of middling credibility. */
const HALF_WIDTH = 0.05;
const CREDIBILITY = "3";
/** So many candidates are weighed exactly; the others fell short in the first sieve. */
const WEIGHED = 60;
const TOLD = 25;
/** Draws on which a claim is made up. */
const MADE_UP = 300;
/** Below this gain a fact is not told: it is within what chance does to a thousand draws. */
const LEAST_GAIN = 0.01;

/**
 * Which facts would narrow a figure most: for each candidate, the variance that the figure is expected to lose by one more
 * claim from a source of the grade (rule E23). A sieve by correlation keeps sixty; for each of these a claim is made up on
 * three hundred draws in turn, noise and gross errors included, and the figure foretold from it by weighting the other draws by their
 * chance of that claim. What is told is the covariance of what was foretold with what was: the variance of the conditional mean
 * over the variance. It fails where a figure hangs on a fact only in a bend that correlation does not see, and where the draws
 * have not settled.
 * @example
 * findNextFacts({ quantity: "x", scale: "log", values: Float64Array.of(0, 1) }, [], "B").facts // => []
 */
export function findNextFacts(figure: FigureDraws, candidates: Iterable<FigureDraws>, grade: Reliability): NextFacts {
  const even = evenWeights(figure.values.length);
  const noise = noiseOf(grade) ** 2 + varianceOfHalfWidth(HALF_WIDTH);
  const sieved = sieve(figure, candidates, noise);
  const facts = sieved.flatMap(({ candidate, correlation: found }): NextFact[] => {
    const gain = expectedGain(figure.values, candidate.values, noise);
    if (gain < LEAST_GAIN) return [];
    return [
      {
        quantity: candidate.quantity,
        now: spanOf(candidate, even),
        correlation: Number(found.toFixed(3)),
        gain: Number(gain.toFixed(3)),
        width: Number(Math.sqrt(1 - gain).toFixed(3)),
      },
    ];
  });
  return {
    kind: "next facts",
    figure: figure.quantity,
    grade,
    now: spanOf(figure, even),
    sd: Number(Math.sqrt(variance(figure.values)).toPrecision(4)),
    draws: figure.values.length,
    facts: facts.sort((a, b) => b.gain - a.gain || (a.quantity < b.quantity ? -1 : 1)).slice(0, TOLD),
  };
}

interface Sieved {
  readonly candidate: FigureDraws;
  readonly correlation: number;
  readonly rough: number;
}

/** The candidates of largest rough gain. They may come one by one: only the best are held. */
function sieve(figure: FigureDraws, candidates: Iterable<FigureDraws>, noise: number): readonly Sieved[] {
  let best: Sieved[] = [];
  const shorten = (): void => {
    best = best
      .sort((a, b) => b.rough - a.rough || (a.candidate.quantity < b.candidate.quantity ? -1 : 1))
      .slice(0, WEIGHED);
  };
  for (const candidate of candidates) {
    const found = correlation(figure.values, candidate.values);
    const rough = roughGain(candidate.values, found, noise);
    if (rough > LEAST_GAIN / 2) best.push({ candidate, correlation: found, rough });
    if (best.length > 10 * WEIGHED) shorten();
  }
  shorten();
  return best;
}

function correlation(a: Float64Array, b: Float64Array): number {
  const [centerA, centerB] = [mean(a), mean(b)];
  let sum = 0;
  let squareA = 0;
  let squareB = 0;
  for (let i = 0; i < a.length; i++) {
    const [x, y] = [real(a, i) - centerA, real(b, i) - centerB];
    sum += x * y;
    squareA += x * x;
    squareB += y * y;
  }
  return squareA > 0 && squareB > 1e-18 ? sum / Math.sqrt(squareA * squareB) : 0;
}

/** Share of the variance that a linear guess takes away: ρ²·V/(V + noise). */
function roughGain(values: Float64Array, rho: number, noise: number): number {
  const own = variance(values);
  return rho * rho * (own / (own + noise));
}

/** Share of a figure's variance that one claim on a fact is expected to take away, noise given as a variance. */
function expectedGain(figure: Float64Array, fact: Float64Array, noise: number): number {
  const gross = grossProbability(CREDIBILITY, "asserted");
  const [sd, wide] = [Math.sqrt(noise), Math.sqrt(noise + GROSS_SD ** 2)];
  const n = figure.length;
  const count = Math.min(MADE_UP, n);
  const told = new Float64Array(count);
  const true_ = new Float64Array(count);
  for (let j = 0; j < count; j++) {
    const at = Math.floor((j * n) / count);
    const claim = real(fact, at) + madeUpError(j, gross, sd, wide);
    let total = 0;
    let sum = 0;
    for (let i = 0; i < n; i++) {
      if (i === at) continue;
      const distance = (claim - real(fact, i)) ** 2;
      const weight =
        ((1 - gross) / sd) * Math.exp((-0.5 * distance) / (sd * sd)) +
        (gross / wide) * Math.exp((-0.5 * distance) / (wide * wide));
      total += weight;
      sum += weight * real(figure, i);
    }
    told[j] = total > 0 ? sum / total : mean(figure);
    true_[j] = real(figure, at);
  }
  const rho = correlation(told, true_);
  const covariance = rho * Math.sqrt(variance(told) * variance(true_));
  return Math.min(1, Math.max(0, covariance / variance(true_)));
}

/** The error of the nth made-up claim: numbers that cover the distribution evenly, so that no seed decides. */
function madeUpError(n: number, gross: number, sd: number, wide: number): number {
  const isGross = spreadNumber(n, Math.SQRT2) < gross;
  const normal = normalQuantile(Math.min(1 - 1e-9, Math.max(1e-9, spreadNumber(n, (Math.sqrt(5) - 1) / 2))));
  return normal * (isGross ? wide : sd);
}
