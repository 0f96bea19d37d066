import { type ChainState, hamiltonianStep, learnStepSize, type StepSize } from "../math/hamiltonian.ts";
import { type Metric, metricOf } from "../math/metric.ts";
import { curvature, findMode, type LogDensity } from "../math/mode.ts";
import { createRandom, type Random } from "../math/random.ts";
import { real, whole } from "../math/vector.ts";
import { createDensity, type Density } from "./density.ts";
import { type JumpSite, jump, jumpSites } from "./jump.ts";
import { type Model, nodesOfTerm } from "./model.ts";

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
  /** Draw by draw, the probability of every component of every group. */
  readonly responsibilities: Float64Array;
  readonly divergences: number;
  readonly stepSize: number;
  readonly acceptance: number;
}

/** Jumps between claims that are tried after each transition. */
const JUMPS = 20;
/** A jump farther than this, in logarithms, goes from hump to hump. */
const FAR = 0.5;
const AIM = 0.65;
const LENGTH = Math.PI / 2;
/** A step of a walk that nothing observes is drawn from its prior: a Student-t with this many degrees of freedom. */
const STEP_FREEDOM = 4;

/**
 * One Markov chain over a model: to a mode by L-BFGS, whitened by the curvature there, then in turn the component of every
 * group given the parameters (Gibbs), the parameters given the components (Hamiltonian Monte Carlo), and jumps from claim to
 * claim where they disagree (Metropolis on the marginal density). Parameters that no evidence touches are drawn from their
 * prior.
 * @example
 * runChain({ parameters: { names: ["level"], isStep: Uint8Array.of(0) }, tape: { parameters: 1, nodes: 1, forward() {}, backward() {}, reach: () => Uint8Array.of(0) }, groups: [], priors: [] }, { seed: 1, warmup: 10, draws: 20 }).draws.length // => 20
 */
export function runChain(model: Model, options: ChainOptions): ChainResult {
  const random = createRandom(options.seed);
  const density = createDensity(model);
  const active = activeParameters(model);
  const problem = restrict(density, active);
  const start = Float64Array.from(active, () => 0.3 * random.normal());
  const mode = findMode(problem.marginal, start, 500);
  options.onProgress?.(0.05);
  const metric = metricOf(curvature(problem.marginal, mode), mode);
  const chain = new Chain(problem, random, metric, jumpSites(model, active, metric));
  warmUp(chain, options);
  return draw(chain, model, active, options);
}

function activeParameters(model: Model): Int32Array {
  const wanted = model.groups.flatMap(nodesOfTerm);
  const reached = model.tape.reach([...wanted, ...model.priors.map((prior) => prior.node)]);
  return Int32Array.from([...reached.keys()].filter((position) => reached[position] === 1));
}

interface Restricted {
  readonly marginal: LogDensity;
  readonly given: LogDensity;
  logMarginal(x: Float64Array): number;
  choose(x: Float64Array, random: Random): void;
  responsibilities(x: Float64Array, out: Float64Array): void;
}

/** The density of the active parameters, the others at the middle of their priors. */
function restrict(density: Density, active: Int32Array): Restricted {
  const full = new Float64Array(density.dimensions);
  const slope = new Float64Array(density.dimensions);
  const spread = (x: Float64Array): Float64Array => {
    for (let i = 0; i < active.length; i++) full[whole(active, i)] = real(x, i);
    return full;
  };
  const restricted =
    (target: LogDensity): LogDensity =>
    (x, gradient) => {
      const value = target(spread(x), slope);
      for (let i = 0; i < active.length; i++) gradient[i] = real(slope, whole(active, i));
      return value;
    };
  return {
    marginal: restricted((x, gradient) => density.marginal(x, gradient)),
    logMarginal: (x) => density.logMarginal(spread(x)),
    given: restricted((x, gradient) => density.given(x, gradient)),
    choose: (x, random) => density.choose(spread(x), random),
    responsibilities: (x, out) => density.responsibilities(spread(x), out),
  };
}

class Chain {
  readonly problem: Restricted;
  readonly random: Random;
  readonly sites: readonly JumpSite[];
  /** How often each site is tried: at first alike, after the warm-up as often as far jumps were taken there. */
  readonly weights: Float64Array;
  private readonly farJumps: Float64Array;
  metric: Metric;
  state: ChainState;
  stepSize = 0.2;
  divergences = 0;
  acceptance = 0;

  constructor(problem: Restricted, random: Random, metric: Metric, sites: readonly JumpSite[]) {
    this.problem = problem;
    this.random = random;
    this.metric = metric;
    this.sites = sites;
    this.weights = new Float64Array(sites.length).fill(1);
    this.farJumps = new Float64Array(sites.length).fill(0.1);
    const whitened = Float64Array.from(metric.center, () => 0.5 * random.normal());
    const position = new Float64Array(whitened.length);
    metric.toPosition(whitened, position);
    this.state = { whitened, position };
  }

  step(stepSize: number): number {
    this.problem.choose(this.state.position, this.random);
    const { state, info } = hamiltonianStep(this.state, this.random, this.problem.given, this.metric, {
      stepSize,
      length: LENGTH,
    });
    this.state = this.jumped(state);
    if (info.divergent) this.divergences++;
    this.acceptance += info.acceptance;
    return info.acceptance;
  }

  private jumped(state: ChainState): ChainState {
    if (this.sites.length === 0) return state;
    const position = Float64Array.from(state.position);
    const start = this.problem.logMarginal(position);
    let log = start;
    for (let i = 0; i < JUMPS; i++) {
      const chosen = pick(this.weights, this.random);
      const site = this.sites[chosen];
      if (!site) continue;
      const landed = jump(site, position, log, (x) => this.problem.logMarginal(x), this.random);
      log = landed.log;
      if (Math.abs(landed.by) > FAR) this.farJumps[chosen] = real(this.farJumps, chosen) + 1;
    }
    return log === start ? state : { position, whitened: this.metric.fromPosition(position) };
  }

  /** From now on sites are tried as often as far jumps were taken there. */
  settleJumps(): void {
    this.weights.set(this.farJumps);
  }

  stretch(factors: Float64Array): void {
    this.metric = this.metric.stretched(factors);
    this.state = { position: this.state.position, whitened: this.metric.fromPosition(this.state.position) };
  }
}

/** A position drawn with probability in proportion to its weight. */
function pick(weights: Float64Array, random: Random): number {
  let left = random.uniform() * weights.reduce((sum, weight) => sum + weight, 0);
  let chosen = 0;
  while (chosen + 1 < weights.length && left >= real(weights, chosen)) left -= real(weights, chosen++);
  return chosen;
}

/** Learns the step size, then how far each whitened axis really reaches, then the step size again. */
function warmUp(chain: Chain, options: ChainOptions): void {
  const thirds = Math.max(1, Math.floor(options.warmup / 3));
  const first = learnStepSize(0.2, AIM);
  for (let i = 0; i < thirds; i++) first.learn(chain.step(first.current));
  options.onProgress?.(0.15);
  const reach = new RunningVariance(chain.state.whitened.length);
  for (let i = 0; i < thirds; i++) {
    first.learn(chain.step(first.current));
    reach.add(chain.state.whitened);
  }
  chain.stretch(reach.deviations());
  options.onProgress?.(0.25);
  const second: StepSize = learnStepSize(first.settled, AIM);
  for (let i = 0; i < thirds; i++) second.learn(chain.step(second.current));
  chain.divergences = 0;
  chain.acceptance = 0;
  chain.stepSize = second.settled;
  chain.settleJumps();
  options.onProgress?.(0.35);
}

function draw(chain: Chain, model: Model, active: Int32Array, options: ChainOptions): ChainResult {
  const dimensions = model.parameters.names.length;
  const width = model.groups.reduce((sum, term) => sum + term.group.components.length, 0);
  const draws = new Float64Array(options.draws * dimensions);
  const responsibilities = new Float64Array(options.draws * width);
  const { stepSize } = chain;
  for (let d = 0; d < options.draws; d++) {
    chain.step(stepSize);
    const row = draws.subarray(d * dimensions, (d + 1) * dimensions);
    fromPrior(row, model, chain.random);
    for (let i = 0; i < active.length; i++) row[whole(active, i)] = real(chain.state.position, i);
    chain.problem.responsibilities(chain.state.position, responsibilities.subarray(d * width, (d + 1) * width));
    if (d % 20 === 19) options.onProgress?.(0.35 + (0.65 * (d + 1)) / options.draws);
  }
  return {
    draws,
    responsibilities,
    divergences: chain.divergences,
    stepSize,
    acceptance: chain.acceptance / options.draws,
  };
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

class RunningVariance {
  private count = 0;
  private readonly mean: Float64Array;
  private readonly squares: Float64Array;

  constructor(size: number) {
    this.mean = new Float64Array(size);
    this.squares = new Float64Array(size);
  }

  add(x: Float64Array): void {
    this.count++;
    for (let i = 0; i < x.length; i++) {
      const distance = real(x, i) - real(this.mean, i);
      this.mean[i] = real(this.mean, i) + distance / this.count;
      this.squares[i] = real(this.squares, i) + distance * (real(x, i) - real(this.mean, i));
    }
  }

  /** Standard deviations, drawn towards one by five made-up observations. */
  deviations(): Float64Array {
    return this.squares.map((square) => Math.sqrt((square + 5) / (this.count - 1 + 5)));
  }
}
