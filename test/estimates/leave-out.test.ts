import { describe, expect, test } from "vitest";
import { figureMover } from "../../src/estimates/figure-draws.ts";
import { influenceOf } from "../../src/estimates/influence.ts";
import { leaveOutOrigins, withoutGroups } from "../../src/estimates/leave-out.ts";
import { scoreDraws } from "../../src/estimates/scored-draws.ts";
import { weightedMean } from "../../src/math/weighted.ts";
import { conjugate, groupOf, modelOf, normalDraws, type Said } from "./normal-model.ts";

const SAID: readonly Said[] = [
  { id: "a", origin: "ministry", center: 0.4, variance: 1.2 },
  { id: "b", origin: "ministry", center: 0.6, variance: 1.5 },
  { id: "c", origin: "embassy", center: -0.3, variance: 0.6 },
  { id: "d", origin: "press", center: 0.1, variance: 1 },
];

function scoredModel(said: readonly Said[]) {
  const model = modelOf(said.map(groupOf));
  const { mean, variance } = conjugate(said);
  const draws = normalDraws(mean, variance);
  return { model, draws, scored: scoreDraws(model, draws) };
}

// Seed 11, 1,000 independent draws; a mean under weights worth n draws has a standard error of sd/√n, here at most 0.03.
describe("[E22] leaving out an origin by reweighting", () => {
  const { model, draws, scored } = scoredModel(SAID);
  const leftOut = leaveOutOrigins(model, scored);

  test.each(["ministry", "embassy", "press"])("gives the exact posterior without the %s", (origin) => {
    const exact = conjugate(SAID.filter((one) => one.origin !== origin));
    const out = leftOut.get(origin);
    if (!out) throw new Error("no such origin");
    const { weights, k, ess } = out.weights;
    expect(k).toBeLessThan(0.7);
    const found = weightedMean(draws.rows, weights);
    const spread = weightedMean(
      draws.rows.map((x) => (x - found) ** 2),
      weights,
    );
    expect(Math.abs(found - exact.mean)).toBeLessThan(4 * Math.sqrt(exact.variance / ess));
    expect(spread / exact.variance).toBeGreaterThan(0.8);
    expect(spread / exact.variance).toBeLessThan(1.25);
  });

  test("knows when an origin decides the account: k over 0.7 and a rerun", () => {
    const decided = scoredModel([
      { id: "a", origin: "register", center: 3, variance: 0.001 },
      { id: "b", origin: "press", center: 0, variance: 1 },
    ]);
    const out = leaveOutOrigins(decided.model, decided.scored);
    const figures = [{ quantity: "x", scale: "log" as const, values: decided.draws.rows }];
    const [first] = influenceOf(decided.model, out, figures);
    expect(first?.origin).toBe("register");
    expect(first?.k).toBeGreaterThan(0.7);
    expect(first?.rerun).toBe(true);
  });

  test("gives medians and ends of a headline figure as they would be without it, and how far its middle moves", () => {
    const found = influenceOf(model, leftOut, [{ quantity: "x", scale: "log", values: draws.rows }]);
    const ministry = found.find(({ origin }) => origin === "ministry");
    const exact = conjugate(SAID.filter(({ origin }) => origin !== "ministry"));
    const now = conjugate(SAID);
    const [figure] = ministry?.figures ?? [];
    expect(ministry?.claims).toEqual(["a", "b"]);
    expect(Math.log(figure?.without.median ?? 0)).toBeCloseTo(exact.mean, 0);
    expect(Math.log(figure?.without.q95 ?? 0)).toBeGreaterThan(exact.mean + 1.645 * Math.sqrt(exact.variance) - 0.25);
    expect(Math.log(figure?.without.q95 ?? 0)).toBeLessThan(exact.mean + 1.645 * Math.sqrt(exact.variance) + 0.25);
    const shift = (exact.mean - now.mean) / Math.sqrt(now.variance);
    expect(Math.abs((figure?.shift ?? 0) - shift)).toBeLessThan(0.2);
    expect(found.map(({ largestShift }) => largestShift)).toEqual(
      found.map(({ largestShift }) => largestShift).sort((a, b) => b - a),
    );
  });

  test("moves nothing where nothing is left out", () => {
    const { weights, k } = withoutGroups(scored, []);
    expect(k).toBe(0);
    const [figure] = figureMover([{ quantity: "x", scale: "log", values: draws.rows }])(weights);
    expect(figure?.without).toEqual(figure?.now);
    expect(figure?.shift).toBe(0);
  });
});
