import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder that holds `package.json`. */
export const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** The pure folders in import order: each may import itself and those before it. */
export const PURE = [
  "math",
  "values",
  "sources",
  "claims",
  "accounts",
  "audits",
  "estimates",
  "indicators",
  "testimony",
  "assessments",
  "simulation",
  "findings",
  "releases",
  "cases",
];

/** The edges, and the edges that each may import besides every pure folder and itself. */
export const EDGES: Readonly<Record<string, readonly string[]>> = {
  readers: [],
  store: [],
  engine: [],
  server: ["readers", "store", "engine"],
  cli: ["readers", "store", "engine"],
  web: [],
};

/** A text file of the tree; `path` is relative to its root, `folder` is its folder under `src` or `test`. */
export interface TreeFile {
  readonly path: string;
  readonly folder: string;
  readonly text: string;
}

const SKIPPED = new Set(["node_modules", "dist", "dist.new", "dist.old", "data", "coverage", ".git"]);

/** Every file under a folder of the tree whose name ends in one of `endings`; all of them where none is given. */
export function filesUnder(folder: string, endings: readonly string[] = [""]): TreeFile[] {
  const top = join(ROOT, folder);
  if (!existsSync(top)) return [];
  return walk(top)
    .filter((path) => endings.some((ending) => path.endsWith(ending)))
    .map((path) => relative(ROOT, path))
    .sort()
    .map((path) => ({ path, folder: path.split("/")[1] ?? "", text: readFileSync(join(ROOT, path), "utf8") }));
}

/** The files of source code under a folder. */
export function codeUnder(folder: string): TreeFile[] {
  return filesUnder(folder, [".ts", ".tsx", ".mjs"]);
}

/** The files of the pure folders. */
export function pureFiles(): TreeFile[] {
  return codeUnder("src").filter((file) => PURE.includes(file.folder));
}

function walk(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return SKIPPED.has(entry.name) && dirname(path) === ROOT ? [] : walk(path);
    return entry.isFile() ? [path] : [];
  });
}
