import { describe, expect, test } from "vitest";
import { sharedNumbers } from "../../src/engine/shared-numbers.ts";
import { SummingUp } from "../../src/engine/summing-up.ts";
import type { Reply } from "../../src/engine/task.ts";
import type { PlainTask } from "../../src/engine/threads.ts";
import { parametersOf } from "../../src/estimates/parameters.ts";
import { priorDraws } from "../../src/estimates/prior-draws.ts";
import { summarisePosterior, summarisePrior } from "../../src/estimates/summarise.ts";
import { createRandom } from "../../src/math/random.ts";
import { accountFrom } from "../estimates/small-problem.ts";

const account = accountFrom(`
years: 2010/2013
anchor: 2011
places: [{id: XA, name: Aland}]
measures:
  - {id: pay, name: Pay, unit: USD/person/month, over: [place, year], combine: mean, prior: {default: [100, 400]}, walk: {scale: 0.2}}
  - {id: rent, name: Rent, unit: USD/person/month, over: [place], combine: mean, prior: {default: [10, 40]}}
`);
const { names } = parametersOf(account);

/** Threads that do everything where they are asked to, and the kinds of what they were asked for with the quantities that it was of. */
function calledThreads() {
  const asked: { readonly kind: string; readonly names: readonly string[] }[] = [];
  const reply = (task: PlainTask): Reply => {
    if (task.kind === "prior")
      return { kind: "prior", rows: sharedNumbers(priorDraws(task.account, task.count, task.seed)) };
    if (task.kind === "prior summary")
      return { kind: task.kind, summaries: summarisePrior(task.account, task.names, new Float64Array(task.prior)) };
    if (task.kind !== "summary") throw new Error(`not asked for here: ${task.kind}`);
    const chains = task.chains.map((buffer) => new Float64Array(buffer));
    return { kind: "summary", summaries: summarisePosterior(task.account, task.names, chains, task.width) };
  };
  const run = async (tasks: readonly PlainTask[]): Promise<readonly Reply[]> =>
    tasks.map((task) => {
      asked.push({ kind: task.kind, names: "names" in task ? task.names.map(({ measure }) => measure) : [] });
      return reply(task);
    });
  return { asked, threads: { most: 1, run } };
}

/** A round of four chains of independent draws; in one of them a parameter stands two standard deviations from where it is in the others. */
function roundOf(draws: number, astray?: string) {
  const random = createRandom(draws);
  const chains = [0, 1, 2, 3].map((chain) => {
    const rows = Float64Array.from({ length: draws * names.length }, (_, i) => {
      const isAstray = chain === 0 && names[i % names.length] === astray;
      return random.normal() + (isAstray ? 2 : 0);
    });
    return { draws: sharedNumbers(rows), divergences: 0 };
  });
  return { draws, chains };
}

describe("SummingUp", () => {
  test("hasSettled(drawn) says whether all that is reported has", async () => {
    const { threads } = calledThreads();
    expect(await new SummingUp(threads, account, [], 1).hasSettled(roundOf(500))).toBe(true);
    for (const astray of ["rent.level.XA", "pay.level.XA"]) {
      expect(names).toContain(astray);
      expect(await new SummingUp(threads, account, [], 1).hasSettled(roundOf(500, astray))).toBe(false);
    }
  });

  test("hasSettled(drawn) looks first at what had not settled, and at nothing more while that has not", async () => {
    const { asked, threads } = calledThreads();
    const summing = new SummingUp(threads, account, [], 1);
    expect(await summing.hasSettled(roundOf(500, "rent.level.XA"))).toBe(false);
    asked.length = 0;
    expect(await summing.hasSettled(roundOf(600, "rent.level.XA"))).toBe(false);
    expect(asked).toEqual([{ kind: "summary", names: ["rent", "rent"] }]);
    asked.length = 0;
    expect(await summing.hasSettled(roundOf(700))).toBe(true);
    expect(asked[0]?.names).toEqual(["rent", "rent"]);
    expect(asked.flatMap((task) => task.names).filter((name) => name === "pay").length).toBe(8);
  });

  test("summaries(drawn) puts prior beside posterior in the order of the account, and asks for neither twice", async () => {
    const { asked, threads } = calledThreads();
    const summing = new SummingUp(threads, account, [], 1);
    const drawn = roundOf(500);
    await summing.hasSettled(drawn);
    const before = asked.length;
    const found = await summing.summaries(drawn);
    expect(found.map(({ quantity }) => quantity)).toEqual([
      ...["world", "XA"].flatMap((place) => [2010, 2011, 2012, 2013].map((year) => `pay.${place}.${year}`)),
      ...["rent.world", "rent.XA"],
    ]);
    // All parameters were drawn from their priors. Seed 500, 2,000 draws: a median of a log is known to 0.03 standard deviations, 0.15 are allowed.
    for (const { posterior, prior } of found) {
      const sd = Math.log(prior.q95 / prior.q05) / 3.29;
      expect(Math.abs(Math.log(posterior.median / prior.median)) / sd).toBeLessThan(0.15);
    }
    expect(new Set(asked.slice(before).map(({ kind }) => kind))).toEqual(new Set(["prior", "prior summary"]));
    await summing.summaries(drawn);
    expect(asked.slice(before).filter(({ kind }) => kind === "prior").length).toBe(1);
  });
});
