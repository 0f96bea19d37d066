import { describe, expect, test, vi } from "vitest";
import { sharedNumbers } from "../../src/engine/shared-numbers.ts";
import { SummingUp } from "../../src/engine/summing-up.ts";
import { type PlainTask, Threads } from "../../src/engine/threads.ts";
import { gatherEvidence } from "../../src/estimates/evidence.ts";
import { parametersOf } from "../../src/estimates/parameters.ts";
import { createRandom } from "../../src/math/random.ts";
import { accountFrom, SOURCE, said } from "../estimates/small-problem.ts";

const account = accountFrom(`
years: 2010/2013
anchor: 2011
places: [{id: XA, name: Aland}]
measures:
  - {id: pay, name: Pay, unit: USD/person/month, over: [place, year], combine: mean, prior: {default: [100, 400]}, walk: {scale: 0.2}}
  - {id: rent, name: Rent, unit: USD/person/month, over: [place], combine: mean, prior: {default: [10, 40]}}
`);
const { names } = parametersOf(account);

/** Runs a test with one thread, and with the kinds of what it was asked for, each with the measures that it was asked of. */
function withThread(work: (threads: Threads, asked: () => readonly Asked[], forget: () => void) => Promise<void>) {
  return Threads.with({ most: 1 }, async (threads) => {
    const tasks: PlainTask[] = [];
    const [ask, runBeside] = [threads.ask.bind(threads), threads.runBeside.bind(threads)];
    vi.spyOn(threads, "ask").mockImplementation((task, ...rest) => {
      tasks.push(task);
      return ask(task, ...rest);
    });
    vi.spyOn(threads, "runBeside").mockImplementation((some, ...rest) => {
      tasks.push(...some);
      return runBeside(some, ...rest);
    });
    const asked = (): readonly Asked[] =>
      tasks.map((task) => ({
        kind: task.kind,
        measures: "names" in task ? task.names.map(({ measure }) => measure) : [],
      }));
    await work(threads, asked, () => tasks.splice(0));
  });
}

interface Asked {
  readonly kind: string;
  readonly measures: readonly string[];
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
  test("hasSettled(drawn) says whether all that is reported has", () =>
    withThread(async (threads) => {
      expect(await new SummingUp(threads, account, [], 1).hasSettled(roundOf(500))).toBe(true);
      for (const astray of ["rent.level.XA", "pay.level.XA"]) {
        expect(names).toContain(astray);
        expect(await new SummingUp(threads, account, [], 1).hasSettled(roundOf(500, astray))).toBe(false);
      }
    }));

  test("hasSettled(drawn) looks first at what had not settled, and at nothing more while that has not", () =>
    withThread(async (threads, asked, forget) => {
      const summing = new SummingUp(threads, account, [], 1);
      expect(await summing.hasSettled(roundOf(500, "rent.level.XA"))).toBe(false);
      forget();
      expect(await summing.hasSettled(roundOf(600, "rent.level.XA"))).toBe(false);
      expect(asked()).toEqual([{ kind: "summary", measures: ["rent", "rent"] }]);
      forget();
      expect(await summing.hasSettled(roundOf(700))).toBe(true);
      expect(asked()[0]?.measures).toEqual(["rent", "rent"]);
      const later = asked().flatMap(({ measures }) => measures);
      expect(later.filter((measure) => measure === "pay").length).toBe(8);
    }));

  test("hasSettled(drawn) looks first at the years of which claims speak most", () =>
    withThread(async (threads) => {
      const places = Array.from({ length: 300 }, (_, k) => `{id: P${k}, name: Place ${k}}`).join(", ");
      const large = accountFrom(`
years: 2010/2017
anchor: 2011
places: [${places}]
measures:
  - {id: pay, name: Pay, unit: USD/person/month, over: [place, year], combine: mean, prior: {default: [100, 400]}, walk: {scale: 0.2}}
`);
      const { groups } = gatherEvidence(large, [said("one", "pay", "P3", 200, 0.1, { period: "2016" })], [SOURCE]);
      const asked: (number | undefined)[][] = [];
      vi.spyOn(threads, "run").mockImplementation((tasks) => {
        asked.push(tasks.flatMap((task) => ("names" in task ? task.names.map(({ year }) => year) : [])));
        return Promise.resolve([]);
      });
      await new SummingUp(threads, large, groups, 1).hasSettled({ draws: 0, chains: [] });
      expect(asked.map((years) => [...new Set(years)])).toEqual([
        [2014, 2015, 2016, 2017],
        [2010, 2011, 2012, 2013],
      ]);
    }));

  test("summaries(drawn) puts prior beside posterior in the order of the account, and asks for neither twice", () =>
    withThread(async (threads, asked, forget) => {
      const summing = new SummingUp(threads, account, [], 1);
      const drawn = roundOf(500);
      await summing.hasSettled(drawn);
      forget();
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
      expect(asked().map(({ kind }) => kind)).toEqual(["prior", "prior", "prior summary"]);
      forget();
      await summing.summaries(drawn);
      expect(asked()).toEqual([]);
    }));
});
