import { randomBytes } from "node:crypto";
import { existsSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** A lock, and what the database writes when it opens and closes. */
const BYTES = 256 * 1024;

/** Keeps a little room in the data folder for the time when the disk is full; not when it is full already. */
export function holdReserve(dataDir: string): void {
  const path = join(dataDir, "reserve");
  if (existsSync(path)) return;
  try {
    writeFileSync(path, randomBytes(BYTES), { mode: 0o600, flag: "wx" });
  } catch {
    rmSync(path, { force: true });
  }
}

/** Gives the room that was kept back to the disk. True when there was some. */
export function freeReserve(dataDir: string): boolean {
  const path = join(dataDir, "reserve");
  if (!existsSync(path)) return false;
  rmSync(path);
  return true;
}
