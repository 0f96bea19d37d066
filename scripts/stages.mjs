import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { run, runScript, say, since } from "./command.mjs";
import { inTree } from "./tree.mjs";

const TSC = inTree("node_modules", "typescript", "bin", "tsc");
const BIOME = inTree("node_modules", "@biomejs", "biome", "bin", "biome");
const VITEST = inTree("node_modules", "vitest", "vitest.mjs");

/** The stages that count as one test each: a name, and what to run. */
export const CHECKS = [
  ["types of the pure folders", () => runScript(TSC, ["-p", "tsconfig.pure.json", "--noEmit"])],
  ["types of server and command line", () => runScript(TSC, ["-p", "tsconfig.node.json", "--noEmit"])],
  ["types of the pages", () => runScript(TSC, ["-p", "tsconfig.web.json", "--noEmit"])],
  ["types of the tests", () => runScript(TSC, ["-p", "tsconfig.test.json", "--noEmit"])],
  ["form and lint", () => runScript(BIOME, ["check", ".", "--error-on-warnings", "--max-diagnostics=50"])],
];

/**
 * Runs one check and says how it went. Whether it passed.
 * @param {string} name
 * @param {() => Promise<{code: number, output: string}>} check
 */
export async function stage(name, check) {
  const start = performance.now();
  const { code, output } = await check().catch((error) => ({ code: 1, output: error.message }));
  say(`${code === 0 ? "✓" : "✗"} ${name} (${since(start)})`);
  if (code !== 0) say(output.trim());
  return code === 0;
}

/**
 * Runs the tests in Vitest. Its counts: passed, failed, the skipped ones with their reasons, the titles that passed.
 * @param {readonly string[]} args
 * @param {Record<string, string>} env
 */
export async function vitest(args, env) {
  const folder = mkdtempSync(join(tmpdir(), "tributary-counts-"));
  const file = join(folder, "counts.json");
  try {
    const reporters = ["--reporter=default", `--reporter=${inTree("scripts", "count-reporter.mjs")}`];
    const { code } = await run(process.execPath, [VITEST, "run", ...reporters, ...args], {
      show: true,
      env: { ...env, ...(process.stdout.isTTY ? {} : { NO_COLOR: "1" }), TRIBUTARY_TEST_COUNTS: file },
    });
    const counts = readCounts(file);
    // Vitest may find more amiss than its tests: an exit code of its own is never swallowed.
    if (code !== 0 && counts.failed === 0) counts.failed = 1;
    return counts;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readCounts(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return { passed: 0, failed: 1, skipped: [], titles: [] };
  }
}
