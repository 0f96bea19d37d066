import { stat } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { parsePackage } from "../cases/parse-package.ts";
import { readCaseFolder } from "../readers/case-folder.ts";
import type { Store } from "../store/store.ts";

/** The cases that come with Tributary, the one that opens first in front. */
const SHIPPED = ["dprk", "example"];

/** Folder in the tree of the program, seen from the built files. */
export function inProgram(path: string): string {
  return fileURLToPath(new URL(`../../${path}`, import.meta.url));
}

/** Puts the shipped cases into a store that has none; the ids of those that were put in. */
export async function importShipped(store: Store, say: (line: string) => void): Promise<readonly string[]> {
  if ((await store.cases.list()).length > 0) return [];
  const imported: string[] = [];
  for (const id of SHIPPED) {
    const folder = inProgram(`cases/${id}`);
    if ((await stat(folder).catch(() => undefined)) === undefined) continue;
    const files = await readCaseFolder(folder);
    const parsed = files.ok ? parsePackage(files.value) : files;
    if (!parsed.ok) throw new Error(`invalid shipped case: ${id}`, { cause: parsed.issues });
    say(
      `Importing the case ${parsed.value.title}: ${parsed.value.sources.length} sources, ${parsed.value.claims.length} claims`,
    );
    await store.cases.importPackage(parsed.value);
    imported.push(id);
  }
  return imported;
}
