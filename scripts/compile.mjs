import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { runScript, say, since } from "./command.mjs";
import { buildKey, inTree, isBuilt } from "./tree.mjs";

const TSC = inTree("node_modules", "typescript", "bin", "tsc");
const ASC = inTree("node_modules", "assemblyscript", "bin", "asc.js");
const VITE = inTree("node_modules", "vite", "bin", "vite.js");

/**
 * Builds `dist` (server, command line and workers) and `dist/web` (pages) where they are older than their sources.
 * The new build takes the place of the old one when it is whole; a failed one leaves the old one as it was, and throws.
 */
export async function compile() {
  if (isBuilt()) return;
  for (const tool of [TSC, ASC, VITE]) {
    if (!existsSync(tool))
      throw new Error(
        `a package that the build needs is missing: ${tool.slice(inTree("").length)}. Run npm ci and try again.`,
      );
  }
  const start = performance.now();
  say("Building …");
  const key = buildKey();
  const fresh = inTree("dist.new");
  const old = inTree("dist.old");
  for (const path of [fresh, old]) rmSync(path, { recursive: true, force: true });
  mkdirSync(fresh);
  try {
    await compileInto(fresh);
    writeFileSync(inTree("dist.new", ".built"), key);
    if (existsSync(inTree("dist"))) renameSync(inTree("dist"), old);
    renameSync(fresh, inTree("dist"));
  } finally {
    for (const path of [fresh, old]) rmSync(path, { recursive: true, force: true });
  }
  say(`Built in ${since(start)}.`);
}

/** Kernels use no part of AssemblyScript's runtime, and the memory that the engine gives them. */
const KERNEL = ["-O3", "--converge", "--runtime", "stub", "--importMemory", "--enable", "simd"];
const KERNELS = ["sampler", "rows", "series"];

async function compileInto(fresh) {
  const results = await Promise.all([
    runScript(TSC, ["-p", "tsconfig.node.json", "--outDir", fresh]),
    runScript(VITE, ["build", "--outDir", `${fresh}/web`, "--emptyOutDir", "--logLevel", "warn"]),
    ...KERNELS.map((name) =>
      runScript(ASC, [`src/engine/assembly/${name}.ts`, ...KERNEL, "--outFile", `${fresh}/engine/${name}.wasm`]),
    ),
  ]);
  for (const [i, part] of ["server and command line", "pages", ...KERNELS].entries()) {
    if (results[i].code !== 0) throw new Error(`the build of the ${part} failed:\n${results[i].output.trim()}`);
  }
  // New databases are copied from an empty one: a first start, and every test, need not wait for theirs to be made.
  const made = await runScript(`${fresh}/store/make-empty-database.js`, []);
  if (made.code !== 0) throw new Error(`the empty database could not be made:\n${made.output.trim()}`);
}
