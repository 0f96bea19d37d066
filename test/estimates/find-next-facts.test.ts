import { describe, expect, test } from "vitest";
import type { FigureDraws } from "../../src/estimates/figure-draws.ts";
import { findNextFacts } from "../../src/estimates/find-next-facts.ts";
import { GROSS_SD } from "../../src/estimates/root-mixture.ts";
import { noiseOf, varianceOfHalfWidth } from "../../src/estimates/stated-width.ts";
import { normalLogDensity } from "../../src/math/normal.ts";
import { createRandom } from "../../src/math/random.ts";

const COUNT = 1000;
const GROSS = 0.1;

/** A figure y of variance 1, and facts whose correlation with it is known. */
function problem() {
  const random = createRandom(5);
  const normals = () => Float64Array.from({ length: COUNT }, () => random.normal());
  const [y, other, noise] = [normals(), normals(), normals()];
  const named = (quantity: string, values: Float64Array): FigureDraws => ({ quantity, scale: "log", values });
  return {
    figure: named("y", y),
    itself: named("y", y),
    half: named(
      "half",
      y.map((value, i) => 0.6 * value + 0.8 * (noise[i] ?? 0)),
    ),
    known: named(
      "known",
      y.map((value) => 0.05 * value),
    ),
    nothing: named("nothing", other),
  };
}

/** Exact share of the variance of x ~ N(0, 1) that one claim with gross errors takes away, by summing over a grid. */
function exactGain(rho: number, grade: "A" | "C" | "E"): number {
  const variance = noiseOf(grade) ** 2 + varianceOfHalfWidth(0.05);
  const step = 0.02;
  const grid = Array.from({ length: 1201 }, (_, i) => -12 + i * step);
  let explained = 0;
  for (const claim of grid) {
    const parts = [
      { share: 1 - GROSS, variance },
      { share: GROSS, variance: variance + GROSS_SD ** 2 },
    ].map((part) => ({
      weight: part.share * Math.exp(normalLogDensity(claim, 0, 1 + part.variance)),
      mean: claim / (1 + part.variance),
    }));
    const total = parts.reduce((sum, { weight }) => sum + weight, 0);
    const mean = parts.reduce((sum, part) => sum + part.weight * part.mean, 0) / total;
    explained += total * mean * mean * step;
  }
  return rho * rho * explained;
}

// Seed 5. The gain is a regression over 300 made-up claims: its standard error is at most about 0.03.
describe("[E23] findNextFacts(figure, candidates, grade)", () => {
  const { figure, itself, half, known, nothing } = problem();
  const gains = (grade: "A" | "C" | "E") => {
    const found = findNextFacts(figure, [nothing, known, half, itself], grade);
    return new Map(found.facts.map((fact) => [fact.quantity, fact.gain]));
  };

  test.each(["A", "C", "E"] as const)("expects of a claim of grade %s what integration gives", (grade) => {
    const found = gains(grade);
    expect(Math.abs((found.get("y") ?? 0) - exactGain(1, grade))).toBeLessThan(0.09);
    expect(Math.abs((found.get("half") ?? 0) - exactGain(0.6, grade))).toBeLessThan(0.09);
  });

  test("puts the figure itself first, then what hangs together with it, and says nothing of what does not", () => {
    const found = findNextFacts(figure, [nothing, half, itself], "B");
    expect(found.facts.map(({ quantity }) => quantity)).toEqual(["y", "half"]);
    expect(found.facts[0]?.width).toBeCloseTo(Math.sqrt(1 - (found.facts[0]?.gain ?? 0)), 2);
  });

  test("gives less for a worse source, and nothing for what is known better than any claim tells", () => {
    expect(gains("A").get("y") ?? 0).toBeGreaterThan(gains("E").get("y") ?? 1);
    expect(gains("E").has("known")).toBe(false);
  });

  test("says the same again", () => {
    expect(findNextFacts(figure, [half, itself], "C")).toEqual(findNextFacts(figure, [itself, half], "C"));
  });
});
