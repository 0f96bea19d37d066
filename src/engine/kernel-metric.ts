import type { FactoredMetric } from "../math/metric.ts";
import type { SparseFactor } from "../math/sparse-cholesky.ts";
import type { SparseVector } from "../math/sparse-vector.ts";
import type { Knot } from "../math/turn.ts";
import * as SLOT from "./assembly/slots.ts";
import { aligned, type KernelMemory } from "./kernel-memory.ts";

/** Room for what is made anew is at first for so many bytes; where that is not enough it is twice as much as before. */
const FIRST_ROOM = 65536;

/**
 * Metrics in the memory of a kernel, where `assembly/travel.ts` reads them. What stays is copied once: the factors, and directions with places of their own. What is made anew for
 * every choice of components is written over what was there before.
 */
export class KernelMetric {
  private readonly memory: KernelMemory;
  private readonly put: (slot: number, value: number) => void;
  private readonly factors = new WeakMap<SparseFactor, readonly (readonly [number, number])[]>();
  private readonly directions = new WeakMap<SparseVector, readonly number[]>();
  private held: FactoredMetric | undefined;
  /** Room for what is made anew: where the next of it goes, and where it ends. */
  private first = 0;
  private next = 0;
  private end = 0;

  constructor(memory: KernelMemory, put: (slot: number, value: number) => void) {
    this.memory = memory;
    this.put = put;
  }

  /** Has trajectories go by a metric. */
  load(metric: FactoredMetric): void {
    if (this.held === metric) return;
    this.held = metric;
    for (const [slot, pointer] of this.factorIn(metric.factor)) this.put(slot, pointer);
    this.next = this.first;
    const { knots } = metric;
    const records = Int32Array.from(knots.flatMap((knot) => this.recordOf(knot)));
    this.put(SLOT.KNOTS, knots.length);
    this.put(SLOT.KNOT_RECORDS, this.write(records));
    const most = Math.max(0, ...knots.map(countOf));
    this.put(SLOT.ALONG, this.write(new Float64Array(most)));
  }

  private factorIn(factor: SparseFactor): readonly (readonly [number, number])[] {
    const known = this.factors.get(factor);
    if (known) return known;
    const { order, starts, places, entries, inverse } = factor;
    const slots = [
      [SLOT.FACTOR_ORDER, this.memory.copy(order)],
      [SLOT.FACTOR_STARTS, this.memory.copy(starts)],
      [SLOT.FACTOR_PLACES, this.memory.copy(places)],
      [SLOT.FACTOR_ROWS, this.memory.copy(places.map((place) => order[place] ?? 0))],
      [SLOT.FACTOR_ENTRIES, this.memory.copy(entries)],
      [SLOT.FACTOR_INVERSE, this.memory.copy(inverse)],
    ] as const;
    this.factors.set(factor, slots);
    return slots;
  }

  /** A record of a knot, as `assembly/travel.ts` reads it. */
  private recordOf(knot: Knot): readonly number[] {
    const matrices = [this.write(knot.forth), this.write(knot.back)];
    if ("rows" in knot)
      return [countOf(knot), ...matrices, 0, knot.at.length, this.write(knot.at), this.write(knot.rows)];
    const each = Int32Array.from(knot.directions.flatMap((direction) => this.directionIn(direction)));
    return [countOf(knot), ...matrices, this.write(each), 0, 0, 0];
  }

  private directionIn(direction: SparseVector): readonly number[] {
    const known = this.directions.get(direction);
    if (known) return known;
    const { at, amounts } = direction;
    const numbers = [at.length, this.memory.copy(at), this.memory.copy(amounts)];
    this.directions.set(direction, numbers);
    return numbers;
  }

  /** Copies numbers into the room for what is made anew; gives where they stand until the next metric. */
  private write(numbers: Float64Array | Int32Array): number {
    if (this.next + numbers.byteLength > this.end) {
      const bytes = Math.max(FIRST_ROOM, 2 * (this.end - this.first), numbers.byteLength);
      this.first = this.memory.room(bytes);
      this.next = this.first;
      this.end = this.first + bytes;
    }
    const pointer = this.next;
    this.memory.write(pointer, numbers);
    this.next = aligned(pointer + numbers.byteLength);
    return pointer;
  }
}

/** How many directions a knot has. */
function countOf(knot: Knot): number {
  return Math.sqrt(knot.forth.length);
}
