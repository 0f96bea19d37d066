import { createHamiltonian, type Hamiltonian, learnStepSize, type TransitionInfo } from "../math/hamiltonian.ts";
import { findMode, type LogDensity } from "../math/mode.ts";
import { createRandom, type Random } from "../math/random.ts";
import { foldedDensity, foldTails, unfoldTails } from "../math/tails.ts";
import { addTo, real, whole } from "../math/vector.ts";
import type { Counter } from "./counter.ts";
import { createDensity, type Density } from "./density.ts";
import { type ChainReport, type Frame, Guide, type MakeKernel, STRETCHES, stretchOf, type TravelOf } from "./guide.ts";
import { Jumps } from "./jumps.ts";
import { type Model, STEP_FREEDOM } from "./model.ts";

export interface ChainOptions {
  readonly seed: number;
  readonly warmup: number;
  readonly draws: number;
  /** What moves in the chain; the plain kernel where none is named. */
  readonly kernel?: MakeKernel;
  /** Called now and then with the share of the work that is done. */
  readonly onProgress?: (share: number) => void;
}

/** The draws of one chain and how it went. */
export interface ChainResult {
  /** Draw by draw, all parameters of the account (row by row, draws × parameters). */
  readonly draws: Float64Array;
  readonly divergences: number;
  readonly stepSize: number;
  readonly acceptance: number;
}

/** Acceptance of trajectories that the step size is learnt for: where an account bends most, longer steps are refused most, and that is where it is slow. */
const AIM = 0.9;
/** Mean length of a trajectory: a quarter turn of a standard normal. */
const LENGTH = Math.PI / 2;

/**
 * The draws of one Markov chain over a model.
 * @example
 * runChain({ parameters: { names: ["level"], isStep: Uint8Array.of(0), isWalk: Uint8Array.of(0) }, tape: { parameters: 1, nodes: 1, forward() {}, backward() {}, path: () => ({ lead() {}, forward() {}, backward() {} }), slopesAt() {}, revise: () => ({ values: new Float64Array(1), begin() {} }), reach: () => Uint8Array.of(0) }, groups: [], priors: [] }, { seed: 1, warmup: 10, draws: 20 }).draws.length // => 20
 */
export function runChain(model: Model, { seed, warmup, draws, kernel, onProgress }: ChainOptions): ChainResult {
  const guide = new Guide(model, kernel);
  const chain = new Chain(guide, seed);
  const rows = new Float64Array(draws * model.parameters.names.length);
  const all = warmup + draws;
  const steps = stretchOf(warmup);
  for (let k = 0; k < STRETCHES; k++)
    guide.heed([chain.stretch(steps, (done) => onProgress?.((k * steps + done) / all))], steps);
  chain.advance(rows, (done) => onProgress?.((warmup + done) / all));
  return { draws: rows, ...chain.facts() };
}

/**
 * A Markov chain that can be taken further: to a mode by L-BFGS, then in turn the component of every group given the
 * parameters (Gibbs), the parameters given the components (Hamiltonian Monte Carlo, in the metric of the components), and jumps
 * from claim to claim where they disagree (Metropolis, the components summed out). Parameters that no evidence touches
 * are drawn from their prior. It goes by a guide, which may be that of other chains as well.
 */
export class Chain {
  private readonly guide: Readonly<Guide>;
  private readonly random: Random;
  private readonly density: Density;
  private readonly hamiltonian: Hamiltonian<TravelOf>;
  private readonly jumps: Jumps;
  private readonly position: Float64Array;
  /** The parameters that no evidence touches: which, which of them are steps, and their last draw. */
  private readonly idleAt: Int32Array;
  private readonly idleIsStep: Uint8Array;
  private readonly idle: Float64Array;
  private readonly shares: Float64Array;
  /** The coordinates of the last trajectory, and the density given the chosen components in these. */
  private frame: Frame;
  private target: LogDensity;
  private drawn = 0;
  private divergences = 0;
  private acceptance = 0;

  constructor(guide: Readonly<Guide>, seed: number) {
    const { model, active, flat } = guide;
    this.guide = guide;
    this.random = createRandom(seed);
    this.density = createDensity(model, active, guide.kernel.density);
    this.hamiltonian = createHamiltonian<TravelOf>(active.length, guide.kernel.travel);
    this.jumps = new Jumps(guide);
    const { isStep } = model.parameters;
    this.idleAt = Int32Array.from(isStep.keys()).filter((at) => !active.includes(at));
    this.idleIsStep = Uint8Array.from(this.idleAt, (at) => isStep[at] ?? 0);
    this.idle = new Float64Array(this.idleAt.length);
    this.shares = new Float64Array(flat.logWeight.length);
    const start = Float64Array.from(active, () => 0.3 * this.random.normal());
    this.position = findMode((x, gradient) => this.density.marginal(x, gradient), start, 500);
    this.frame = guide.frame;
    this.target = this.targetIn(guide.frame);
  }

  /**
   * One of the stretches of the warm-up, with some steps: in the first the chain finds its way, in the second it tries all sites alike, in the third
   * those that matter. After each its guide has to heed what all chains report.
   */
  stretch(steps: number, onProgress?: (done: number) => void): ChainReport {
    const { position, shares, jumps } = this;
    const middle = new Float64Array(position.length);
    const shareSums = new Float64Array(shares.length);
    const stepSize = learnStepSize(this.guide.stepSize, AIM);
    const counter = jumps.counts();
    const learning = this.guide.isLearning ? counter : undefined;
    for (let i = 0; i < steps; i++) {
      stepSize.learn(this.transition(stepSize.current, learning).acceptance);
      addTo(middle, position, 1 / steps);
      addTo(shareSums, shares, 1 / steps);
      onProgress?.(i + 1);
    }
    return { middle, shares: shareSums, logStep: Math.log(stepSize.settled), tally: counter.tally };
  }

  /** Fills rows with the next draws of all parameters. */
  advance(rows: Float64Array, onProgress?: (done: number) => void): void {
    const { model, active, stepSize } = this.guide;
    const { idleAt } = this;
    const dimensions = model.parameters.names.length;
    for (let d = 0; (d + 1) * dimensions <= rows.length; d++) {
      const { acceptance, divergent } = this.transition(stepSize);
      this.acceptance += acceptance;
      if (divergent) this.divergences++;
      const row = rows.subarray(d * dimensions, (d + 1) * dimensions);
      fromPrior(this.idle, { parameters: { isStep: this.idleIsStep } }, this.random);
      for (let i = 0; i < idleAt.length; i++) row[whole(idleAt, i)] = real(this.idle, i);
      for (let i = 0; i < active.length; i++) row[whole(active, i)] = real(this.position, i);
      this.drawn++;
      if (d % 20 === 19) onProgress?.(d + 1);
    }
  }

  /** How the draws went so far. */
  facts(): Omit<ChainResult, "draws"> {
    return {
      divergences: this.divergences,
      stepSize: this.guide.stepSize,
      acceptance: this.acceptance / this.drawn,
    };
  }

  /** All three moves; gives how the trajectory went. */
  private transition(stepSize: number, counter?: Counter): TransitionInfo {
    const { density, random, position, guide } = this;
    density.choose(position, random, this.shares);
    if (this.frame !== guide.frame) {
      this.frame = guide.frame;
      this.target = this.targetIn(guide.frame);
    }
    const { target } = this;
    const { linear, tails } = guide.frame;
    const { chosen } = density;
    const metric = linear.metricFor(chosen);
    foldTails(position, tails);
    const by = { target, metric, tails, chosen };
    const info = this.hamiltonian.step(position, random, { stepSize, length: LENGTH, ...by });
    unfoldTails(position, tails);
    this.jumps.move(position, random, counter);
    return info;
  }

  private targetIn({ tails }: Frame): LogDensity {
    return foldedDensity((x, slope) => this.density.given(x, slope), tails, this.position.length);
  }
}

/** Which of some parameters are steps of walks. */
interface DrawnParameters {
  readonly parameters: Pick<Model["parameters"], "isStep">;
}

/**
 * Fills a row with a draw of every parameter from its prior.
 * @example
 * ((row) => { fromPrior(row, { parameters: { isStep: Uint8Array.of(0, 0) } }, { normal: () => 0.5 }); return [...row]; })(new Float64Array(2)) // => [0.5, 0.5]
 */
export function fromPrior(row: Float64Array, { parameters }: DrawnParameters, random: Random): void {
  for (let i = 0; i < row.length; i++) {
    const normal = random.normal();
    row[i] = parameters.isStep[i] === 1 ? normal / Math.sqrt(chiSquare(random) / STEP_FREEDOM) : normal;
  }
}

function chiSquare(random: Random): number {
  return -2 * Math.log((1 - random.uniform()) * (1 - random.uniform()));
}
