// Reconciles the reference problem and prints effective draws a second, beside Stan and JAGS where R has them:
// npm run bench -- reconcile [--json] [--problem FILE | --places N] [--seed 1] [--seeds 1] [--draws 5000] [--peer-draws 40000] [--alone] [--scaling]
// With --seeds the problem is reconciled with so many seeds, one after another: what one of them says of the slowest quantity hangs much on chance. The table
// has the run with the middle figure, and so has --scaling for each size.
// Means can only be compared as well as the peers know them: they get draws enough for a tenth of a standard deviation.
import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs, promisify } from "node:util";
import { compile } from "../scripts/compile.mjs";
import { accountText, comparedQuantities, groupsOf } from "./reconcile-model.mjs";
import { reconcileProblem } from "./reconcile-problem.mjs";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "..");
const SHARED = join(ROOT, "..", "shared", "anchors", "reconciling", "problem.json");
const CHAINS = 4;
const WARMUP = 300;

const { values: options } = parseArgs({
  options: {
    json: { type: "boolean", default: false },
    problem: { type: "string" },
    places: { type: "string" },
    seed: { type: "string", default: "1" },
    seeds: { type: "string", default: "1" },
    draws: { type: "string", default: "5000" },
    "peer-draws": { type: "string", default: "40000" },
    alone: { type: "boolean", default: false },
    scaling: { type: "boolean", default: false },
  },
});

/** An option that is a number, from one up. */
function count(name) {
  const value = Number(options[name]);
  if (Number.isInteger(value) && value > 0) return value;
  console.error(`--${name}: expected a whole number from 1 up, found "${options[name]}"`);
  process.exit(2);
}

const [seed, seeds, draws, peerDraws] = ["seed", "seeds", "draws", "peer-draws"].map(count);
const places = options.places === undefined ? undefined : count("places");

await compile();
const from = (path) => import(new URL(`../dist/${path}`, import.meta.url).href);
const { parseAccount } = await from("accounts/parse-account.js");
const { drawChains } = await from("engine/draw-chains.js");
const { compileModel } = await from("estimates/model.js");
const { createNodes } = await from("estimates/nodes.js");
const { diagnose } = await from("math/diagnostics.js");
const { createRandom } = await from("math/random.js");
const { mean, variance } = await from("math/summary.js");
const { tapeBuilder } = await from("math/tape.js");

/** Reconciles a problem in worker threads: seconds by the clock from the account's text to the last draw, and what is said of each quantity. */
async function ours(problem, seed) {
  const start = performance.now();
  const parsed = parseAccount(accountText(problem), "account.yaml");
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  const groups = groupsOf(problem);
  const lengths = { seed, chains: CHAINS, warmup: WARMUP, most: draws };
  // Without a stop on agreement: the figures of a run that ends when it is settled would depend on when that is.
  const drawn = await drawChains({ account: parsed.value, groups }, { ...lengths, settle: false }, {});
  const seconds = (performance.now() - start) / 1000;
  const chains = drawn.chains.map((chain) => new Float64Array(chain.draws));
  return { name: "Tributary", seconds, quantities: summaries(problem, parsed.value, groups, chains) };
}

/** The problem with every seed in turn, from the fewest effective draws a second to the most. */
async function ofAllSeeds(problem) {
  const runs = [];
  for (let k = 0; k < seeds; k++) {
    const run = await ours(problem, seed + k);
    runs.push({ run, ...figures(run) });
  }
  return runs.sort((one, other) => one.minEssPerSecond - other.minEssPerSecond);
}

const middle = (runs) => runs[runs.length >> 1];

function summaries(problem, account, groups, chains) {
  const { parameters } = compileModel(account, groups);
  const builder = tapeBuilder(parameters.names.length);
  const nodes = createNodes(account, parameters, builder);
  const wanted = comparedQuantities(problem).map(([id, name]) => ({ id, node: nodes.log(name) }));
  const tape = builder.build();
  const width = parameters.names.length;
  const series = wanted.map(() => chains.map(() => new Float64Array(draws)));
  const values = new Float64Array(tape.nodes);
  chains.forEach((rows, c) => {
    for (let d = 0; d < draws; d++) {
      values.set(rows.subarray(d * width, (d + 1) * width));
      tape.forward(values);
      wanted.forEach(({ node }, q) => {
        series[q][c][d] = values[node];
      });
    }
  });
  return wanted.map(({ id }, q) => {
    const all = Float64Array.from(series[q].flatMap((chain) => [...chain]));
    return { id, mean: mean(all), sd: Math.sqrt(variance(all)), ...diagnose(series[q]) };
  });
}

/** What Stan and JAGS make of it, where R has both; else the reason why not. */
async function peers(problem) {
  const folder = mkdtempSync(join(tmpdir(), "tributary-bench-"));
  try {
    const file = join(folder, "problem.json");
    writeFileSync(file, JSON.stringify(problem));
    const script = join(ROOT, "bench", "peers");
    const { stdout } = await promisify(execFile)(
      "Rscript",
      [join(script, "reconcile.R"), file, script, String(peerDraws)],
      {
        maxBuffer: 1 << 26,
      },
    );
    return { found: JSON.parse(stdout.slice(stdout.indexOf("[{"))) };
  } catch (error) {
    const reason = error.code === "ENOENT" ? "Rscript is not installed" : String(error.stderr ?? error.message).trim();
    return {
      found: [],
      reason: `left out: ${reason.split("\n").slice(-1)[0]} (Debian: r-cran-rstan r-cran-rjags r-cran-jsonlite)`,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function figures({ name, seconds, quantities }) {
  const ess = quantities.map((one) => one.ess).sort((a, b) => a - b);
  return {
    name,
    seconds,
    minEssPerSecond: ess[0] / seconds,
    medianEssPerSecond: ess[ess.length >> 1] / seconds,
    minEss: ess[0],
    worstRhat: Math.max(...quantities.map((one) => one.rhat)),
  };
}

/** The largest difference of means over all quantities, in standard deviations of ours. */
function difference(one, other) {
  const theirs = new Map(other.quantities.map((quantity) => [quantity.id.replaceAll(", ", ","), quantity]));
  return Math.max(
    ...one.quantities.map(({ id, mean: own, sd }) => Math.abs(own - (theirs.get(id)?.mean ?? Number.NaN)) / sd),
  );
}

/** The most that this process held, in MB: all threads, not the peers. */
function memory() {
  return process.resourceUsage().maxRSS / 1024;
}

function problemOf() {
  if (options.problem !== undefined) return JSON.parse(readFileSync(options.problem, "utf8"));
  if (places === undefined && existsSync(SHARED)) return JSON.parse(readFileSync(SHARED, "utf8"));
  return madeProblem(places ?? 8);
}

/** A problem like that of reference, of so many places and fifteen claims for each. */
function madeProblem(places) {
  return reconcileProblem({ places, years: 10, claims: 15 * places }, createRandom(1));
}

async function scaling() {
  const runs = [];
  for (const places of [8, 80]) {
    const problem = madeProblem(places);
    const { run: _, ...found } = middle(await ofAllSeeds(problem));
    runs.push({ places, claims: problem.C, ...found, secondsPerEffectiveDraw: found.seconds / found.minEss });
  }
  return runs;
}

const number = (value, digits = 3) => Number(value.toPrecision(digits)).toString();

function print(rows, notes) {
  const heads = ["", "seconds", "min ESS/s", "median ESS/s", "min ESS", "worst R-hat"];
  const table = rows.map((row) => [
    row.name,
    number(row.seconds),
    number(row.minEssPerSecond),
    number(row.medianEssPerSecond),
    number(row.minEss),
    row.worstRhat.toFixed(4),
  ]);
  const widths = heads.map((head, i) => Math.max(head.length, ...table.map((row) => row[i].length)));
  for (const row of [heads, ...table]) console.log(row.map((cell, i) => cell.padStart(widths[i])).join("  "));
  for (const note of notes) console.log(note);
}

const problem = problemOf();
const all = await ofAllSeeds(problem);
const own = middle(all).run;
const { found, reason } = options.alone ? { found: [] } : await peers(problem);
const rows = [own, ...found].map(figures);
const better = rows.slice(1).sort((a, b) => b.minEssPerSecond - a.minEssPerSecond)[0];
const differences = found.map((peer) => ({ name: peer.name, largest: difference(own, peer) }));
const ratio = better === undefined ? undefined : rows[0].minEssPerSecond / better.minEssPerSecond;
const sizes = options.scaling ? await scaling() : undefined;
if (options.json) {
  console.log(
    JSON.stringify({
      places: problem.H,
      years: problem.Y,
      claims: problem.C,
      runs: rows,
      ratio,
      differences,
      scaling: sizes,
      memory: memory(),
      bySeed: all.map(({ minEssPerSecond }) => minEssPerSecond),
      reason,
    }),
  );
} else {
  print(rows, [
    ...(reason === undefined ? [] : [reason]),
    ...(seeds === 1
      ? []
      : [`min ESS a second with ${seeds} seeds: ${all.map((run) => number(run.minEssPerSecond)).join(", ")}`]),
    ...(ratio === undefined ? [] : [`min ESS a second: ${number(ratio)} times that of ${better.name}`]),
    ...differences.map(
      ({ name, largest }) => `means differ from those of ${name} by at most ${number(largest, 2)} standard deviations`,
    ),
    ...(sizes ?? []).map(
      (run) =>
        `${run.places} places, ${run.claims} claims: ${number(run.seconds)} s, ${number(run.minEss)} effective draws at least, ${number(run.secondsPerEffectiveDraw)} s for each`,
    ),
    `memory at most: ${number(memory())} MB`,
    ...(sizes
      ? [
          `ten times the size costs ${number(sizes[1].secondsPerEffectiveDraw / sizes[0].secondsPerEffectiveDraw)} times as much for each`,
        ]
      : []),
  ]);
}
