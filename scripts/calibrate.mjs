// Prints how honest reconciling is about problems whose truth is known: npm run calibrate -- [--problems 200] [--seed 1]
// [--json] [--write]. `--write` puts what is printed into docs/methods/reconciling.md, between its marks.
import { readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { say } from "./command.mjs";
import { compile } from "./compile.mjs";
import { inTree } from "./tree.mjs";

const PAGE = inTree("docs", "methods", "reconciling.md");
const MARKS = ["<!-- npm run calibrate -->", "<!-- end of npm run calibrate -->"];

const { values } = parseArgs({
  options: {
    problems: { type: "string", default: "200" },
    seed: { type: "string", default: "1" },
    json: { type: "boolean", default: false },
    write: { type: "boolean", default: false },
  },
});

function whole(name) {
  const value = Number(values[name]);
  if (!Number.isSafeInteger(value) || value < 1) throw new Error(`invalid --${name}: ${values[name]}`);
  return value;
}

/** One line that is written over on a terminal, and every tenth one where output is kept. */
function progress(start) {
  let tenths = 0;
  return (done, of) => {
    const line = `Reconciled ${done} of ${of} problems in ${Math.round((performance.now() - start) / 1000)} s`;
    if (process.stderr.isTTY) process.stderr.write(`\r${line}${done === of ? "\n" : ""}`);
    else if (Math.floor((10 * done) / of) > tenths) say(line);
    tenths = Math.floor((10 * done) / of);
  };
}

/** Puts the tables between the marks of the page. */
function write(text) {
  const page = readFileSync(PAGE, "utf8");
  const [before, rest] = page.split(MARKS[0]);
  const after = rest?.split(MARKS[1])[1];
  if (after === undefined) throw new Error(`the marks of the tables are missing: ${MARKS.join(" … ")}`);
  writeFileSync(PAGE, `${before}${MARKS[0]}\n\n${text}\n\n${MARKS[1]}${after}`);
}

const [problems, seed] = [whole("problems"), whole("seed")];
await compile();
const dist = (...path) => import(pathToFileURL(inTree("dist", ...path)).href);
const { calibrate } = await dist("engine", "calibrate.js");
const { calibrationText } = await dist("estimates", "calibration", "calibration-text.js");
const start = performance.now();
const calibration = await calibrate({ problems, seed, onProgress: progress(start) });
const seconds = Math.round((performance.now() - start) / 100) / 10;
const text = calibrationText(calibration);
if (values.json) console.log(JSON.stringify({ ...calibration, seconds }));
else console.log(`${text}\n\nTook ${seconds} s.`);
if (values.write) write(text);
