import { describe, expect, test } from "vitest";
import { parametersOf, stepScale } from "../../src/estimates/parameters.ts";
import { ACCOUNT, accountOf } from "../accounts/sample-account.ts";

/** Of every step of a measure's walk, whether its prior is a Student-t. */
function steps(text: string, measure: string): readonly boolean[] {
  const { names, isStep } = parametersOf(accountOf(text));
  return names.flatMap((name, at) => (name.startsWith(`${measure}.step.`) ? [isStep[at] === 1] : []));
}

describe("parametersOf(account)", () => {
  test("[A3] gives steps of a walk a Student-t prior, and a normal one where the account says so", () => {
    expect(new Set(steps(ACCOUNT, "workers"))).toEqual(new Set([true]));
    const normal = ACCOUNT.replace("walk: {scale: 0.15,", "walk: {scale: 0.15, steps: normal,");
    expect(steps(normal, "workers").length).toBe(3 * 20);
    expect(new Set(steps(normal, "workers"))).toEqual(new Set([false]));
    expect(new Set(steps(normal, "taken"))).toEqual(new Set([true]));
  });

  test("names and orders the parameters of a measure without occupations as ever, so that its draws stay", () => {
    const { names } = parametersOf(accountOf());
    expect(names.filter((name) => name.startsWith("taken."))).toEqual([
      "taken.common",
      ...["AA", "BB", "CC"].map((place) => `taken.level.${place}`),
      ...["north", "south"].flatMap((group) => [2000, 2005, 2015, 2020].map((year) => `taken.step.${group}.${year}`)),
    ]);
    expect(names.filter((name) => name.startsWith("months"))).toEqual(["months.level"]);
  });

  test("gives levels a normal prior", () => {
    const { names, isStep } = parametersOf(accountOf());
    for (const [at, name] of names.entries()) if (name.includes(".level")) expect(isStep[at]).toBe(0);
  });
});

describe("stepScale(walk, cells, [from, to])", () => {
  const walk = accountOf().measures.get("workers");

  test("[A3] is wider in the years of a break, and only at its places", () => {
    if (walk?.kind !== "estimated" || !walk.walk) throw new Error("no walk");
    expect(stepScale(walk.walk, [{ place: "AA" }], [2015, 2016])).toBe(0.15);
    expect(stepScale(walk.walk, [{ place: "AA" }], [2016, 2017])).toBe(0.5);
    expect(stepScale(walk.walk, [{ place: "BB" }], [2016, 2017])).toBe(0.15);
  });
});
