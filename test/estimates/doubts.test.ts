import { describe, expect, test } from "vitest";
import { type DoubtsInput, doubtsOf } from "../../src/estimates/doubts.ts";

/** A node that a claim speaks of: what the claim says, how far from there the account puts it, and how probable it is that the claim is right, there and on average. */
interface Spoken {
  readonly distance: number;
  readonly there: number;
  readonly average: number;
}

/** Claims with a variance of a hundredth on nodes with one of 0.04, each on its own; all else puts a node two and a half of its standard deviations away. */
function inputOf(spoken: readonly Spoken[]): DoubtsInput {
  const each = <T>(of: (one: Spoken) => readonly T[]): readonly T[] => spoken.flatMap(of);
  return {
    flat: {
      start: Int32Array.from({ length: spoken.length + 1 }, (_, g) => 2 * g),
      verdict: Int32Array.from(each(() => [0, 1])),
      node: Int32Array.from(spoken.flatMap((_, g) => [g, g])),
      mean: Float64Array.from(each(({ distance }) => [distance, distance])),
      variance: Float64Array.from(each(() => [0.01, 8])),
    },
    density: {
      responsibilities: (_, out) => out.set(each(({ there }) => [there, 1 - there])),
      nodeValues: () => new Float64Array(spoken.length),
    },
    linear: {
      at: () => ({ mean: 0, variance: 0.04 }),
      without: (node) => ({ mean: 0.5 + node / 100, variance: 0.04 }),
    },
    shares: Float64Array.from(each(({ average }) => [average, 1 - average])),
  };
}

const SURE = { distance: 0, there: 0.999, average: 0.999 };

describe("doubtsOf(input, position, most)", () => {
  test("finds what chains saw both ways, and words that seem wrong, and nothing that all agree on", () => {
    const doubts = doubtsOf(
      inputOf([
        SURE,
        { distance: 0.1, there: 0.9, average: 0.7 },
        { distance: 2, there: 0.001, average: 0.001 },
        { distance: 0.5, there: 0.2, average: 0.5 },
      ]),
      new Float64Array(),
      10,
    );
    expect(doubts.map(({ group, isRight, isSeen }) => ({ group, isRight, isSeen }))).toEqual([
      { group: 3, isRight: true, isSeen: true },
      { group: 1, isRight: false, isSeen: true },
      { group: 2, isRight: true, isSeen: false },
    ]);
  });

  test("keeps those that pull hardest of what was seen, and then those nearest to what holds", () => {
    const input = inputOf([
      { distance: 3, there: 0.001, average: 0.001 },
      { distance: 1, there: 0.001, average: 0.001 },
      { distance: 0.2, there: 0.3, average: 0.5 },
      { distance: 0.8, there: 0.3, average: 0.4 },
      { distance: 0, there: 0.9, average: 0.9 },
    ]);
    // What seems wrong pulls by its distance times 0.2/(0.04 + 0.01): 3.2 and 0.8 of those that were seen, 12 and 4 of the others. What seems right lies 0.54/0.2 = 2.7 from all else.
    expect(doubtsOf(input, new Float64Array(), 4).map(({ group }) => group)).toEqual([3, 4, 2, 1]);
  });
});
