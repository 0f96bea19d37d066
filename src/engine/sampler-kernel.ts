import type { DensityKernel, Pinned } from "../estimates/density.ts";
import type { Kernel, KernelParts, TravelOf } from "../estimates/guide.ts";
import { costWithoutFactors } from "../estimates/local-density.ts";
import { type LocalLine, type LocalReach, MOST_LINES, type MovingDensity } from "../estimates/moving-density.ts";
import { OUTER, type Travel } from "../math/hamiltonian.ts";
import * as SLOT from "./assembly/slots.ts";
import { KernelMemory, kernelModule } from "./kernel-memory.ts";
import { KernelMetric } from "./kernel-metric.ts";
import { fillSlots } from "./kernel-slots.ts";

/** What `assembly/sampler.ts` can be asked. */
interface Exports {
  /** Pointers to the slots, and to the first byte that it does not use itself. */
  slots(): number;
  unused(): number;
  begin(): void;
  move(site: number, by: number, least: number): number;
  undo(site: number): void;
  cost(): number;
  rightOf(group: number): number;
  lead(): void;
  marginal(pinned: number, isRight: number): number;
  responsibilities(): void;
  travel(stride: number, steps: number, outer: number): number;
}

/** A sampler's kernel in WebAssembly. */
export function samplerKernel(parts: KernelParts): Kernel {
  const kernel = new SamplerKernel(parts);
  return { moving: kernel, density: kernel, travel: kernel.travel };
}

/**
 * What takes nearly all the time of a chain, in WebAssembly: `LocalDensity` and the density given the components, which are its oracles, to the last few digits.
 * What a move reaches is copied into its memory when it is first tried.
 */
class SamplerKernel implements MovingDensity, DensityKernel {
  private readonly parts: KernelParts;
  private readonly exports: Exports;
  private readonly memory = new KernelMemory(() => this.look());
  private readonly slots: Int32Array = new Int32Array();
  /** Where what a move reaches stands in memory. */
  private readonly sites = new Map<LocalReach, number>();
  private readonly byAt: number;
  values: Float64Array = new Float64Array();
  private position: Float64Array = new Float64Array();
  private gradient: Float64Array = new Float64Array();
  private by: Float64Array = new Float64Array();
  private folded: Float64Array = new Float64Array();
  private momentum: Float64Array = new Float64Array();
  private readonly metric: KernelMetric;
  /** The tails that are folded now. */
  private tails: Int32Array | undefined;

  constructor(parts: KernelParts) {
    const { memory } = this;
    const learn = (bundle: number, cell: number): void => this.learn(bundle, cell);
    const { exports } = new WebAssembly.Instance(kernelModule("sampler.wasm"), {
      env: { memory: memory.memory },
      factors: { learn },
    });
    this.exports = exports as unknown as Exports;
    this.parts = parts;
    memory.startAt(this.exports.unused());
    this.byAt = memory.room(MOST_LINES * Float64Array.BYTES_PER_ELEMENT);
    this.slots = fillSlots(memory, parts);
    memory.wholes(this.exports.slots(), this.slots.length).set(this.slots);
    this.metric = new KernelMetric(memory, (slot, value) => this.put(slot, value));
    this.look();
  }

  get cost(): number {
    return this.exports.cost();
  }

  begin(position: Float64Array): void {
    this.values.set(position);
    this.exports.begin();
  }

  move(
    reach: LocalReach,
    lines: readonly LocalLine[],
    by: ArrayLike<number>,
    least = Number.NEGATIVE_INFINITY,
  ): number {
    const site = this.sites.get(reach) ?? this.add(reach, lines);
    for (let k = 0; k < lines.length; k++) this.by[k] = by[k] ?? 0;
    return this.exports.move(site, this.byAt, least);
  }

  undo(reach: LocalReach): void {
    const site = this.sites.get(reach);
    if (site !== undefined) this.exports.undo(site);
  }

  right(group: number): number {
    return this.exports.rightOf(group);
  }

  readonly travel: Travel<TravelOf> = (position, momentum, { stride, steps }, { metric, tails, chosen }) => {
    this.metric.load(metric);
    if (this.tails !== tails) {
      this.put(SLOT.TAILS, tails.length);
      this.put(SLOT.TAIL_AT, this.memory.copy(tails));
      this.tails = tails;
    }
    this.memory.wholes(this.pointer(SLOT.CHOSEN), chosen.length).set(chosen);
    this.exports.lead();
    this.folded.set(position);
    this.momentum.set(momentum);
    const change = this.exports.travel(stride, steps, OUTER);
    position.set(this.folded);
    return change;
  };

  marginal(x: Float64Array, gradient: Float64Array, pinned?: Pinned): number {
    this.position.set(x);
    const log = this.exports.marginal(pinned?.group ?? -1, pinned?.isRight === true ? 1 : 0);
    gradient.set(this.gradient);
    return log;
  }

  responsibilities(x: Float64Array, out: Float64Array): void {
    this.position.set(x);
    this.exports.responsibilities();
    out.set(this.memory.reals(this.pointer(SLOT.TERMS), out.length));
  }

  /** Copies what a move along some lines reaches into memory, in the order of `assembly/jumps.ts`; gives where it stands. */
  private add(reach: LocalReach, lines: readonly LocalLine[]): number {
    if (lines.length > MOST_LINES) throw new Error(`invalid site: ${lines.length} lines`);
    const { memory } = this;
    const { plan, factors, priors } = reach;
    const counted = (list: Int32Array): readonly number[] => [list.length, memory.copy(list)];
    const numbers = [
      ...counted(plan.parameters),
      ...counted(plan.nodes),
      memory.copy(plan.starts),
      memory.copy(plan.terms),
      ...counted(factors),
      ...counted(priors),
      costWithoutFactors(reach),
      lines.length,
      ...lines.flatMap(({ parameters, amounts }) => [...counted(parameters), memory.copy(amounts)]),
    ];
    const site = memory.copy(Int32Array.from(numbers));
    this.sites.set(reach, site);
    return site;
  }

  /** Writes the coefficients of a cell of a bundle's table where the kernel looks for them. */
  private learn(bundle: number, cell: number): void {
    const table = this.parts.bundles[bundle]?.log;
    if (!table) return;
    const coefficients = table.cell(cell);
    const first = this.pointer(SLOT.TABLE_COEFFICIENTS, bundle) + cell * coefficients.byteLength;
    this.memory.reals(first, coefficients.length).set(coefficients);
    this.memory.bytes(this.pointer(SLOT.TABLE_KNOWN, bundle) + cell, 1)[0] = 1;
  }

  private put(slot: number, value: number): void {
    this.slots[slot] = value;
    this.memory.wholes(this.exports.slots(), this.slots.length)[slot] = value;
  }

  /** What a slot points to; with a position, what the list of pointers there points to. */
  private pointer(slot: number, position?: number): number {
    const pointer = this.slots[slot] ?? 0;
    return position === undefined ? pointer : (this.memory.wholes(pointer, position + 1)[position] ?? 0);
  }

  /** Makes the views of memory anew. */
  private look(): void {
    const { memory, parts } = this;
    if (this.slots.length === 0) return;
    this.values = memory.reals(this.pointer(SLOT.VALUES), parts.model.tape.nodes);
    this.position = memory.reals(this.pointer(SLOT.POSITION), parts.active.length);
    this.gradient = memory.reals(this.pointer(SLOT.GRADIENT), parts.active.length);
    this.folded = memory.reals(this.pointer(SLOT.FOLDED), parts.active.length);
    this.momentum = memory.reals(this.pointer(SLOT.MOMENTUM), parts.active.length);
    this.by = memory.reals(this.byAt, MOST_LINES);
  }
}
