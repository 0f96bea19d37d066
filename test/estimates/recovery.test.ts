import { beforeAll, describe, expect, test } from "vitest";
import { parseQuantityId } from "../../src/accounts/quantity-id.ts";
import { runChain } from "../../src/estimates/chain.ts";
import { gatherEvidence } from "../../src/estimates/evidence.ts";
import { judgeClaims } from "../../src/estimates/judge-claims.ts";
import { compileModel } from "../../src/estimates/model.ts";
import { createNodes } from "../../src/estimates/nodes.ts";
import { scoreDraws } from "../../src/estimates/scored-draws.ts";
import { thinDraws } from "../../src/estimates/thinned-draws.ts";
import { quantileOfSorted } from "../../src/math/summary.ts";
import { tapeBuilder } from "../../src/math/tape.ts";
import { COUNTED, type SimulatedProblem, simulateProblem } from "./simulated-problem.ts";

const PROBLEMS = 40;
const DRAWS = 300;

interface Recovered {
  /** Rank of the truth among the draws, 0 to 1, by quantity. */
  readonly ranks: readonly number[];
  readonly conflicts: readonly { readonly probability: number; readonly wrong: boolean }[];
}

function recover(problem: SimulatedProblem, seed: number): Recovered {
  const { account, claims, sources, truth, wrong } = problem;
  const model = compileModel(account, gatherEvidence(account, claims, sources).groups);
  const chain = runChain(model, { seed, warmup: 210, draws: DRAWS });
  const builder = tapeBuilder(model.parameters.names.length);
  const nodes = createNodes(account, model.parameters, builder);
  const wanted = COUNTED.map((quantity) => nodes.log(parseQuantityId(quantity)));
  const tape = builder.build();
  const values = new Float64Array(tape.nodes);
  const below = COUNTED.map(() => 0);
  for (let row = 0; row < DRAWS; row++) {
    values.set(chain.draws.subarray(row * tape.parameters, (row + 1) * tape.parameters));
    tape.forward(values);
    wanted.forEach((node, k) => {
      if ((values[node] ?? 0) < Math.log(truth.get(COUNTED[k] ?? "") ?? Number.NaN)) below[k] = (below[k] ?? 0) + 1;
    });
  }
  const draws = thinDraws([chain.draws], model.parameters.names.length);
  const judged = judgeClaims({ account, claims, model, draws, scored: scoreDraws(model, draws) });
  return {
    ranks: below.map((count) => count / DRAWS),
    conflicts: judged.map((result) => ({ probability: result.conflict, wrong: wrong.has(result.claim) })),
  };
}

/*
 * Seeds 1 to 40. The 33 quantities of one problem hang together, so the standard error of a share over all problems is that of
 * some 5 independent quantities each: for a true 0.9 about √(0.9·0.1/200) = 0.021, and four of those on either side are allowed.
 * If the intervals were half as wide, 0.59 would be covered; twice as wide, 0.999.
 */
describe("reconciling simulated claims", () => {
  let ranks: readonly number[] = [];
  let conflicts: Recovered["conflicts"] = [];

  beforeAll(() => {
    const recovered = Array.from({ length: PROBLEMS }, (_, k) => recover(simulateProblem(k + 1), k + 1));
    ranks = recovered.flatMap((one) => one.ranks);
    conflicts = recovered.flatMap((one) => one.conflicts);
  }, 300_000);

  test("[E19] covers known truths by its 90 % intervals about nine times in ten", () => {
    const covered = ranks.filter((rank) => rank > 0.05 && rank < 0.95).length / ranks.length;
    expect(covered).toBeGreaterThan(0.82);
    expect(covered).toBeLessThan(0.97);
  });

  test("[E19] puts as many truths below its median as above", () => {
    const sorted = Float64Array.from(ranks).sort();
    expect(quantileOfSorted(sorted, 0.5)).toBeGreaterThan(0.4);
    expect(quantileOfSorted(sorted, 0.5)).toBeLessThan(0.6);
  });

  // Some 200 of 1,300 claims are wrong: a share of them found at their stated probability has a standard error of about 0.03.
  test("[E13] states conflicts with the probability with which they happen", () => {
    const stated = conflicts.reduce((sum, one) => sum + one.probability, 0) / conflicts.length;
    const happened = conflicts.filter((one) => one.wrong).length / conflicts.length;
    expect(Math.abs(stated - happened)).toBeLessThan(0.04);
    const sure = conflicts.filter((one) => one.probability > 0.9);
    expect(sure.length).toBeGreaterThan(30);
    expect(sure.filter((one) => one.wrong).length / sure.length).toBeGreaterThan(0.85);
  });
});
