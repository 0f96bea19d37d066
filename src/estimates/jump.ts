import { logSumOfTwo } from "../math/log-sum.ts";
import type { Random } from "../math/random.ts";
import { real } from "../math/vector.ts";
import type { JumpLine, JumpSite } from "./jump-site.ts";
import { drawLanding, landingDensity } from "./landing.ts";
import type { MovingDensity } from "./moving-density.ts";
import { giveBack, logExchange, type Moves, reversed, type Trade } from "./trade.ts";

/**
 * One Metropolis jump at a site, under the density with all components summed out: each of its nodes is drawn from its
 * landings, and its parameters follow along its line. A draw does not depend on where the node is, so the move is reversible; a
 * node that bends is moved along a fixed line by a symmetric stride instead. Where somebody wants to learn from it, `onTry` is
 * told the chance that it had and what it cost, while `local` stands where it would end; nought for a chance that is too small to learn from.
 * @example
 * jump({ lines: [], reach: {} }, { move: () => 0, undo() {} }, { uniform: () => 0.5 }) // => true
 */
export function jump(
  site: JumpSite,
  local: Pick<MovingDensity, "move" | "undo" | "values" | "cost">,
  random: Random,
  onTry?: (chance: number, cost: number) => void,
): boolean {
  const proposal = proposed(site, local.values, random);
  if (!proposal) {
    onTry?.(0, 0);
    return false;
  }
  const { by, logRatio } = proposal;
  const least = Math.log(1 - random.uniform()) - logRatio;
  const change = local.move(site.reach, site.lines, by, onTry ? Math.min(least, UNTOLD - logRatio) : least);
  onTry?.(Math.min(1, Math.exp(change + logRatio)), local.cost);
  if (change > least) return true;
  local.undo(site.reach);
  return false;
}

/** How far each line of a site is to move, and the log of the chance of the way back against that of the way there. */
interface Proposal {
  readonly by: readonly number[];
  readonly logRatio: number;
}

function proposed({ lines, trades }: JumpSite, values: Float64Array, random: Random): Proposal | undefined {
  const [first, second] = lines;
  if (first && second && trades.length > 0 && random.uniform() < TRADING) {
    const trade = trades[Math.floor(random.uniform() * trades.length)];
    return trade && traded([first, second], trade, values, random);
  }
  const strides = random.uniform() < STRIDING;
  let logRatio = 0;
  const by = lines.map((line) => {
    if (strides || line.landings.length === 0) return stride(random);
    const one = landed(line, values, random);
    logRatio += one.logRatio;
    return one.by;
  });
  return { by, logRatio };
}

/**
 * One of two parts of a sum, either as often as the other, is drawn, and the other gives what is left. A place can be come to both ways, and the ratio counts both: a
 * part that is nearly all of a sum is seldom drawn as large as that, but it is what is left when the other is drawn small.
 */
function traded(
  lines: readonly [JumpLine, JumpLine],
  trade: Trade,
  values: Float64Array,
  random: Random,
): Proposal | undefined {
  const isFirst = random.uniform() < 0.5;
  const { landings, node } = isFirst ? lines[0] : lines[1];
  const drawn = drawLanding(landings, random) - real(values, node);
  const left = giveBack(isFirst ? trade : reversed(trade), values, drawn);
  if (left === undefined) return undefined;
  const by: Moves = isFirst ? [drawn, left] : [left, drawn];
  const ways = logWays(lines, trade, values, [0, 0]) - logWays(lines, trade, values, by);
  // The sum is held and not the second part, whose move stretches it.
  return { by, logRatio: ways - trade.two.slope * by[1] };
}

/** The log density, in the coordinate of the first line and with the sum held, of coming to where two lines are once they have moved by some amounts. */
function logWays([one, two]: readonly [JumpLine, JumpLine], trade: Trade, values: Float64Array, by: Moves): number {
  const first = landingDensity(one.landings, real(values, one.node) + by[0]);
  const second = landingDensity(two.landings, real(values, two.node) + by[1]) + logExchange(trade, values, by);
  return logSumOfTwo(first, second);
}

function stride(random: Random): number {
  return (STRIDES[Math.floor(random.uniform() * STRIDES.length)] ?? 1) * random.normal();
}

/** A move of a line to one of its landings. */
function landed({ node, landings }: JumpLine, values: Float64Array, random: Random): { by: number; logRatio: number } {
  const now = real(values, node);
  const next = drawLanding(landings, random);
  return { by: next - now, logRatio: landingDensity(landings, now) - landingDensity(landings, next) };
}

/** The log of a chance below which nobody who learns is told it. */
const UNTOLD = Math.log(1e-3);

/** How often two parts of a sum trade, rather than being drawn each for itself. */
const TRADING = 0.8;

/** How often nodes are moved by strides from where they are, rather than drawn anew. */
const STRIDING = 0.05;

/** Lengths of strides along a node that bends, in its own logarithms. */
const STRIDES = [0.2, 0.6, 2, 4];
