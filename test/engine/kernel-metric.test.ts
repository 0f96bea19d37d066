import { expect, test } from "vitest";
import * as SLOT from "../../src/engine/assembly/slots.ts";
import { KernelMemory } from "../../src/engine/kernel-memory.ts";
import { KernelMetric } from "../../src/engine/kernel-metric.ts";
import { type FactoredMetric, metricOf, turnedMetric } from "../../src/math/metric.ts";
import { SparseSymmetric } from "../../src/math/sparse-cholesky.ts";
import { fullTurnOf, turnOf } from "../../src/math/turn.ts";

/** A metric with one knot of two sparse directions and one of a fifth as many as the coordinates that they fill; entries are told by a number. */
function metricWith(full: number, told: number): FactoredMetric {
  const size = 300;
  const direction = (at: number) => ({ at: Int32Array.of(at, at + 1), amounts: Float64Array.of(told, 0.5) });
  const changes = [0, 1].map((at) => ({ direction: direction(at), precision: 1 }));
  const at = Int32Array.from({ length: full }, (_, u) => u);
  const precisions = new Float64Array(Math.ceil(full / 5)).fill(told);
  const rows = Float64Array.from({ length: precisions.length * full }, (_, k) => Math.sin(told * k));
  const turns = [turnOf(changes), fullTurnOf({ at, rows, precisions })];
  return turnedMetric(metricOf(new SparseSymmetric(new Float64Array(size).fill(4))), turns);
}

test("KernelMetric.load(metric) writes what the last metric is made of, however long it is", () => {
  const memory = new KernelMemory();
  memory.startAt(64);
  const slots = new Map<number, number>();
  const kernel = new KernelMetric(memory, (slot, value) => slots.set(slot, value));
  const pointer = (slot: number): number => slots.get(slot) ?? Number.NaN;
  const [small, large, other] = [metricWith(4, 1), metricWith(290, 2), metricWith(5, 3)];
  // The second takes more than there is room for at first: 58 directions of 290 entries are 134,560 bytes.
  for (const metric of [small, large, other, large, small]) {
    kernel.load(metric);
    expect(pointer(SLOT.KNOTS)).toBe(2);
    expect(memory.reals(pointer(SLOT.FACTOR_INVERSE), 300)).toEqual(metric.factor.inverse);
    const records = memory.wholes(pointer(SLOT.KNOT_RECORDS), 14);
    metric.knots.forEach((knot, k) => {
      const [count = 0, forth = 0, back = 0, apart = 0, width = 0, at = 0, rows = 0] = records.subarray(
        7 * k,
        7 * k + 7,
      );
      expect(memory.reals(forth, count * count)).toEqual(knot.forth);
      expect(memory.reals(back, count * count)).toEqual(knot.back);
      if ("rows" in knot) {
        expect(apart).toBe(0);
        expect(memory.wholes(at, width)).toEqual(knot.at);
        expect(memory.reals(rows, count * width)).toEqual(knot.rows);
        return;
      }
      const [length = 0, places = 0, amounts = 0] = memory.wholes(apart, 3);
      expect(memory.wholes(places, length)).toEqual(knot.directions[0]?.at);
      expect(memory.reals(amounts, length)).toEqual(knot.directions[0]?.amounts);
    });
  }
});
