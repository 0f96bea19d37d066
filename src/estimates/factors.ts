import { exponential } from "../math/exponential.ts";
import { real, whole } from "../math/vector.ts";
import type { Bundle } from "./bundles.ts";
import { componentLog, componentPeak, type FlatGroups } from "./flat-groups.ts";

/** A component smaller than the likeliest by this much in logarithms does not show in the digits of their sum. */
const NOTHING = 38;
/** What a bundle costs, in components. */
const OF_BUNDLE = 6;

/**
 * What a density of claims is a product of, each factor with its components summed out: groups by their number, then bundles. A group that is in a bundle is
 * no factor itself. Each is what it was when it was last computed.
 */
export class Factors {
  /** The log of the likeliest component of each, and how much more all of them are than that one. */
  readonly largest: Float64Array;
  readonly sums: Float64Array;
  /** The log of what each comes to at most. */
  readonly peaks: Float64Array;
  /** What each takes to compute, in components. */
  readonly costs: Float64Array;
  private readonly flat: FlatGroups;
  private readonly bundles: readonly Bundle[];
  private readonly values: Float64Array;
  /** The bundle that each group is in, or -1. */
  readonly bundleOf: Int32Array;

  /** `values` are those of the nodes, wherever these are when a factor is computed. */
  constructor(flat: FlatGroups, bundles: readonly Bundle[], values: Float64Array) {
    const groups = flat.start.length - 1;
    this.flat = flat;
    this.bundles = bundles;
    this.values = values;
    this.bundleOf = new Int32Array(groups).fill(-1);
    bundles.forEach((bundle, b) => {
      for (const g of bundle.groups) this.bundleOf[g] = b;
    });
    this.largest = new Float64Array(groups + bundles.length);
    this.sums = new Float64Array(groups + bundles.length);
    const peaks = Float64Array.from({ length: groups }, (_, g) => peakOfGroup(flat, g));
    const ofBundles = bundles.map((bundle) => bundle.groups.reduce((sum, g) => sum + real(peaks, g), 0));
    this.peaks = Float64Array.of(...peaks, ...ofBundles);
    const components = Array.from({ length: groups }, (_, g) => whole(flat.start, g + 1) - whole(flat.start, g));
    this.costs = Float64Array.of(...components, ...bundles.map(() => OF_BUNDLE));
  }

  /** The factors that some groups are in, each once. */
  of(groups: readonly number[]): readonly number[] {
    const factors = groups.map((g) => {
      const bundle = whole(this.bundleOf, g);
      return bundle < 0 ? g : this.bundleOf.length + bundle;
    });
    return [...new Set(factors)];
  }

  computeAll(): void {
    for (let g = 0; g < this.bundleOf.length; g++) if (whole(this.bundleOf, g) < 0) this.computeGroup(g);
    for (let b = 0; b < this.bundles.length; b++) this.compute(this.bundleOf.length + b);
  }

  compute(f: number): void {
    const b = f - this.bundleOf.length;
    // No look-up outside of the list: the engine would be slow at all others from then on.
    const bundle = b < 0 ? undefined : this.bundles[b];
    if (bundle) {
      this.largest[f] = bundle.log.at(real(this.values, bundle.node));
      this.sums[f] = 1;
    } else this.computeGroup(f);
  }

  /** By how much some could gain at most. */
  room(factors: Int32Array): number {
    let room = 0;
    for (let i = 0; i < factors.length; i++) {
      const f = whole(factors, i);
      room += real(this.peaks, f) - real(this.largest, f);
    }
    return room;
  }

  /** How probable it is, where the account is now, that nothing is wrong with the words of a group. */
  right(g: number): number {
    const { flat, values } = this;
    const [from, to] = [whole(flat.start, g), whole(flat.start, g + 1)];
    let largest = componentLog(flat, values, from);
    let right = whole(flat.verdict, from) === 0 ? 1 : 0;
    let sum = 1;
    for (let c = from + 1; c < to; c++) {
      const isRight = whole(flat.verdict, c) === 0;
      const log = componentLog(flat, values, c);
      if (log > largest) {
        const shrunk = exponential(largest - log);
        sum = sum * shrunk + 1;
        right = right * shrunk + (isRight ? 1 : 0);
        largest = log;
      } else if (largest - log < NOTHING) {
        const more = exponential(log - largest);
        sum += more;
        if (isRight) right += more;
      }
    }
    return right / sum;
  }

  /** The likeliest component of a group, and how much more all are; one pass, with an exponential for each that counts. */
  private computeGroup(g: number): void {
    const { flat, values } = this;
    const from = whole(flat.start, g);
    const to = whole(flat.start, g + 1);
    let largest = componentLog(flat, values, from);
    let sum = 1;
    for (let c = from + 1; c < to; c++) {
      const log = componentLog(flat, values, c);
      if (log > largest) {
        sum = log - largest > NOTHING ? 1 : sum * exponential(largest - log) + 1;
        largest = log;
      } else if (largest - log < NOTHING) sum += exponential(log - largest);
    }
    this.largest[g] = largest;
    this.sums[g] = sum;
  }
}

function peakOfGroup(flat: FlatGroups, g: number): number {
  let sum = 0;
  for (let c = whole(flat.start, g); c < whole(flat.start, g + 1); c++) sum += exponential(componentPeak(flat, c));
  return Math.log(sum);
}
