import type { JumpLine, JumpSite } from "./jump-site.ts";
import type { Linearisation } from "./linearisation.ts";
import type { LocalDensity } from "./local-density.ts";
import type { Model } from "./model.ts";
import { type MovedPart, movedParts, tradesBetween } from "./trade.ts";

/** So many partners are tried for each line, those that can give most. */
const PARTNERS = 3;
/** A line needs a partner where going as far as it might would move a sum by more than this many of the sum's standard deviations. */
const NEEDED = 0.5;
/** No line is thought to go farther than this, in logarithms. */
const FARTHEST = 1.5;
/** Of a sum with more parts than this, only those that can move it most look for partners. */
const MOST_MEETING = 100;

const NO_PARTS: ReadonlyMap<number, MovedPart> = new Map();

/** A line in a sum, and by how many of the sum's standard deviations it moves the sum when it goes as far as it might. */
interface Member {
  readonly line: JumpLine;
  readonly weight: number;
}

/**
 * Pairs of lines that each move one part of a sum which is known better than they are: neither gets far by itself, for what one takes the other
 * must give. Each line looks for the partners that can give it most.
 * @example
 * tradingPairs({ tape: { revise: () => ({ begin() {} }) } }, [], {}, {}) // => []
 */
export function tradingPairs(
  model: Model,
  singles: readonly JumpSite[],
  local: Pick<LocalDensity, "reach">,
  linear: Pick<Linearisation, "at" | "without">,
): readonly JumpSite[] {
  // Steps of walks are left to themselves: there are many, and a sum seldom turns on two of them.
  const straight = singles.filter(
    ({ lines: [line] }) => line && line.landings.length > 0 && model.parameters.isWalk[line.node] !== 1,
  );
  const parts = partsOfLines(model, straight);
  const disturbs = disturbances(straight);
  const offers = new Map<JumpLine, Map<JumpLine, number>>();
  for (const members of membersOfSums(straight, parts, linear))
    for (const one of members) {
      const worths = offers.get(one.line) ?? new Map<JumpLine, number>();
      offers.set(one.line, worths);
      const partners = members.filter(
        (two) =>
          two !== one &&
          Math.min(one.weight, two.weight) >= NEEDED &&
          !disturbs(one.line, two.line) &&
          !disturbs(two.line, one.line),
      );
      for (const { line, weight } of partners.slice(0, PARTNERS))
        worths.set(line, Math.max(worths.get(line) ?? 0, Math.min(one.weight, weight)));
    }
  const pairs = new Map<string, readonly [JumpLine, JumpLine]>();
  for (const [line, worths] of offers)
    for (const [partner] of [...worths].sort(([, one], [, other]) => other - one).slice(0, PARTNERS)) {
      const [first, second] = line.node < partner.node ? [line, partner] : [partner, line];
      pairs.set(`${first.node} ${second.node}`, [first, second]);
    }
  return [...pairs.values()].map((lines) => {
    const [one, two] = lines.map((line) => parts.get(line) ?? NO_PARTS);
    return { lines, reach: local.reach(lines), trades: tradesBetween(one ?? NO_PARTS, two ?? NO_PARTS) };
  });
}

/** The lines that move one part of each sum. */
function membersOfSums(
  sites: readonly JumpSite[],
  parts: ReadonlyMap<JumpLine, ReadonlyMap<number, MovedPart>>,
  linear: Pick<Linearisation, "at" | "without">,
): readonly (readonly Member[])[] {
  const { at } = linear;
  const sums = new Map<number, Member[]>();
  for (const site of sites) {
    const [line] = site.lines;
    if (!line) continue;
    for (const [sum, { node, constant, slope }] of parts.get(line) ?? []) {
      const share = Math.exp(at(node).mean + constant - at(sum).mean);
      const weight = (share * slope * howFar(line, linear)) / Math.sqrt(at(sum).variance);
      const members = sums.get(sum) ?? [];
      members.push({ line, weight });
      sums.set(sum, members);
    }
  }
  return [...sums.values()].map((members) =>
    members.sort((one, two) => two.weight - one.weight).slice(0, MOST_MEETING),
  );
}

/** How far a line might go if its own claims were wrong: as far as the rest of the evidence lets it, or else its prior. */
function howFar({ node, landings }: JumpLine, { without }: Pick<Linearisation, "without">): number {
  const rest = without(node);
  return Math.min(rest ? Math.sqrt(rest.variance) : (landings.at(-1)?.deviation ?? 0), FARTHEST);
}

/** The parts of sums that each line moves. */
function partsOfLines(
  { tape }: Model,
  sites: readonly JumpSite[],
): ReadonlyMap<JumpLine, ReadonlyMap<number, MovedPart>> {
  const revisions = [0, 2].map((level) => {
    const revision = tape.revise();
    revision.begin(Float64Array.from({ length: tape.parameters }, (_, i) => level * Math.sin(1 + i)));
    return revision;
  });
  return new Map(sites.flatMap(({ lines }) => lines.map((line) => [line, movedParts(revisions, line)])));
}

/** Whether a line moves the node of another as well as its own. */
function disturbances(sites: readonly JumpSite[]): (one: JumpLine, other: JumpLine) => boolean {
  const moved = new Map(
    sites.flatMap(({ lines, reach }) => lines.map((line) => [line, new Set(reach.plan.parameters)])),
  );
  return (one, { parameters, bent }) => {
    const own = moved.get(one);
    return parameters.some((at) => own?.has(at)) || bent.some((at) => own?.has(at));
  };
}
