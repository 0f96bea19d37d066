import { logSumOfTwo } from "../math/log-sum.ts";
import type { Random } from "../math/random.ts";
import { real } from "../math/vector.ts";
import type { JumpLine, JumpSite } from "./jump-site.ts";
import { drawLanding, landingDensity } from "./landing.ts";
import { MOST_LINES, type MovingDensity } from "./moving-density.ts";
import { giveBack, logExchange, type Trade } from "./trade.ts";

/** What jumps move. */
type Jumped = Pick<MovingDensity, "move" | "undo" | "values" | "cost">;

/** Told the chance that a jump had and what it cost; nought for a chance that is too small to learn from. */
type OnTry = (chance: number, cost: number) => void;

/**
 * Metropolis jumps, under the density with all components summed out: each of the nodes of a site is drawn from its landings, and its parameters follow along its line. A
 * draw does not depend on where the node is, so the move is reversible; a node that bends is moved along a fixed line by a symmetric stride instead. A chain makes
 * hundreds of jumps for every draw, so proposals are made in a buffer.
 * @example
 * new Jumper({ move: () => 0, undo() {}, values: Float64Array.of(0) }).jump({ lines: [], reach: {} }, { uniform: () => 0.5 }) // => true
 */
export class Jumper {
  private readonly local: Jumped;
  /** How far each line of the site of the moment is to move. */
  private readonly by = new Float64Array(MOST_LINES);

  constructor(local: Jumped) {
    this.local = local;
  }

  /** A jump at a site; whether it was made. Where somebody wants to learn from it, `onTry` is told of it while what moves stands where it would end. */
  jump(site: JumpSite, random: Random, onTry?: OnTry): boolean {
    const { local, by } = this;
    const logRatio = propose(site, local.values, random, by);
    if (Number.isNaN(logRatio)) {
      onTry?.(0, 0);
      return false;
    }
    const least = Math.log(1 - random.uniform()) - logRatio;
    const change = local.move(site.reach, site.lines, by, onTry ? Math.min(least, UNTOLD - logRatio) : least);
    onTry?.(Math.min(1, Math.exp(change + logRatio)), local.cost);
    if (change > least) return true;
    local.undo(site.reach);
    return false;
  }
}

/** Writes how far each line of a site is to move; gives the log of the chance of the way back against that of the way there, NaN where there is no way. */
function propose(site: JumpSite, values: Float64Array, random: Random, by: Float64Array): number {
  const { lines, trades } = site;
  if (lines.length > 1 && trades.length > 0 && random.uniform() < TRADING) return trade(site, values, random, by);
  const strides = random.uniform() < STRIDING;
  let logRatio = 0;
  for (let k = 0; k < lines.length; k++) {
    const line = lines[k];
    if (!line) continue;
    if (strides || line.landings.length === 0) {
      by[k] = stride(random);
      continue;
    }
    const now = real(values, line.node);
    const next = drawLanding(line.landings, random);
    by[k] = next - now;
    logRatio += landingDensity(line.landings, now) - landingDensity(line.landings, next);
  }
  return logRatio;
}

/**
 * One of two parts of a sum, either as often as the other, is drawn, and the other gives what is left. A place can be come to both ways, and the ratio counts both: a
 * part that is nearly all of a sum is seldom drawn as large as that, but it is what is left when the other is drawn small.
 */
function trade({ lines, trades }: JumpSite, values: Float64Array, random: Random, by: Float64Array): number {
  const chosen = trades[Math.floor(random.uniform() * trades.length)];
  const drawnAt = random.uniform() < 0.5 ? 0 : 1;
  const line = lines[drawnAt];
  if (!chosen || !line) return Number.NaN;
  const { one, two } = chosen;
  const drawn = drawLanding(line.landings, random) - real(values, line.node);
  const left = drawnAt === 0 ? giveBack(one, two, values, drawn) : giveBack(two, one, values, drawn);
  if (Number.isNaN(left)) return left;
  by[drawnAt] = drawn;
  by[1 - drawnAt] = left;
  // The sum is held and not the second part, whose move stretches it.
  return logWays(lines, chosen, values, STILL) - logWays(lines, chosen, values, by) - two.slope * real(by, 1);
}

/** The log density, in the coordinate of the first line and with the sum held, of coming to where two lines are once they have moved by some amounts. */
function logWays(lines: readonly JumpLine[], between: Trade, values: Float64Array, by: Float64Array): number {
  const [one, two] = [lines[0], lines[1]];
  if (!one || !two) return Number.NaN;
  const first = landingDensity(one.landings, real(values, one.node) + real(by, 0));
  const second = landingDensity(two.landings, real(values, two.node) + real(by, 1)) + logExchange(between, values, by);
  return logSumOfTwo(first, second);
}

function stride(random: Random): number {
  return (STRIDES[Math.floor(random.uniform() * STRIDES.length)] ?? 1) * random.normal();
}

/** Two lines that stay where they are. */
const STILL = new Float64Array(2);

/** The log of a chance below which nobody who learns is told it. */
const UNTOLD = Math.log(1e-3);

/** How often two parts of a sum trade, rather than being drawn each for itself. */
const TRADING = 0.8;

/** How often nodes are moved by strides from where they are, rather than drawn anew. */
const STRIDING = 0.05;

/** Lengths of strides along a node that bends, in its own logarithms. */
const STRIDES = [0.2, 0.6, 2, 4];
