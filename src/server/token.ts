import { randomBytes } from "node:crypto";
import { chmod, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { prepareDataDir } from "../store/data-folder.ts";

const BYTES = 32;

/** The token of a data folder: made at the first start and kept, so that an address stays valid. Only its owner may read it. */
export async function tokenOf(dataDir: string): Promise<string> {
  prepareDataDir(dataDir);
  const path = join(dataDir, "token");
  const kept = (await readFile(path, "utf8").catch(() => "")).trim();
  if (/^[\w-]{32,}$/.test(kept)) {
    await chmod(path, 0o600);
    return kept;
  }
  const made = randomBytes(BYTES).toString("base64url");
  await writeFile(path, `${made}\n`, { mode: 0o600 });
  await chmod(path, 0o600);
  return made;
}
