import { exponential } from "../math/exponential.ts";
import { LOG_SQRT_TWO_PI, normalLogCdf } from "../math/normal.ts";
import type { Random } from "../math/random.ts";
import type { TapePath } from "../math/tape-path.ts";
import { real, whole } from "../math/vector.ts";
import { componentLog, componentVariance, type FlatGroups, flattenGroups } from "./flat-groups.ts";
import { type Model, type PriorTerm, priorTermLog, STEP_FREEDOM } from "./model.ts";

/** A group whose words are taken to be right, or not. */
export interface Pinned {
  readonly group: number;
  readonly isRight: boolean;
}

/** The joint posterior of an account's parameters, ready for a sampler. */
export interface Density {
  /** How many parameters a position has. */
  readonly dimensions: number;
  /** How many components the groups have together. */
  readonly components: number;
  /** The component that each group is in. */
  readonly chosen: Int32Array;
  /** Log density up to a constant, the components of each group summed out, of one only those of a verdict where it is pinned; fills the gradient. */
  marginal(x: Float64Array, gradient: Float64Array, pinned?: Pinned): number;
  /** The same given the chosen component of every group. */
  given(x: Float64Array, gradient: Float64Array): number;
  /** Draws the component of every group given the parameters (a Gibbs step), and writes how probable each component was. */
  choose(x: Float64Array, random: Random, shares: Float64Array): void;
  /** Writes, for every component, its probability given the parameters (flat, in the order of the groups). */
  responsibilities(x: Float64Array, out: Float64Array): void;
  /** Values of all nodes of the tape at the parameters. */
  nodeValues(x: Float64Array): Float64Array;
}

/** What a density with the components summed out takes its time for, maybe faster; several densities over the same parameters may share one. */
export interface DensityKernel {
  marginal(x: Float64Array, gradient: Float64Array, pinned?: Pinned): number;
  responsibilities(x: Float64Array, out: Float64Array): void;
}

/**
 * The density of a compiled model over some of its parameters, the others at the middle of their priors; over all of them where
 * none are named. It owns its buffers: one per chain. Where there is a faster kernel, that does the work.
 * @example
 * createDensity({ parameters: { names: ["level"], isStep: Uint8Array.of(0) }, tape: { nodes: 1, forward() {}, backward() {}, path() {} }, groups: [], priors: [] }).marginal(Float64Array.of(2), new Float64Array(1)) // => -2
 */
export function createDensity(
  model: Model,
  active: Int32Array = Int32Array.from(model.parameters.names.keys()),
  kernel?: DensityKernel,
): Density {
  return new ModelDensity(model, active, kernel);
}

/** A product is put into its logarithm before it gets larger than this. */
const FAR = 1e200;

class ModelDensity implements Density {
  readonly dimensions: number;
  readonly components: number;
  readonly chosen: Int32Array;
  private readonly model: Model;
  private readonly active: Int32Array;
  private readonly flat: FlatGroups;
  private readonly values: Float64Array;
  private readonly adjoints: Float64Array;
  private readonly terms: Float64Array;
  /** To what the chosen components and the priors are held against, and whether it leads there yet. */
  private readonly path: TapePath;
  private readonly wanted: Uint8Array;
  private isLed = false;
  private readonly kernel: DensityKernel | undefined;

  constructor(model: Model, active: Int32Array, kernel: DensityKernel | undefined) {
    this.model = model;
    this.kernel = kernel;
    this.active = active;
    this.dimensions = active.length;
    this.flat = flattenGroups(model.groups);
    this.components = this.flat.logWeight.length;
    this.values = new Float64Array(model.tape.nodes);
    this.adjoints = new Float64Array(model.tape.nodes);
    this.terms = new Float64Array(this.flat.logWeight.length);
    this.path = model.tape.path();
    this.wanted = new Uint8Array(model.tape.nodes);
    this.chosen = Int32Array.from({ length: model.groups.length }, (_, g) => whole(this.flat.start, g));
  }

  marginal(x: Float64Array, gradient: Float64Array, pinned?: Pinned): number {
    if (this.kernel) return this.kernel.marginal(x, gradient, pinned);
    const { start } = this.flat;
    this.begin(x);
    let log = this.pullPriors();
    for (let g = 0; g + 1 < start.length; g++) {
      const [from, to] = [whole(start, g), whole(start, g + 1)];
      log += this.normalise(from, to, pinned?.group === g ? pinned.isRight : undefined);
      for (let c = from; c < to; c++) this.push(c, real(this.terms, c));
    }
    this.model.tape.backward(this.values, this.adjoints);
    return log + this.finish(x, gradient);
  }

  given(x: Float64Array, gradient: Float64Array): number {
    if (!this.isLed) this.lead();
    this.place(x);
    this.path.forward(this.values);
    let log = this.pullPriors();
    for (let g = 0; g < this.chosen.length; g++) {
      const c = whole(this.chosen, g);
      log += componentLog(this.flat, this.values, c);
      this.push(c, 1);
    }
    this.path.backward(this.values, this.adjoints);
    return log + this.finish(x, gradient);
  }

  choose(x: Float64Array, random: Random, shares: Float64Array): void {
    const { start } = this.flat;
    this.responsibilities(x, shares);
    for (let g = 0; g + 1 < start.length; g++) {
      const [from, to] = [whole(start, g), whole(start, g + 1)];
      let left = random.uniform();
      let c = from;
      while (c + 1 < to && left >= real(shares, c)) left -= real(shares, c++);
      this.chosen[g] = c;
    }
    this.isLed = false;
  }

  responsibilities(x: Float64Array, out: Float64Array): void {
    if (this.kernel) {
      this.kernel.responsibilities(x, out);
      return;
    }
    const { start } = this.flat;
    this.begin(x);
    for (let g = 0; g + 1 < start.length; g++) this.normalise(whole(start, g), whole(start, g + 1));
    out.set(this.terms);
  }

  nodeValues(x: Float64Array): Float64Array {
    this.begin(x);
    return this.values;
  }

  private place(x: Float64Array): void {
    for (let i = 0; i < x.length; i++) this.values[whole(this.active, i)] = real(x, i);
  }

  private begin(x: Float64Array): void {
    this.place(x);
    this.model.tape.forward(this.values);
  }

  /** Has passes given the chosen components go over what these need, and no more. */
  private lead(): void {
    const { flat, wanted, chosen } = this;
    this.isLed = true;
    wanted.fill(0);
    for (const { node } of this.model.priors) wanted[node] = 1;
    for (let g = 0; g < chosen.length; g++) {
      const c = whole(chosen, g);
      for (const nodes of [flat.node, flat.secondNode, flat.spreadNode]) {
        const node = whole(nodes, c);
        if (node >= 0) wanted[node] = 1;
      }
    }
    this.path.lead(wanted);
  }

  private pullPriors(): number {
    this.adjoints.fill(0);
    let log = 0;
    for (const term of this.model.priors) {
      const value = real(this.values, term.node);
      log += priorTermLog(term, value);
      this.adjoints[term.node] = real(this.adjoints, term.node) + priorTermSlope(term, value);
    }
    return log;
  }

  /** Adds the priors of the parameters, whose adjoints are there; one logarithm for many steps, which are Student-t. */
  private finish(x: Float64Array, gradient: Float64Array): number {
    const { isStep } = this.model.parameters;
    const { adjoints, active } = this;
    let squares = 0;
    let logs = 0;
    let product = 1;
    for (let i = 0; i < x.length; i++) {
      const z = real(x, i);
      const position = whole(active, i);
      const square = z * z;
      if (isStep[position] === 1) {
        product *= 1 + square / STEP_FREEDOM;
        if (product > FAR) {
          logs += Math.log(product);
          product = 1;
        }
        gradient[i] = real(adjoints, position) - ((STEP_FREEDOM + 1) * z) / (STEP_FREEDOM + square);
      } else {
        squares += square;
        gradient[i] = real(adjoints, position) - z;
      }
    }
    return -0.5 * squares - ((STEP_FREEDOM + 1) / 2) * (logs + Math.log(product));
  }

  /** The log of the sum of a group's components, each left as a log in `terms`. */
  private logOfGroup(from: number, to: number, isRight?: boolean): number {
    let largest = Number.NEGATIVE_INFINITY;
    for (let c = from; c < to; c++) {
      const isLeftOut = isRight !== undefined && (whole(this.flat.verdict, c) === 0) !== isRight;
      const term = isLeftOut ? Number.NEGATIVE_INFINITY : componentLog(this.flat, this.values, c);
      this.terms[c] = term;
      if (term > largest) largest = term;
    }
    let sum = 0;
    for (let c = from; c < to; c++) sum += exponential(real(this.terms, c) - largest);
    return largest + Math.log(sum);
  }

  /** Turns the components of a group into probabilities; gives the log of their sum. */
  private normalise(from: number, to: number, isRight?: boolean): number {
    const log = this.logOfGroup(from, to, isRight);
    for (let c = from; c < to; c++) this.terms[c] = exponential(real(this.terms, c) - log);
    return log;
  }

  /** Adds to the adjoints the slope of a component, times its share. */
  private push(c: number, share: number): void {
    if (share < 1e-14) return;
    const { flat, values } = this;
    const node = whole(flat.node, c);
    const distance = real(values, node) - real(flat.mean, c);
    const variance = componentVariance(flat, values, c);
    const side = whole(flat.side, c);
    this.add(node, share * factorSlope(side, distance, variance));
    const second = whole(flat.secondNode, c);
    if (second >= 0) {
      const beside = real(values, second) - real(flat.secondMean, c);
      this.add(second, share * factorSlope(whole(flat.secondSide, c), beside, real(flat.secondVariance, c)));
    }
    const spread = whole(flat.spreadNode, c);
    if (spread < 0 || side !== 0) return;
    const slope = ((distance * distance) / variance - 1) / variance;
    this.add(spread, share * slope * real(values, spread));
  }

  private add(node: number, slope: number): void {
    this.adjoints[node] = real(this.adjoints, node) + slope;
  }
}

/** The derivative, in the distance, of the log of a normal (side 0) or of a bound from below (1) or above (-1). */
function factorSlope(side: number, distance: number, variance: number): number {
  if (side === 0) return -distance / variance;
  const deviation = Math.sqrt(variance);
  const z = (side * distance) / deviation;
  return (side * exponential(-0.5 * z * z - LOG_SQRT_TWO_PI - normalLogCdf(z))) / deviation;
}

function priorTermSlope(term: PriorTerm, value: number): number {
  const distance = value - term.mean;
  if (term.kind === "normal") return -distance / term.variance;
  const deviation = Math.sqrt(term.variance);
  const z = -distance / deviation;
  return -exponential(-0.5 * z * z - LOG_SQRT_TWO_PI - normalLogCdf(z)) / deviation;
}
