// Writes a problem for reconciling, made up from a seed, with the truth behind it:
// node bench/reconcile-problem.mjs [--places 8] [--years 10] [--claims 120] [--seed 1] > problem.json
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";

/** What claims speak of, by their number in `kind`, and how often. */
export const KINDS = [
  { name: "workers of a place in a year", share: 0.4 },
  { name: "workers of all places in a year", share: 0.14 },
  { name: "revenue of a year", share: 0.18 },
  { name: "the state's take in a place, in dollars a month", share: 0.1 },
  { name: "what a worker keeps in a place", share: 0.08 },
  { name: "gross pay in a place: take, kept and other", share: 0.1 },
];
/** Noise by the grade of a source, A to E, on the log scale, and how often. */
const NOISES = [
  { noise: 0.05, share: 0.15 },
  { noise: 0.1, share: 0.2 },
  { noise: 0.2, share: 0.3 },
  { noise: 0.35, share: 0.2 },
  { noise: 0.5, share: 0.15 },
];
/** One claim in twelve is multiplied by one of these. */
export const SLIPS = [10, 1 / 10, 12, 1 / 12, 1000, 1 / 1000];
const SLIP_SHARE = 1 / 12;
/** Half of a printed number's 90 % width on the log scale: of a single number, and the widest of a range. */
const POINT_HALF = 0.05;
const WIDEST_HALF = 0.38;
const NINETY = 1.6448536269514722;
/** Levels are lognormal: logarithm of the median, and standard deviation. */
const FIRST_YEAR = [Math.log(5000), 1.5];
const TAKE = [Math.log(250), 1];
const KEEP = [Math.log(120), 1];
const OTHER = [Math.log(60), 1];
const STEP_SD = 0.2;
const MONTHS = 12;

/**
 * A problem as `kind`, `h` (place) and `y` (year), all counted from 1, `m` (what was said, in logarithms) and `sd` have it, claim
 * by claim; `out` marks the slips, `truth` holds what the claims were made of. All chance is drawn from `random`.
 */
export function reconcileProblem({ places, years, claims }, random) {
  const truth = drawTruth(places, years, random);
  const made = Array.from({ length: claims }, () => drawClaim(truth, random));
  const column = (name) => made.map((claim) => claim[name]);
  return {
    H: places,
    Y: years,
    C: claims,
    kind: column("kind"),
    h: column("h"),
    y: column("y"),
    m: column("m"),
    sd: column("sd"),
    out: column("out"),
    truth,
  };
}

function drawTruth(places, years, random) {
  const level = ([mean, sd]) => Math.exp(mean + sd * random.normal());
  const walk = () => {
    const series = [level(FIRST_YEAR)];
    while (series.length < years) series.push(series[series.length - 1] * Math.exp(STEP_SD * random.normal()));
    return series;
  };
  const each = (draw) => Array.from({ length: places }, draw);
  const W = each(walk);
  return { W, take: each(() => level(TAKE)), keep: each(() => level(KEEP)), other: each(() => level(OTHER)) };
}

function drawClaim(truth, random) {
  const kind = 1 + choose(KINDS, random);
  const h = 1 + Math.floor(random.uniform() * truth.W.length);
  const y = 1 + Math.floor(random.uniform() * truth.W[0].length);
  const half = random.uniform() < 0.5 ? POINT_HALF : WIDEST_HALF * random.uniform();
  const sd = Math.hypot(NOISES[choose(NOISES, random)].noise, half / NINETY);
  const slip = random.uniform() < SLIP_SHARE;
  const factor = SLIPS[Math.floor(random.uniform() * SLIPS.length)];
  const m = Math.log(truthOf(truth, kind, h - 1, y - 1)) + sd * random.normal() + (slip ? Math.log(factor) : 0);
  return { kind, h, y, m, sd, out: slip ? 1 : 0 };
}

/** What a claim of a kind on a place and a year, both counted from 0, would say if it said it exactly. */
export function truthOf({ W, take, keep, other }, kind, h, y) {
  if (kind === 1) return W[h][y];
  if (kind === 2) return W.reduce((sum, series) => sum + series[y], 0);
  if (kind === 3) return MONTHS * W.reduce((sum, series, place) => sum + series[y] * take[place], 0);
  if (kind === 4) return take[h];
  if (kind === 5) return keep[h];
  return take[h] + keep[h] + other[h];
}

/** A position, each as often as its share says. */
function choose(list, random) {
  let left = random.uniform();
  const found = list.findIndex(({ share }) => {
    left -= share;
    return left < 0;
  });
  return found === -1 ? list.length - 1 : found;
}

async function main() {
  const text = (value) => ({ type: "string", default: value });
  const { values } = parseArgs({
    options: { places: text("8"), years: text("10"), claims: text("120"), seed: text("1") },
  });
  const [places, years, claims, seed] = ["places", "years", "claims", "seed"].map((name) => {
    const value = Number(values[name]);
    if (!Number.isSafeInteger(value) || value < 1) throw new Error(`invalid --${name}: ${values[name]}`);
    return value;
  });
  const { compile } = await import("../scripts/compile.mjs");
  await compile();
  const { createRandom } = await import(new URL("../dist/math/random.js", import.meta.url).href);
  process.stdout.write(`${JSON.stringify(reconcileProblem({ places, years, claims }, createRandom(seed)))}\n`);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await main();
