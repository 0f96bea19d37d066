import type { Metric } from "./metric.ts";
import type { LogDensity } from "./mode.ts";
import type { Random } from "./random.ts";
import { addTo, dot } from "./vector.ts";

/** What one transition did. */
export interface TransitionInfo {
  /** Probability with which its proposal was to be accepted. */
  readonly acceptance: number;
  readonly accepted: boolean;
  /** The energy error was so large that the step size cannot be right there. */
  readonly divergent: boolean;
}

export interface TransitionOptions {
  /** How far a trajectory goes from one gradient to the next. */
  readonly stepSize: number;
  /** Mean length of a trajectory in whitened units; a quarter turn of a standard normal is π/2. */
  readonly length: number;
}

/** One transition after another over one number of dimensions, in buffers of its own. */
export interface Hamiltonian<Of extends TransitionOf = TransitionOf> {
  /** Moves `position` in place, by a draw that leaves the density as it is. */
  step(position: Float64Array, random: Random, options: TransitionOptions & Of): TransitionInfo;
}

/** What a transition moves under. */
export interface TransitionOf {
  readonly target: LogDensity;
  readonly metric: Metric;
}

/** How long a trajectory is: so many steps of two strides each. */
export interface Trajectory {
  readonly stride: number;
  readonly steps: number;
}

/**
 * Takes a position along a trajectory that begins with a whitened momentum, in place, and uses the momentum up. Gives by how much the log density less the kinetic energy has
 * changed; no finite number where the trajectory ran away.
 */
export type Travel<Of> = (position: Float64Array, momentum: Float64Array, trajectory: Trajectory, of: Of) => number;

/**
 * What the first and the last of the three kicks of a step are of its length. A step of two strides errs least with this share, over all lengths that are stable, where a
 * density is normal: Blanes, Casas and Sanz-Serna 2014, doi 10.1137/130932740, section 4.
 */
export const OUTER = 0.21178;

/**
 * Hamiltonian Monte Carlo in whitened coordinates, with trajectories of random length (Neal 2011, handbook chapter 5, section
 * 5.3.2; the step size is jittered by a fifth and the length by half either way, so that no direction resonates), in steps of two strides. The metric
 * may differ from step to step as long as it does not depend on the position. Somebody else may do the travelling, faster.
 * @example
 * createHamiltonian(1, (position) => { position[0] = 7; return 0; }).step(Float64Array.of(0), { uniform: () => 0.5, normal: () => 0 }, { stepSize: 0.1, length: 1 }).accepted // => true
 */
export function createHamiltonian<Of extends TransitionOf = TransitionOf>(
  size: number,
  travel: Travel<Of> = plainTravel(size),
): Hamiltonian<Of> {
  const momentum = new Float64Array(size);
  const position = new Float64Array(size);
  return {
    step(from, random, options) {
      position.set(from);
      for (let i = 0; i < size; i++) momentum[i] = random.normal();
      const stride = options.stepSize * (0.8 + 0.4 * random.uniform());
      const steps = Math.max(1, Math.round(((0.5 + random.uniform()) * options.length) / (2 * stride)));
      const change = travel(position, momentum, { stride, steps }, options);
      const acceptance = Number.isFinite(change) ? Math.min(1, Math.exp(change)) : 0;
      const accepted = random.uniform() < acceptance;
      if (accepted) from.set(position);
      return { acceptance, accepted, divergent: !(change > -1000) };
    },
  };
}

/**
 * Travels by the target and the metric alone, in buffers of its own.
 * @example
 * plainTravel(1)(Float64Array.of(0), Float64Array.of(1), { stride: 0.1, steps: 1 }, { target: (p, g) => { g[0] = -p[0]; return -p[0] * p[0] / 2 }, metric: { size: 1, spread: (w, s) => s.set(w), gather: (g, w) => w.set(g) } }).toFixed(4) // => "-0.0000"
 */
export function plainTravel(size: number): Travel<TransitionOf> {
  const gradient = new Float64Array(size);
  const force = new Float64Array(size);
  const direction = new Float64Array(size);
  return (position, momentum, { stride, steps }, { target, metric }) => {
    const evaluate = (): number => {
      const value = target(position, gradient);
      metric.gather(gradient, force);
      return value;
    };
    const go = (): number => {
      metric.spread(momentum, direction);
      addTo(position, direction, stride);
      return evaluate();
    };
    let value = evaluate();
    const start = value - dot(momentum, momentum) / 2;
    addTo(momentum, force, 2 * OUTER * stride);
    for (let s = 1; s <= steps && Number.isFinite(value); s++) {
      go();
      addTo(momentum, force, (2 - 4 * OUTER) * stride);
      value = go();
      addTo(momentum, force, (s < steps ? 4 : 2) * OUTER * stride);
    }
    return value - dot(momentum, momentum) / 2 - start;
  };
}

/** A step size that learns from acceptance. */
export interface StepSize {
  /** The size to try next while learning. */
  readonly current: number;
  /** The averaged size to keep afterwards. */
  readonly settled: number;
  learn(acceptance: number): void;
}

/** No step is longer than this, in whitened units. */
const LONGEST = 2;
/** How fast steps of learning get smaller with their number; between a half and one they find the aim whatever the chance (Robbins and Monro 1951). */
const SLOWING = 0.6;

/**
 * A step size learner that aims at a mean acceptance: the logarithm moves by how much the acceptance missed the aim, ever less, and what is kept is its mean, the
 * later the more (Andrieu and Thoms 2008, doi 10.1007/s11222-008-9110-y, section 4).
 * @example
 * ((size) => { size.learn(1); return size.current > 0.5; })(learnStepSize(0.5, 0.8)) // => true
 */
export function learnStepSize(initial: number, aim: number): StepSize {
  let count = 0;
  let log = Math.log(initial);
  let logSettled = log;
  return {
    get current() {
      return Math.exp(log);
    },
    get settled() {
      return Math.exp(logSettled);
    },
    learn(acceptance) {
      count++;
      log = Math.min(Math.log(LONGEST), log + (acceptance - aim) / count ** SLOWING);
      logSettled += (2 / (count + 1)) * (log - logSettled);
    },
  };
}
