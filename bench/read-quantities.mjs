// Prints how many megabytes of English text a second are read for quantities, beside compromise and a plain scan for numbers:
// npm run bench -- read [FILE…]. Without files it reads sentences made of the cases in test/reading/cases.
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import nlp from "compromise";
import { compile } from "../scripts/compile.mjs";
import { fastest } from "./timing/fastest.mjs";
import { repeated, sample } from "./timing/sample.mjs";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "..");
const TARGET_BYTES = 2_000_000;
const ROUNDS = 5;
/** Compromise is slow enough for a part of the text to tell its speed. */
const PEER_BYTES = 200_000;
const PLAIN = /[$€£]?\d[\d,.]*(?:\s?(?:%|percent|million|billion|dollars|euros|yuan|years|months|days|hours))?/g;
const PROSE =
  "The people who came back spoke of long shifts, of guards at the gate and of pay that was held until the end of the contract. " +
  "None of them had seen the papers that were signed in their name, and few knew what the company was paid for their work. ";

/** Sentences as dense in numbers as those of a report, where no files are named. */
function invented() {
  const cases = JSON.parse(readFileSync(join(ROOT, "test", "reading", "cases", "english.json"), "utf8"));
  return repeated(cases.map((one) => `${one.text} ${PROSE}`).join("\n"), TARGET_BYTES);
}

/** Whole lines of a text, up to so many characters. */
function linesUpTo(text, length) {
  return text.slice(0, text.indexOf("\n", length) + 1 || length);
}

await compile();
const { readQuantities } = await import(pathToFileURL(join(ROOT, "dist", "claims", "read-quantities.js")).href);
const named = process.argv.slice(2);
const text = named.length > 0 ? sample(named, TARGET_BYTES) : invented();
const megabytes = Buffer.byteLength(text) / 1e6;
const grammar = fastest(() => readQuantities(text), ROUNDS);
const plain = fastest(() => [...text.matchAll(PLAIN)].length, ROUNDS);
const part = linesUpTo(text, PEER_BYTES);
const partMegabytes = Buffer.byteLength(part) / 1e6;
const numbersOf = () => nlp(part).numbers().json();
const peer = fastest(numbersOf, 2);
const [ours, theirs] = [
  readQuantities(part).length / fastest(() => readQuantities(part), ROUNDS),
  numbersOf().length / peer,
];
const print = (value) => Math.round(value).toLocaleString("en");
console.log(
  `read quantities: ${(megabytes / grammar).toFixed(1)} MB/s (${readQuantities(text).length} in ${megabytes.toFixed(1)} MB)`,
);
console.log(
  `plain scan for numbers: ${(megabytes / plain).toFixed(1)} MB/s; the grammar takes ${(grammar / plain).toFixed(1)} times as long`,
);
console.log(
  `compromise, numbers only: ${(partMegabytes / peer).toFixed(2)} MB/s; the grammar reads ${(megabytes / grammar / (partMegabytes / peer)).toFixed(0)} times as fast`,
);
console.log(
  `quantities a second: ${print(ours)}, of compromise ${print(theirs)}: ${(ours / theirs).toFixed(1)} times as many`,
);
