import { describe, expect, test } from "vitest";
import { Crew } from "../../src/engine/crew.ts";
import { Threads } from "../../src/engine/threads.ts";
import { gatherEvidence } from "../../src/estimates/evidence.ts";
import { sourceWith } from "../cases/sample-package.ts";
import { accountFrom, PAY, said } from "../estimates/small-problem.ts";

const account = accountFrom(PAY);
const sources = [sourceWith({ id: "report-2013", published: "2013", reliability: "B", credibility: "3" })];
const { groups } = gatherEvidence(account, [said("a", "pay", "XA", 200, 0.1)], sources);

/** What can wait, and takes next to nothing. */
const LITTLE = { kind: "prior" as const, account, count: 10, seed: 1 };

/** Runs a test with some threads in which chains are warm; `log` takes down what is done when. */
function withCrew(
  { most, chains }: { readonly most: number; readonly chains: number },
  work: (threads: Threads, crew: Crew, log: (what: string) => () => void) => Promise<void>,
): Promise<readonly string[]> {
  const done: string[] = [];
  return Threads.with({ most }, async (threads) => {
    const seeds = Array.from({ length: chains }, (_, chain) => chain + 1);
    const crew = await Crew.muster(threads, { account, groups, seeds, warmup: 30 });
    await work(threads, crew, (what) => () => void done.push(what));
    return done;
  });
}

describe("Threads.runBeside(tasks)", () => {
  test("has a thread do what can wait while it waits for another", async () => {
    // The thread with one chain has half the time of the other left, of which ten draws of a prior take a hundredth.
    const done = await withCrew({ most: 2, chains: 3 }, async (threads, crew, log) => {
      const drawing = crew.advance(20_000).then(log("all chains drawn"));
      await Promise.all([drawing, threads.runBeside([LITTLE, LITTLE]).then(log("beside"))]);
    });
    expect(done).toEqual(["beside", "all chains drawn"]);
  }, 60_000);

  test("does nothing as long as more is ordered, and what is asked comes first", async () => {
    const done = await withCrew({ most: 1, chains: 1 }, async (threads, crew, log) => {
      const drawing = (async () => {
        for (const round of [1, 2, 3]) await crew.advance(10).then(log(`round ${round}`));
      })();
      const beside = threads.runBeside([LITTLE]).then(log("beside"));
      await drawing;
      await Promise.all([beside, threads.ask(LITTLE).then(log("asked"))]);
    });
    expect(done).toEqual(["round 1", "round 2", "round 3", "asked", "beside"]);
  }, 60_000);

  test("gives the replies in the order of the tasks, which are those of tasks that cannot wait", async () => {
    const tasks = [1, 2, 3].map((seed) => ({ ...LITTLE, seed }));
    const shares: number[] = [];
    await Threads.with({ most: 2 }, async (threads) => {
      const rowsOf = (replies: readonly { readonly rows: SharedArrayBuffer }[]) =>
        replies.map(({ rows }) => [...new Float64Array(rows)]);
      const beside = rowsOf(await threads.runBeside(tasks, (share) => shares.push(share)));
      expect(beside).toEqual(rowsOf(await threads.run(tasks)));
      expect(new Set(beside.map((rows) => rows.join())).size).toBe(3);
    });
    expect(shares.at(-1)).toBe(1);
  }, 60_000);

  test("is given up with the work that it was beside, and starts no thread then", async () => {
    const done: string[] = [];
    const work = Threads.with({ most: 2 }, async (threads) => {
      await Crew.muster(threads, { account, groups, seeds: [1], warmup: 30 });
      for (const what of ["one", "two", "three"]) threads.runBeside([LITTLE]).then(() => done.push(what));
      throw new Error("enough");
    });
    await expect(work).rejects.toThrow("enough");
    // A thread that were started now would be done with any of them in half a second.
    await new Promise((resolve) => setTimeout(resolve, 1500));
    expect(done).toEqual([]);
  }, 60_000);
});
