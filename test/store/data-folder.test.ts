import { chmodSync, lstatSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { prepareDataDir } from "../../src/store/data-folder.ts";
import { DataFolderError } from "../../src/store/errors.ts";
import { openStore } from "../../src/store/store.ts";
import { samplePackage } from "../cases/sample-package.ts";
import { temporaryFolder } from "./stores.ts";

let folder: string;
let dataDir: string;
beforeEach(() => {
  folder = temporaryFolder();
  dataDir = join(folder, "data");
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Paths that others than their owner can do something with, and how many there are in all. */
function openIn(path: string): { open: string[]; all: number } {
  const inside = readdirSync(path, { recursive: true, withFileTypes: true });
  const paths = [path, ...inside.map((entry) => join(entry.parentPath, entry.name))];
  return { open: paths.filter((one) => (lstatSync(one).mode & 0o077) !== 0), all: paths.length };
}

describe("openStore({dataDir}) in a folder that others can enter", () => {
  test("[S10] makes everything its owner's alone, while it is open and afterwards, and gives the mask of the process back", async () => {
    mkdirSync(dataDir);
    chmodSync(dataDir, 0o755);
    writeFileSync(join(dataDir, "token"), "x\n");
    chmodSync(join(dataDir, "token"), 0o644);
    const mask = process.umask(0o022);
    const store = await openStore({ dataDir });
    await store.cases.importPackage(samplePackage());
    expect(openIn(dataDir).open).toEqual([]);
    await store.close();
    expect(openIn(dataDir).open).toEqual([]);
    expect(openIn(dataDir).all).toBeGreaterThan(100);
    expect(process.umask(mask)).toBe(0o022);
  });

  test("[S10] closes what an older version left open", async () => {
    await (await openStore({ dataDir })).close();
    for (const path of [dataDir, join(dataDir, "database"), join(dataDir, "database/base")]) chmodSync(path, 0o755);
    chmodSync(join(dataDir, "database/PG_VERSION"), 0o666);
    await (await openStore({ dataDir })).close();
    expect(openIn(dataDir).open).toEqual([]);
  });
});

describe("prepareDataDir(folder)", () => {
  test("[S8] refuses a folder of other things, by name, and leaves it open to those who had it", () => {
    mkdirSync(dataDir);
    chmodSync(dataDir, 0o755);
    writeFileSync(join(dataDir, "thesis.docx"), "");
    writeFileSync(join(dataDir, "notes.md"), "");
    expect(() => prepareDataDir(dataDir)).toThrow(DataFolderError);
    expect(() => prepareDataDir(dataDir)).toThrow(/is not a data folder: it holds notes\.md and 1 more/);
    expect(lstatSync(dataDir).mode & 0o777).toBe(0o755);
  });

  test.each([[".gitignore"], ["lost+found"], ["backups", "database.broken", "notes.md"], ["token"]])(
    "takes a folder that holds %s",
    (...names) => {
      mkdirSync(dataDir);
      for (const name of names) writeFileSync(join(dataDir, name), "");
      expect(() => prepareDataDir(dataDir)).not.toThrow();
      expect(lstatSync(dataDir).mode & 0o777).toBe(0o700);
    },
  );
});
