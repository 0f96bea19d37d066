import { describe, expect, test } from "vitest";
import { agree } from "../../src/estimates/agree.ts";
import type { Model } from "../../src/estimates/model.ts";
import { isSettled } from "../../src/estimates/settled.ts";
import { diagnose } from "../../src/math/diagnostics.ts";
import { createRandom } from "../../src/math/random.ts";
import { tapeBuilder } from "../../src/math/tape.ts";
import { groupOf, modelOf } from "./normal-model.ts";

/** Chains of independent draws of one parameter: seed 7, so many draws each. */
function chainsOf(count: number, draws: number): readonly Float64Array[] {
  const random = createRandom(7);
  return Array.from({ length: count }, () => Float64Array.from({ length: draws }, () => random.normal()));
}

const one = modelOf([groupOf({ id: "a", origin: "a", center: 0, variance: 1 })]);

describe("agree(model, chains)", () => {
  test("asks for as much as an estimate that is settled needs, and for no more", () => {
    // Independent draws are worth about as many as they are.
    const [barely, hardly] = [chainsOf(4, 106), chainsOf(4, 92)];
    expect(isSettled(diagnose(barely))).toBe(true);
    expect(agree(one, barely)).toBe(true);
    expect(diagnose(hardly).ess).toBeLessThan(400);
    expect(agree(one, hardly)).toBe(false);
  });

  test("goes by the draws that are summed up, at most 750 of each chain, evenly from all", () => {
    // Of 7,500 draws every tenth is summed up. Those lie elsewhere in each chain; of all draws they are too few to show.
    const all = chainsOf(4, 7500);
    const apart = all.map((draws, chain) => draws.map((draw, i) => draw + (i % 10 === 0 ? 0.3 * chain : 0)));
    expect(isSettled(diagnose(apart))).toBe(true);
    expect(agree(one, apart)).toBe(false);
    expect(agree(one, all)).toBe(true);
  });

  test("looks at parameters as well as at what claims are held against", () => {
    // A sum that has settled, of two parameters that lie elsewhere in each chain; and one that has not, of two that have, for they go together in some chains and apart in others.
    const builder = tapeBuilder(2);
    const node = builder.linear([
      [0, 1],
      [1, 1],
    ]);
    const sum: Model = {
      parameters: { names: ["a", "b"], isStep: new Uint8Array(2), isWalk: new Uint8Array(2), positionOf: () => 0 },
      tape: builder.build(),
      groups: [{ group: groupOf({ id: "s", origin: "s", center: 0, variance: 1 }), nodes: [node] }],
      priors: [],
    };
    const apart = chainsOf(4, 2000).map((draws, chain) =>
      Float64Array.from({ length: 2 * draws.length }, (_, i) => (draws[i >> 1] ?? 0) + (i % 2 === 0 ? chain : -chain)),
    );
    expect(agree(sum, apart)).toBe(false);
    const both = (sign: (chain: number) => number) =>
      chainsOf(4, 2000).map((draws, chain) =>
        Float64Array.from(
          { length: 2 * draws.length },
          (_, i) => (i % 2 === 0 ? 1 : sign(chain)) * (draws[i >> 1] ?? 0),
        ),
      );
    expect(
      agree(
        sum,
        both(() => 1),
      ),
    ).toBe(true);
    expect(
      agree(
        sum,
        both((chain) => (chain % 2 === 0 ? 1 : -0.9)),
      ),
    ).toBe(false);
  });
});
