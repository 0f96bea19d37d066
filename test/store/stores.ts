import { createHash, randomBytes } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import pg from "pg";
import type { CasePackage } from "../../src/cases/case-package.ts";
import { parsePackage } from "../../src/cases/parse-package.ts";
import { openStore, type Store } from "../../src/store/store.ts";

/** A database that the suite runs on: how to open a store there, and how to leave nothing behind. */
export interface Ground {
  readonly name: string;
  open(): Promise<Store>;
  clear(): Promise<void>;
}

const server = process.env.TRIBUTARY_TEST_POSTGRES ?? "";

/** The embedded database always; a real PostgreSQL as well where `TRIBUTARY_TEST_POSTGRES` names one. */
export function grounds(): readonly Ground[] {
  const all = server === "" ? [embedded()] : [embedded(), postgres(server)];
  console.info(`store tests run on ${all.map((ground) => ground.name).join(" and ")}`);
  return all;
}

function embedded(): Ground {
  const dataDir = temporaryFolder();
  return {
    name: "the embedded database",
    open: () => openStore({ dataDir }),
    clear: async () => rmSync(dataDir, { recursive: true, force: true }),
  };
}

/** A schema of random name, so that nothing else on the server is touched. */
function postgres(address: string): Ground {
  const schema = `tributary_test_${randomBytes(6).toString("hex")}`;
  return {
    name: "PostgreSQL",
    open: () => openStore({ postgres: address, schema }),
    async clear() {
      const client = new pg.Client({ connectionString: address });
      await client.connect();
      await client.query(`DROP SCHEMA IF EXISTS ${schema} CASCADE`);
      await client.end();
    },
  };
}

export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), "tributary-test-"));
}

/** Every file under a folder by path, as text. */
export function filesUnder(folder: string): ReadonlyMap<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = entries.map((entry) => join(entry.parentPath, entry.name)).sort();
  return new Map(paths.map((path) => [relative(folder, path), readFileSync(path, "utf8")]));
}

/** Path and bytes of every file under a folder: equal when nothing was changed. */
export function fingerprint(folder: string): readonly string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries
    .map((entry) => {
      const path = join(entry.parentPath, entry.name);
      if (!entry.isFile()) return path;
      return `${path} ${createHash("sha256").update(readFileSync(path)).digest("hex")}`;
    })
    .sort();
}

/** The invented case that comes with the repository. */
export function exampleFiles(): ReadonlyMap<string, string> {
  return filesUnder(new URL("../../cases/example", import.meta.url).pathname);
}

export function packageOf(files: ReadonlyMap<string, string>): CasePackage {
  const parsed = parsePackage(files);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues.slice(0, 3)));
  return parsed.value;
}
