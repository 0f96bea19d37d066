import type { Metric } from "./metric.ts";
import type { LogDensity } from "./mode.ts";
import type { Random } from "./random.ts";
import { dot, real } from "./vector.ts";

/** Where a chain is: its whitened point and position. */
export interface ChainState {
  readonly whitened: Float64Array;
  readonly position: Float64Array;
}

/** What one transition did. */
export interface TransitionInfo {
  /** Probability with which its proposal was to be accepted. */
  readonly acceptance: number;
  readonly accepted: boolean;
  /** The energy error was so large that the step size cannot be right there. */
  readonly divergent: boolean;
}

export interface TransitionOptions {
  readonly stepSize: number;
  /** Mean length of a trajectory in whitened units; half a turn of a standard normal is π/2. */
  readonly length: number;
}

/**
 * One transition of Hamiltonian Monte Carlo in whitened coordinates, with a trajectory of random length (Neal 2011,
 * handbook chapter 5, section 5.3.2; the length is jittered by half either way so that no direction resonates).
 * @example
 * hamiltonianStep({ whitened: Float64Array.of(0), position: Float64Array.of(0) }, { uniform: () => 0.5, normal: () => 0 }, (x, g) => { g[0] = -x[0]; return -x[0] * x[0] / 2 }, { toPosition: (w, p) => p.set(w), toWhitened: (g, w) => w.set(g) }, { stepSize: 0.1, length: 1 }).info.accepted // => true
 */
export function hamiltonianStep(
  state: ChainState,
  random: Random,
  target: LogDensity,
  metric: Metric,
  options: TransitionOptions,
): { readonly state: ChainState; readonly info: TransitionInfo } {
  const n = state.whitened.length;
  const q = Float64Array.from(state.whitened);
  const position = Float64Array.from(state.position);
  const gradient = new Float64Array(n);
  const force = new Float64Array(n);
  const momentum = Float64Array.from({ length: n }, () => random.normal());
  const evaluate = (): number => {
    metric.toPosition(q, position);
    const value = target(position, gradient);
    metric.toWhitened(gradient, force);
    return value;
  };
  const start = evaluate() - dot(momentum, momentum) / 2;
  const steps = Math.max(1, Math.round(((0.5 + random.uniform()) * options.length) / options.stepSize));
  let value = start;
  for (let s = 0; s < steps && Number.isFinite(value); s++) {
    for (let i = 0; i < n; i++) momentum[i] = real(momentum, i) + 0.5 * options.stepSize * real(force, i);
    for (let i = 0; i < n; i++) q[i] = real(q, i) + options.stepSize * real(momentum, i);
    value = evaluate();
    for (let i = 0; i < n; i++) momentum[i] = real(momentum, i) + 0.5 * options.stepSize * real(force, i);
  }
  const change = value - dot(momentum, momentum) / 2 - start;
  const acceptance = Number.isFinite(change) ? Math.min(1, Math.exp(change)) : 0;
  const accepted = random.uniform() < acceptance;
  return {
    state: accepted ? { whitened: q, position } : state,
    info: { acceptance, accepted, divergent: !(change > -1000) },
  };
}

/** A step size that learns from acceptance: dual averaging (Hoffman and Gelman 2014, algorithm 5). */
export interface StepSize {
  /** The size to try next while learning. */
  readonly current: number;
  /** The averaged size to keep afterwards. */
  readonly settled: number;
  learn(acceptance: number): void;
}

/**
 * A step size learner that aims at a mean acceptance.
 * @example
 * learnStepSize(0.5, 0.8).current // => 0.5
 */
export function learnStepSize(initial: number, aim: number): StepSize {
  const center = Math.log(10 * initial);
  let count = 0;
  let error = 0;
  let log = Math.log(initial);
  let logSettled = Math.log(initial);
  return {
    get current() {
      return Math.min(2, Math.exp(log));
    },
    get settled() {
      return Math.min(2, Math.exp(logSettled));
    },
    learn(acceptance) {
      count++;
      error += (aim - acceptance - error) / (count + 10);
      log = center - (Math.sqrt(count) / 0.05) * error;
      const rate = count ** -0.75;
      logSettled += rate * (log - logSettled);
    },
  };
}
