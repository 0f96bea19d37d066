import { createHamiltonian, type Hamiltonian, learnStepSize } from "../math/hamiltonian.ts";
import { findMode, type LogDensity } from "../math/mode.ts";
import { createRandom, type Random } from "../math/random.ts";
import { foldedDensity, foldTails, unfoldTails } from "../math/tails.ts";
import { real, whole } from "../math/vector.ts";
import { createDensity, type Density } from "./density.ts";
import { type FlatGroups, flattenGroups } from "./flat-groups.ts";
import { Jumps } from "./jumps.ts";
import { type Linearisation, linearise } from "./linearisation.ts";
import { type Model, nodesOfTerm, STEP_FREEDOM } from "./model.ts";
import type { Tally } from "./tally.ts";

export interface ChainOptions {
  readonly seed: number;
  readonly warmup: number;
  readonly draws: number;
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

/** What a chain has to say after a stretch of its warm-up: where it was on average, and what it counted. It is copied between threads. */
export interface ChainReport {
  readonly middle: Float64Array;
  /** How probable each component was. */
  readonly shares: Float64Array;
  readonly logStep: number;
  readonly tally: Tally;
}

/** Acceptance of trajectories that the step size is learnt for. */
const AIM = 0.8;
/** Mean length of a trajectory: a quarter turn of a standard normal. */
const LENGTH = Math.PI / 2;
/** The evidence says next to nothing of a step where it takes less than this share of its variance. */
const UNSAID = 0.02;

/**
 * The draws of one Markov chain over a model.
 * @example
 * runChain({ parameters: { names: ["level"], isStep: Uint8Array.of(0), isWalk: Uint8Array.of(0) }, tape: { parameters: 1, nodes: 1, forward() {}, backward() {}, path: () => ({ lead() {}, forward() {}, backward() {} }), slopesAt() {}, revise: () => ({ values: new Float64Array(1), begin() {} }), reach: () => Uint8Array.of(0) }, groups: [], priors: [] }, { seed: 1, warmup: 10, draws: 20 }).draws.length // => 20
 */
export function runChain(model: Model, { seed, warmup, draws, onProgress }: ChainOptions): ChainResult {
  const chain = new Chain(model, seed);
  const rows = new Float64Array(draws * model.parameters.names.length);
  const all = warmup + draws;
  const steps = stretchOf(warmup);
  for (let k = 0; k < STRETCHES; k++)
    chain.heed([chain.stretch(steps, (done) => onProgress?.((k * steps + done) / all))], steps);
  chain.advance(rows, (done) => onProgress?.((warmup + done) / all));
  return { draws: rows, ...chain.facts() };
}

/** The coordinates in which trajectories run: those of the account near its middle, where the tails of steps that nobody speaks of are folded. */
interface Frame {
  readonly linear: Linearisation;
  /** Those steps, among the active parameters. */
  readonly tails: Int32Array;
  /** The density given the chosen components there. */
  readonly target: LogDensity;
}

/**
 * A Markov chain that can be taken further: to a mode by L-BFGS, then in turn the component of every group given the
 * parameters (Gibbs), the parameters given the components (Hamiltonian Monte Carlo, in the metric of the components), and jumps
 * from claim to claim where they disagree (Metropolis, the components summed out). Parameters that no evidence touches
 * are drawn from their prior.
 */
export class Chain {
  private readonly model: Model;
  private readonly random: Random;
  private readonly active: Int32Array;
  private readonly density: Density;
  private readonly flat: FlatGroups;
  private readonly hamiltonian: Hamiltonian;
  private readonly jumps: Jumps;
  private frame: Frame;
  private readonly position: Float64Array;
  private readonly shares: Float64Array;
  private drawn = 0;
  private stepSize = 0.5;
  private stretches = 0;
  private divergences = 0;
  private acceptance = 0;

  constructor(model: Model, seed: number) {
    this.model = model;
    this.random = createRandom(seed);
    this.active = activeParameters(model);
    this.density = createDensity(model, this.active);
    this.flat = flattenGroups(model.groups);
    this.hamiltonian = createHamiltonian(this.active.length);
    this.shares = new Float64Array(this.flat.logWeight.length);
    const start = Float64Array.from(this.active, () => 0.3 * this.random.normal());
    this.position = findMode((x, gradient) => this.density.marginal(x, gradient), start, 500);
    this.density.responsibilities(this.position, this.shares);
    this.frame = this.frameAt(this.position, this.shares);
    const { active, density, flat } = this;
    this.jumps = new Jumps({ model, active, density, flat }, this.frame.linear);
  }

  /**
   * One of the stretches of the warm-up, with some steps: in the first the chain finds its way, in the second it tries all sites alike, in the third
   * those that matter. After each it has to `heed` what all chains report.
   */
  stretch(steps: number, onProgress?: (done: number) => void): ChainReport {
    const { position, shares } = this;
    const middle = new Float64Array(position.length);
    const shareSums = new Float64Array(shares.length);
    const stepSize = learnStepSize(this.stepSize, AIM);
    for (let i = 0; i < steps; i++) {
      stepSize.learn(this.transition(stepSize.current, true));
      addTo(middle, position, 1 / steps);
      addTo(shareSums, shares, 1 / steps);
      onProgress?.(i + 1);
    }
    return { middle, shares: shareSums, logStep: Math.log(stepSize.settled), tally: this.jumps.handOver() };
  }

  /**
   * Learns from a stretch of all chains, so that all go on alike: the step size, the metric at the middle of what they saw, and after the first
   * the sites there, then which of them matter. `steps` is how long the next stretch is.
   */
  heed(reports: readonly ChainReport[], steps: number): void {
    const over = 1 / reports.length;
    const middle = new Float64Array(this.position.length);
    const shares = new Float64Array(this.shares.length);
    let logStep = 0;
    for (const report of reports) {
      addTo(middle, report.middle, over);
      addTo(shares, report.shares, over);
      logStep += over * report.logStep;
    }
    this.stepSize = Math.exp(logStep);
    if (this.stretches < 2) this.frame = this.frameAt(middle, shares);
    const { linear } = this.frame;
    if (this.stretches === 0) this.jumps.lay(linear, steps * reports.length);
    else this.jumps.learn(reports.map(({ tally }) => tally));
    if (this.stretches === 1) this.jumps.layTurning(linear, middle, shares);
    this.stretches++;
    this.divergences = 0;
    this.acceptance = 0;
  }

  /** Fills rows with the next draws of all parameters. */
  advance(rows: Float64Array, onProgress?: (done: number) => void): void {
    const dimensions = this.model.parameters.names.length;
    for (let d = 0; (d + 1) * dimensions <= rows.length; d++) {
      this.acceptance += this.transition(this.stepSize);
      const row = rows.subarray(d * dimensions, (d + 1) * dimensions);
      fromPrior(row, this.model, this.random);
      for (let i = 0; i < this.active.length; i++) row[whole(this.active, i)] = real(this.position, i);
      this.drawn++;
      if (d % 20 === 19) onProgress?.(d + 1);
    }
  }

  /** How the draws went so far. */
  facts(): Omit<ChainResult, "draws"> {
    return {
      divergences: this.divergences,
      stepSize: this.stepSize,
      acceptance: this.acceptance / this.drawn,
    };
  }

  private frameAt(center: Float64Array, shares: Float64Array): Frame {
    const { model, flat, active, density } = this;
    const linear = linearise({ model, flat, active, density, center, shares });
    const informed = linear.informed();
    const tails = Int32Array.from(active.keys()).filter(
      (i) => model.parameters.isStep[whole(active, i)] === 1 && real(informed, i) < UNSAID,
    );
    return { linear, tails, target: foldedDensity((x, slope) => density.given(x, slope), tails, active.length) };
  }

  /** All three moves; gives the probability with which the trajectory was to be accepted. */
  private transition(stepSize: number, isLearning = false): number {
    const { density, random, position } = this;
    density.choose(position, random, this.shares);
    const { linear, tails, target } = this.frame;
    const metric = linear.metricFor(density.chosen);
    foldTails(position, tails);
    const info = this.hamiltonian.step(position, random, { stepSize, length: LENGTH, target, metric });
    unfoldTails(position, tails);
    if (info.divergent) this.divergences++;
    this.jumps.move(position, random, isLearning);
    return info.acceptance;
  }
}

/** Stretches of a warm-up. */
export const STRETCHES = 3;

/**
 * The steps in each stretch of a warm-up.
 * @example
 * stretchOf(300) // => 100
 */
export function stretchOf(warmup: number): number {
  return Math.max(1, Math.floor(warmup / STRETCHES));
}

function addTo(sums: Float64Array, values: Float64Array, factor: number): void {
  for (let i = 0; i < sums.length; i++) sums[i] = real(sums, i) + factor * real(values, i);
}

function activeParameters(model: Model): Int32Array {
  const wanted = model.groups.flatMap(nodesOfTerm);
  const reached = model.tape.reach([...wanted, ...model.priors.map((prior) => prior.node)]);
  return Int32Array.from([...reached.keys()].filter((position) => reached[position] === 1));
}

/**
 * Fills a row with a draw of every parameter from its prior.
 * @example
 * ((row) => { fromPrior(row, { parameters: { isStep: Uint8Array.of(0, 0) } }, { normal: () => 0.5 }); return [...row]; })(new Float64Array(2)) // => [0.5, 0.5]
 */
export function fromPrior(row: Float64Array, model: Pick<Model, "parameters">, random: Random): void {
  for (let i = 0; i < row.length; i++) {
    const normal = random.normal();
    row[i] = model.parameters.isStep[i] === 1 ? normal / Math.sqrt(chiSquare(random) / STEP_FREEDOM) : normal;
  }
}

function chiSquare(random: Random): number {
  return -2 * Math.log((1 - random.uniform()) * (1 - random.uniform()));
}
