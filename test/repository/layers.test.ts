import { existsSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { describe, expect, test } from "vitest";
import { importsOf, importsUnknown, withoutComments } from "./code.ts";
import { codeUnder, EDGES, filesUnder, PURE, pureFiles, ROOT, type TreeFile } from "./tree.ts";

/** Packages that pure folders may import: they use no disk, network, clock or chance either. */
const PURE_PACKAGES = ["zod", "@noble/hashes", "yaml", "ohm-js"];

/** The one file that starts the server from outside of it. */
const STARTS_SERVER = "src/cli/commands/serve.ts";

const files = codeUnder("src");

describe("the folders of src", () => {
  test("every one is a pure folder or an edge of the design", () => {
    const known = [...PURE, ...Object.keys(EDGES)];
    const strangers = filesUnder("src").filter((file) => !known.includes(file.folder));
    expect(strangers.map((file) => file.path)).toEqual([]);
  });

  for (const folder of new Set(files.map((file) => file.folder))) {
    test(`${folder} imports only what may come before it`, () => {
      const own = files.filter((file) => file.folder === folder);
      expect(own.flatMap(wrongImports)).toEqual([]);
    });
  }

  test("every relative import names a file that is there, with its ending", () => {
    const wrong = files.flatMap((file) =>
      relativeImports(file)
        .filter((target) => !existsSync(join(ROOT, isKernel(file) ? `${target}.ts` : target)))
        .map((target) => `${file.path} → ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  test("no file passes on all that another exports", () => {
    const barrels = files.filter((file) => /^export \* from/m.test(withoutComments(file.text)));
    expect(barrels.map((file) => file.path)).toEqual([]);
  });

  test("no imports go in a circle, those of types included", () => {
    expect(findCycle(files)).toEqual([]);
  });
});

describe("the pure folders", () => {
  test(`import no package but ${PURE_PACKAGES.join(", ")}`, () => {
    const wrong = pureFiles().flatMap((file) =>
      importsOf(file.text)
        .filter(
          (path) =>
            !path.startsWith(".") && !PURE_PACKAGES.some((name) => path === name || path.startsWith(`${name}/`)),
        )
        .map((path) => `${file.path} → ${path}`),
    );
    expect(wrong).toEqual([]);
  });

  test("import nothing whose path is only known at run time", () => {
    expect(
      pureFiles()
        .filter((file) => importsUnknown(file.text))
        .map((file) => file.path),
    ).toEqual([]);
  });

  test("are given their chance and their clock", () => {
    const own = /Math\.random|Date\.now|new Date\(\s*\)|\bDate\(\s*\)|performance\.now/;
    expect(
      pureFiles()
        .filter((file) => own.test(withoutComments(file.text)))
        .map((file) => file.path),
    ).toEqual([]);
  });
});

/** The compiler of kernels adds the endings itself. */
function isKernel(file: TreeFile): boolean {
  return file.path.startsWith("src/engine/assembly/");
}

function mayImport(file: TreeFile): readonly string[] {
  const before = PURE.indexOf(file.folder);
  if (before !== -1) return PURE.slice(0, before + 1);
  const edges = EDGES[file.folder] ?? [];
  return [...PURE, file.folder, ...edges, ...(file.path === STARTS_SERVER ? ["server"] : [])];
}

function wrongImports(file: TreeFile): string[] {
  return relativeImports(file)
    .filter((target) => !target.startsWith("src/") || !mayImport(file).includes(target.split("/")[1] ?? ""))
    .map((target) => `${file.path} → ${target}`);
}

function relativeImports(file: TreeFile): string[] {
  return importsOf(file.text)
    .filter((path) => path.startsWith("."))
    .map((path) => normalize(join(dirname(file.path), path)).replace(/\?.*$/, ""));
}

/** The paths of one circle of imports, or nothing. */
function findCycle(all: readonly TreeFile[]): string[] {
  const targets = new Map(all.map((file) => [file.path, relativeImports(file)]));
  const done = new Set<string>();
  const visit = (path: string, trail: readonly string[]): string[] => {
    if (trail.includes(path)) return [...trail.slice(trail.indexOf(path)), path];
    if (done.has(path)) return [];
    for (const target of targets.get(path) ?? []) {
      const cycle = visit(target, [...trail, path]);
      if (cycle.length > 0) return cycle;
    }
    done.add(path);
    return [];
  };
  for (const file of all) {
    const cycle = visit(file.path, []);
    if (cycle.length > 0) return cycle;
  }
  return [];
}
