import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder that holds `package.json`. */
export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

/** The path of something inside the tree. */
export function inTree(...parts) {
  return join(ROOT, ...parts);
}

/** What the packages were installed from: the lock file, the system and the processor. */
export function packagesKey() {
  return digest(
    [["package-lock.json", readFileSync(inTree("package-lock.json"))]],
    `${process.platform}-${process.arch}`,
  );
}

/** What the build is made from: every file under `src`, the settings of the compilers and how they are called, the installed packages. */
export function buildKey() {
  const settings = ["tsconfig.json", "tsconfig.node.json", "vite.config.ts", "package.json", "scripts/compile.mjs"];
  const sources = readdirSync(inTree("src"), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(ROOT.length + 1));
  const files = [...settings, ...sources].sort().map((path) => [path, readFileSync(inTree(path))]);
  return digest(files, packagesKey());
}

/** Whether the packages in `node_modules` are those that the lock file names. */
export function isInstalled() {
  return stampIs(inTree("node_modules", ".installed"), packagesKey());
}

/** Whether `dist` was built from what stands in `src` now. */
export function isBuilt() {
  return stampIs(inTree("dist", ".built"), buildKey());
}

function stampIs(path, key) {
  return existsSync(path) && readFileSync(path, "utf8").trim() === key;
}

function digest(files, salt) {
  const hash = createHash("sha256").update(salt);
  for (const [path, bytes] of files) hash.update(`\0${path}\0${bytes.length}\0`).update(bytes);
  return hash.digest("hex");
}
