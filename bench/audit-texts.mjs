// Prints how long the rules over words take for a document, for one twice as long and so on, and how much longer each takes than the
// one before: npm run bench -- audit [FILE…]. Without files it reads the texts of the invented case. Twice is as it should be.
import { readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { compile } from "../scripts/compile.mjs";
import { fastest } from "./timing/fastest.mjs";
import { sample } from "./timing/sample.mjs";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "..");
const TEXTS = join(ROOT, "cases", "example", "texts");
const LEAST_BYTES = 50_000;
const DOUBLINGS = 4;
const ROUNDS = 3;

/** What is measured on where no files are named. */
function invented() {
  return readdirSync(TEXTS).map((name) => join(TEXTS, name));
}

const named = process.argv.slice(2);
const text = sample(named.length > 0 ? named : invented(), LEAST_BYTES);
await compile();
const { auditTexts } = await import(pathToFileURL(join(ROOT, "dist", "audits", "audit-texts.js")).href);
const audited = (times) => auditTexts([{ id: "bench", text: text.repeat(times) }]);
let before;
for (const times of Array.from({ length: DOUBLINGS + 1 }, (_, doubling) => 2 ** doubling)) {
  const seconds = fastest(() => audited(times), ROUNDS);
  const megabytes = (Buffer.byteLength(text) * times) / 1e6;
  const beside = before === undefined ? "" : `, ${(seconds / before).toFixed(2)} times as long as for half of it`;
  console.log(`${megabytes.toFixed(2)} MB: ${seconds.toFixed(2)} s, ${audited(times).length} findings${beside}`);
  before = seconds;
}
