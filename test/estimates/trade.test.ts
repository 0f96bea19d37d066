import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { giveBack, logExchange, movedParts, type Trade, tradesBetween } from "../../src/estimates/trade.ts";
import { type Tape, tapeBuilder } from "../../src/math/tape.ts";

const real = (min: number, max: number) => fc.double({ min, max, noNaN: true });

/** Two parts at nodes 0 and 1, where they are, and how far the first is to move. */
const trades = fc.record({
  values: fc.tuple(real(-4, 4), real(-4, 4)),
  constants: fc.tuple(real(-2, 2), real(-2, 2)),
  slopes: fc.tuple(real(0.1, 3), real(0.1, 3)),
  by: real(-6, 6),
});

function tradeOf(constants: readonly [number, number], slopes: readonly [number, number]): Trade {
  return {
    one: { node: 0, constant: constants[0], slope: slopes[0] },
    two: { node: 1, constant: constants[1], slope: slopes[1] },
  };
}

/** The two parts after their lines have moved by so much. */
function moved({ one, two }: Trade, values: Float64Array, by: number, back: number): Float64Array {
  return Float64Array.of((values[0] ?? 0) + one.slope * by, (values[1] ?? 0) + two.slope * back);
}

function bothOf({ one, two }: Trade, values: Float64Array): number {
  return Math.exp((values[0] ?? 0) + one.constant) + Math.exp((values[1] ?? 0) + two.constant);
}

/** A first part that leaves less than a millionth of both has no digits for the second; such trades are not compared. */
function leaves(trade: Trade, values: Float64Array, by: number): boolean {
  const first = Math.exp((values[0] ?? 0) + trade.one.constant + trade.one.slope * by);
  return first < (1 - 1e-6) * bothOf(trade, values) && Math.exp((values[1] ?? 0) + 2) > 1e-6 * bothOf(trade, values);
}

/** Has something hold of every trade that leaves enough for the second part. */
function holdsOfTrades(holds: (trade: Trade, here: Float64Array, by: number) => void): void {
  fc.assert(
    fc.property(trades, ({ values, constants, slopes, by }) => {
      const trade = tradeOf(constants, slopes);
      const here = Float64Array.from(values);
      fc.pre(leaves(trade, here, by));
      holds(trade, here, by);
    }),
  );
}

describe("giveBack(taking, giving, values, by)", () => {
  test("moves the second part so that the sum of both stays as it is", () => {
    holdsOfTrades((trade, here, by) => {
      const back = giveBack(trade.one, trade.two, here, by);
      const there = moved(trade, here, by, back);
      expect(bothOf(trade, there) / bothOf(trade, here)).toBeCloseTo(1, 9);
    });
  });

  test("is its own way back: there and back again no part has moved", () => {
    holdsOfTrades((trade, here, by) => {
      const away = giveBack(trade.one, trade.two, here, by);
      const there = moved(trade, here, by, away);
      const home = giveBack(trade.one, trade.two, there, -by);
      // What is left of both has lost up to six of sixteen digits, by which parts of down to a millionth are known to 10⁻⁹ at best.
      expect(home + away).toBeCloseTo(0, 7);
    });
  });

  test("stretches the second part by as much as it shrinks, where the first comes to the same place", () => {
    holdsOfTrades((trade, here, by) => {
      const step = 1e-5;
      const end = (shift: number): number => {
        const from = Float64Array.of(here[0] ?? 0, (here[1] ?? 0) + shift);
        return (from[1] ?? 0) + trade.two.slope * giveBack(trade.one, trade.two, from, by);
      };
      const shrunk = -trade.two.slope * giveBack(trade.one, trade.two, here, by);
      const stretch = (end(step) - end(-step)) / (2 * step);
      // Where next to nothing is left the stretch is too great for finite differences.
      fc.pre(Math.abs(shrunk) < 4);
      expect(Math.log(stretch)).toBeCloseTo(shrunk, 4);
    });
  });

  test("is nothing where the first part alone would be as much as both are now", () => {
    const trade = tradeOf([0, 0], [1, 1]);
    const here = Float64Array.of(0, 0);
    expect(giveBack(trade.one, trade.two, here, Math.LN2 + 1e-9)).toBeNaN();
    expect(giveBack(trade.one, trade.two, here, 50)).toBeNaN();
    expect(giveBack(trade.one, trade.two, here, Math.LN2 - 1e-9)).toBeLessThan(0);
  });
});

describe("logExchange(trade, values, by)", () => {
  test("is by how much the second line gives more for a little more of the first", () => {
    holdsOfTrades((trade, here, by) => {
      const step = 1e-5;
      const back = (more: number): number => giveBack(trade.one, trade.two, here, by + more);
      const exchange = (back(-step) - back(step)) / (2 * step);
      const found = logExchange(trade, here, Float64Array.of(by, back(0)));
      // Where next to nothing is left, or next to nothing is taken, the exchange is too great or too small for finite differences.
      fc.pre(Math.abs(found) < 4);
      expect(Math.log(exchange)).toBeCloseTo(found, 4);
    });
  });

  test("of the trade the other way round is the other way round", () => {
    const trade = tradeOf([0.5, -0.2], [1.5, 0.7]);
    const here = Float64Array.of(0.3, -0.6);
    const there = logExchange(trade, here, Float64Array.of(0.1, -0.4));
    const back = logExchange({ one: trade.two, two: trade.one }, here, Float64Array.of(-0.4, 0.1));
    expect(back).toBeCloseTo(-there, 12);
  });
});

/** A tape of three parameters with several sums of them, and the node of each sum. */
function tapeOfSums(): { readonly tape: Tape; readonly nodes: Readonly<Record<string, number>> } {
  const builder = tapeBuilder(3);
  const double = builder.linear([[0, 2]]);
  const inverse = builder.linear([[0, -1]]);
  const inner = builder.logSumExp([
    [0, 0],
    [1, 0],
  ]);
  const nodes = {
    inner,
    one: builder.logSumExp([
      [double, 0.5],
      [1, 0],
      [2, 0],
    ]),
    two: builder.logSumExp([
      [0, 0],
      [double, 0],
      [2, 0],
    ]),
    bent: builder.logSumExp([
      [inner, 0],
      [2, 0],
    ]),
    falling: builder.logSumExp([
      [inverse, 0],
      [2, 0],
    ]),
  };
  return { tape: builder.build(), nodes };
}

function revisionsOf(tape: Tape) {
  return [Float64Array.of(0, 0, 0), Float64Array.of(1, -1, 0.5)].map((position) => {
    const revision = tape.revise();
    revision.begin(position);
    return revision;
  });
}

describe("movedParts(revisions, line)", () => {
  const { tape, nodes } = tapeOfSums();
  const line = { parameters: Int32Array.of(0), amounts: Float64Array.of(0.5) };
  const parts = movedParts(revisionsOf(tape), line);

  test("finds the part of a sum that a line moves, with its constant, and how far it moves", () => {
    const part = parts.get(nodes.one ?? -1);
    expect(part?.node).toBe(3);
    expect(part?.constant).toBe(0.5);
    expect(part?.slope).toBeCloseTo(1, 12);
    expect(parts.get(nodes.inner ?? -1)).toEqual({ node: 0, constant: 0, slope: 0.5 });
  });

  test("leaves out a sum of which the line moves two parts", () => {
    expect(parts.has(nodes.two ?? -1)).toBe(false);
  });

  test("leaves out a sum whose part bends, and one whose part goes the other way", () => {
    expect(parts.has(nodes.bent ?? -1)).toBe(false);
    expect(parts.has(nodes.falling ?? -1)).toBe(false);
  });

  test("leaves out a sum that the line does not reach", () => {
    const third = movedParts(revisionsOf(tape), { parameters: Int32Array.of(2), amounts: Float64Array.of(1) });
    expect(third.has(nodes.inner ?? -1)).toBe(false);
    expect(third.get(nodes.bent ?? -1)).toEqual({ node: 2, constant: 0, slope: 1 });
  });

  test("leaves the revisions where they were", () => {
    const revisions = revisionsOf(tape);
    const before = revisions.map(({ values }) => Float64Array.from(values));
    movedParts(revisions, line);
    expect(revisions.map(({ values }) => values)).toEqual(before);
  });
});

describe("tradesBetween(one, two)", () => {
  const part = (node: number) => ({ node, constant: 0, slope: 1 });

  test("pairs the parts of the sums that both lines move, each by another part", () => {
    const one = new Map([
      [7, part(0)],
      [8, part(1)],
      [9, part(2)],
    ]);
    const two = new Map([
      [8, part(3)],
      [9, part(2)],
      [10, part(4)],
    ]);
    expect(tradesBetween(one, two)).toEqual([{ one: part(1), two: part(3) }]);
  });
});
