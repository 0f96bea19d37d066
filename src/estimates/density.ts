import { normalLogCdf } from "../math/normal.ts";
import type { Random } from "../math/random.ts";
import { real, whole } from "../math/vector.ts";
import { type FlatGroups, flattenGroups } from "./flat-groups.ts";
import { type Model, type PriorTerm, priorTermLog } from "./model.ts";

const LOG_SQRT_TWO_PI = 0.9189385332046728;
/** Degrees of freedom of the steps of a walk. */
const STEP_FREEDOM = 4;

/** The joint posterior of an account's parameters, ready for a sampler. */
export interface Density {
  readonly dimensions: number;
  /** Log density up to a constant, each group's origin marginalised; fills the gradient. */
  marginal(x: Float64Array, gradient: Float64Array): number;
  /** The same log density without its gradient: about half the work. */
  logMarginal(x: Float64Array): number;
  /** The same given one chosen component of every group. */
  given(x: Float64Array, gradient: Float64Array): number;
  /** Draws the component of every group given the parameters: a Gibbs step. */
  choose(x: Float64Array, random: Random): void;
  /** Writes, for every component, its probability given the parameters (flat, in the order of the groups). */
  responsibilities(x: Float64Array, out: Float64Array): void;
  /** Values of all nodes of the tape at the parameters. */
  nodeValues(x: Float64Array): Float64Array;
}

/**
 * The density of a compiled model. It owns its buffers: one per chain.
 * @example
 * createDensity({ parameters: { names: ["level"], isStep: Uint8Array.of(0) }, tape: { nodes: 1, forward() {}, backward() {} }, groups: [], priors: [] }).marginal(Float64Array.of(2), new Float64Array(1)) // => -2
 */
export function createDensity(model: Model): Density {
  return new ModelDensity(model);
}

class ModelDensity implements Density {
  readonly dimensions: number;
  private readonly model: Model;
  private readonly flat: FlatGroups;
  private readonly values: Float64Array;
  private readonly adjoints: Float64Array;
  private readonly terms: Float64Array;
  private readonly chosen: Int32Array;

  constructor(model: Model) {
    this.model = model;
    this.dimensions = model.parameters.names.length;
    this.flat = flattenGroups(model.groups);
    this.values = new Float64Array(model.tape.nodes);
    this.adjoints = new Float64Array(model.tape.nodes);
    this.terms = new Float64Array(this.flat.logWeight.length);
    this.chosen = Int32Array.from({ length: model.groups.length }, (_, g) => whole(this.flat.start, g));
  }

  marginal(x: Float64Array, gradient: Float64Array): number {
    const { start } = this.flat;
    let log = this.begin(x);
    for (let g = 0; g + 1 < start.length; g++) {
      const [from, to] = [whole(start, g), whole(start, g + 1)];
      log += this.normalise(from, to);
      for (let c = from; c < to; c++) this.push(c, real(this.terms, c));
    }
    return this.finish(log, x, gradient);
  }

  logMarginal(x: Float64Array): number {
    const { start } = this.flat;
    const { isStep } = this.model.parameters;
    this.values.set(x);
    this.model.tape.forward(this.values);
    let log = 0;
    for (const term of this.model.priors) log += priorTermLog(term, real(this.values, term.node));
    for (let g = 0; g + 1 < start.length; g++) log += this.logOfGroup(whole(start, g), whole(start, g + 1));
    for (let i = 0; i < this.dimensions; i++) log += parameterLog(real(x, i), isStep[i] === 1);
    return log;
  }

  given(x: Float64Array, gradient: Float64Array): number {
    let log = this.begin(x);
    for (let g = 0; g < this.chosen.length; g++) {
      const c = whole(this.chosen, g);
      log += this.component(c);
      this.push(c, 1);
    }
    return this.finish(log, x, gradient);
  }

  choose(x: Float64Array, random: Random): void {
    const { start } = this.flat;
    this.begin(x);
    for (let g = 0; g + 1 < start.length; g++) {
      const [from, to] = [whole(start, g), whole(start, g + 1)];
      this.normalise(from, to);
      let left = random.uniform();
      let c = from;
      while (c + 1 < to && left >= real(this.terms, c)) left -= real(this.terms, c++);
      this.chosen[g] = c;
    }
  }

  responsibilities(x: Float64Array, out: Float64Array): void {
    const { start } = this.flat;
    this.begin(x);
    for (let g = 0; g + 1 < start.length; g++) this.normalise(whole(start, g), whole(start, g + 1));
    out.set(this.terms);
  }

  nodeValues(x: Float64Array): Float64Array {
    this.begin(x);
    return this.values;
  }

  private begin(x: Float64Array): number {
    this.values.set(x);
    this.model.tape.forward(this.values);
    this.adjoints.fill(0);
    let log = 0;
    for (const term of this.model.priors) {
      const value = real(this.values, term.node);
      log += priorTermLog(term, value);
      this.adjoints[term.node] = real(this.adjoints, term.node) + priorTermSlope(term, value);
    }
    return log;
  }

  private finish(log: number, x: Float64Array, gradient: Float64Array): number {
    const { isStep } = this.model.parameters;
    let total = log;
    this.model.tape.backward(this.values, this.adjoints);
    for (let i = 0; i < this.dimensions; i++) {
      const z = real(x, i);
      const step = isStep[i] === 1;
      total += parameterLog(z, step);
      const slope = step ? ((STEP_FREEDOM + 1) * z) / (STEP_FREEDOM + z * z) : z;
      gradient[i] = real(this.adjoints, i) - slope;
    }
    return total;
  }

  /** The log of the sum of a group's components, each left as a log in `terms`. */
  private logOfGroup(from: number, to: number): number {
    let largest = Number.NEGATIVE_INFINITY;
    for (let c = from; c < to; c++) {
      const term = this.component(c);
      this.terms[c] = term;
      if (term > largest) largest = term;
    }
    let sum = 0;
    for (let c = from; c < to; c++) sum += Math.exp(real(this.terms, c) - largest);
    return largest + Math.log(sum);
  }

  /** Turns the components of a group into probabilities; gives the log of their sum. */
  private normalise(from: number, to: number): number {
    const log = this.logOfGroup(from, to);
    for (let c = from; c < to; c++) this.terms[c] = Math.exp(real(this.terms, c) - log);
    return log;
  }

  private varianceOf(c: number): number {
    const spread = whole(this.flat.spreadNode, c);
    return real(this.flat.variance, c) + (spread < 0 ? 0 : real(this.values, spread) ** 2);
  }

  private component(c: number): number {
    const { flat, values } = this;
    const distance = real(values, whole(flat.node, c)) - real(flat.mean, c);
    const log = real(flat.logWeight, c) + factorLog(whole(flat.side, c), distance, this.varianceOf(c));
    const second = whole(flat.secondNode, c);
    if (second < 0) return log;
    const beside = real(values, second) - real(flat.secondMean, c);
    return log + factorLog(whole(flat.secondSide, c), beside, real(flat.secondVariance, c));
  }

  /** Adds to the adjoints the slope of a component, times its share. */
  private push(c: number, share: number): void {
    if (share < 1e-14) return;
    const { flat, values } = this;
    const node = whole(flat.node, c);
    const distance = real(values, node) - real(flat.mean, c);
    const variance = this.varianceOf(c);
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

/** The log of one factor of a component: a normal (side 0), or a bound from below (1) or above (-1). */
function factorLog(side: number, distance: number, variance: number): number {
  if (side !== 0) return normalLogCdf((side * distance) / Math.sqrt(variance));
  return -LOG_SQRT_TWO_PI - 0.5 * Math.log(variance) - (0.5 * distance * distance) / variance;
}

/** Its derivative in the distance. */
function factorSlope(side: number, distance: number, variance: number): number {
  if (side === 0) return -distance / variance;
  const deviation = Math.sqrt(variance);
  const z = (side * distance) / deviation;
  return (side * Math.exp(-0.5 * z * z - LOG_SQRT_TWO_PI - normalLogCdf(z))) / deviation;
}

/** Log prior of one parameter up to a constant: a standard normal, or a Student-t for a step of a walk. */
function parameterLog(z: number, isStep: boolean): number {
  return isStep ? -((STEP_FREEDOM + 1) / 2) * Math.log(1 + (z * z) / STEP_FREEDOM) : -0.5 * z * z;
}

function priorTermSlope(term: PriorTerm, value: number): number {
  const distance = value - term.mean;
  if (term.kind === "normal") return -distance / term.variance;
  const deviation = Math.sqrt(term.variance);
  const z = -distance / deviation;
  return -Math.exp(-0.5 * z * z - LOG_SQRT_TWO_PI - normalLogCdf(z)) / deviation;
}
