import { describe, expect, test } from "vitest";
import { drawChains, drawChainsIn } from "../../src/engine/draw-chains.ts";
import { Threads } from "../../src/engine/threads.ts";
import { gatherEvidence } from "../../src/estimates/evidence.ts";
import { sourceWith } from "../cases/sample-package.ts";
import { accountFrom, PAY, said } from "../estimates/small-problem.ts";

describe("drawChains(from, lengths, options)", () => {
  const account = accountFrom(PAY);
  const sources = [sourceWith({ id: "report-2013", published: "2013", reliability: "B", credibility: "3" })];
  const from = { account, groups: gatherEvidence(account, [said("a", "pay", "XA", 200, 0.1)], sources).groups };
  const lengths = { seed: 3, chains: 2, warmup: 60, most: 4000 };

  test("goes on where the chains agree and what they say is not enough, and stops where it is", async () => {
    const asked: number[] = [];
    const drawn = await drawChains(from, lengths, {
      isEnough: async ({ draws }) => {
        asked.push(draws);
        return asked.length === 2;
      },
    });
    expect(asked.length).toBe(2);
    expect(asked[1]).toBeGreaterThan(asked[0] ?? 0);
    expect(drawn.draws).toBe(asked[1]);
  }, 60_000);

  test("draws no more than it may, and asks nobody then", async () => {
    let asked = 0;
    const drawn = await drawChains(from, { ...lengths, most: 400 }, { isEnough: async () => ++asked > 9 });
    expect([drawn.draws, asked]).toEqual([400, 0]);
  }, 60_000);

  test("draws the same, bit for bit, whether chains share a thread or not", async () => {
    const short = { seed: 3, chains: 3, warmup: 60, most: 40, settle: false };
    const drawnBy = async (most: number): Promise<readonly (readonly number[])[]> => {
      const { chains } = await Threads.with({ most }, (threads) => drawChainsIn(threads, from, short, {}));
      return chains.map(({ draws }) => [...new Float64Array(draws)]);
    };
    const [one, two, three] = [await drawnBy(1), await drawnBy(2), await drawnBy(3)];
    expect(one.length).toBe(3);
    expect(one[0]?.some((value) => value !== 0)).toBe(true);
    expect(one[1]).not.toEqual(one[0]);
    expect(two).toEqual(one);
    expect(three).toEqual(one);
  }, 60_000);
});
