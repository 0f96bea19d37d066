// Prints how many megabytes of text a second become claim proposals, beside reading the quantities alone:
// node bench/propose-claims.mjs [FILE…]. Without files it reads the texts of the invented case.
import { readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { compile } from "../scripts/compile.mjs";
import { fastest } from "./timing/fastest.mjs";
import { sample } from "./timing/sample.mjs";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "..");
const TEXTS = join(ROOT, "cases", "example", "texts");
const TARGET_BYTES = 400_000;
const ROUNDS = 3;

/** What is measured on where no files are named. */
function invented() {
  return readdirSync(TEXTS).map((name) => join(TEXTS, name));
}

const named = process.argv.slice(2);
const text = sample(named.length > 0 ? named : invented(), TARGET_BYTES);
await compile();
const built = (path) => import(pathToFileURL(join(ROOT, "dist", path)).href);
const { readQuantities } = await built("claims/read-quantities.js");
const { proposeClaims } = await built("claims/proposing/propose-claims.js");
const { MEASURE_CUES } = await built("claims/proposing/measure-cues/index.js");
const measures = [...new Set(MEASURE_CUES.map(({ measure }) => measure))].map((id) => ({ id }));
const context = { source: { id: "bench", type: "report" }, terms: { measures, places: [] } };
const megabytes = Buffer.byteLength(text) / 1e6;
const proposing = fastest(() => proposeClaims(text, [], context), ROUNDS);
const reading = fastest(() => readQuantities(text), ROUNDS);
const count = proposeClaims(text, [], context).length;
console.log(
  `propose claims: ${(megabytes / proposing).toFixed(2)} MB/s, ${((1000 * proposing) / count).toFixed(2)} ms a number (${count} in ${megabytes.toFixed(1)} MB)`,
);
console.log(`read quantities alone: ${(megabytes / reading).toFixed(1)} MB/s`);
