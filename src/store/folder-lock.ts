import { randomBytes } from "node:crypto";
import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { isRunning, processStart } from "./process-identity.ts";

/** What a lock file says of the process that wrote it. */
export interface LockRecord {
  readonly kind: "wanting" | "holding";
  readonly pid: number;
  /** From `processStart`: tells the process from a later one with the same id. */
  readonly started: string;
  /** Folder of the unix socket that the database answers on; absent until it does. */
  readonly socket?: string;
  /** Address of the workbench; absent when the process is none. */
  readonly address?: string;
}

export interface FolderLock {
  readonly kind: "lock";
  /** Adds to what others read of this process. */
  update(fields: { readonly socket?: string; readonly address?: string }): void;
  release(): void;
}

export type LockAttempt =
  | {
      readonly kind: "taken";
      readonly lock: FolderLock /** Left by processes that died. */;
      readonly stale: readonly LockRecord[];
    }
  | { readonly kind: "held"; readonly record: LockRecord };

interface LockFile {
  readonly name: string;
  readonly record: LockRecord;
}

/**
 * The lock on the folder, or who holds it. Each process writes a file of its own and then looks for others: of two that
 * come at once at least one sees the other and steps back, so no two ever hold it. A file is removed by its owner, or by
 * the next holder when its owner is dead; age never matters.
 */
export async function takeLock(folder: string): Promise<LockAttempt> {
  for (;;) {
    const before = living(folder).find((file) => file.record.kind === "holding");
    if (before !== undefined) return { kind: "held", record: before.record };
    const own = writeOwn(folder);
    const others = living(folder).filter((file) => file.name !== own.name);
    if (others.length === 0) return takenOrLeft(folder, own);
    rmSync(join(folder, own.name), { force: true });
    await sleep(10 + (randomBytes(1)[0] ?? 0) / 4);
  }
}

/** Who holds the lock on the folder, by looking alone; absent when nobody does. */
export function lockHolder(folder: string): LockRecord | undefined {
  return living(folder).find((file) => file.record.kind === "holding")?.record;
}

/** A lock that cannot be written, as on a full disk, leaves nothing that would look like somebody who wants it. */
function takenOrLeft(folder: string, own: LockFile): LockAttempt {
  try {
    return taken(folder, own);
  } catch (error) {
    rmSync(join(folder, own.name), { force: true });
    throw error;
  }
}

function taken(folder: string, own: LockFile): LockAttempt {
  let record: LockRecord = { ...own.record, kind: "holding" };
  write(folder, own.name, record);
  const stale = read(folder).filter((file) => file.name !== own.name && !isAlive(file));
  for (const file of stale) rmSync(join(folder, file.name), { force: true });
  const lock: FolderLock = {
    kind: "lock",
    update(fields) {
      record = { ...record, ...fields };
      write(folder, own.name, record);
    },
    release() {
      rmSync(join(folder, own.name), { force: true });
    },
  };
  return { kind: "taken", lock, stale: stale.map((file) => file.record) };
}

function writeOwn(folder: string): LockFile {
  const started = processStart(process.pid) ?? "";
  const record: LockRecord = { kind: "wanting", pid: process.pid, started };
  const name = `lock-${process.pid}-${randomBytes(4).toString("hex")}.json`;
  write(folder, name, record);
  return { name, record };
}

/** Whole or not at all: others never read half a record. */
function write(folder: string, name: string, record: LockRecord): void {
  const draft = join(folder, `${name}.draft`);
  try {
    writeFileSync(draft, `${JSON.stringify(record)}\n`, { mode: 0o600 });
    renameSync(draft, join(folder, name));
  } finally {
    rmSync(draft, { force: true });
  }
}

function living(folder: string): readonly LockFile[] {
  return read(folder).filter(isAlive);
}

function isAlive(file: LockFile): boolean {
  return isRunning(file.record.pid, file.record.started);
}

function read(folder: string): readonly LockFile[] {
  const names = readdirSync(folder).filter((name) => /^lock-\d+-[0-9a-f]+\.json$/.test(name));
  return names.flatMap((name) => {
    const record = parseLockRecord(join(folder, name));
    return record === undefined ? [] : [{ name, record }];
  });
}

function parseLockRecord(path: string): LockRecord | undefined {
  let found: Partial<LockRecord>;
  try {
    found = JSON.parse(readFileSync(path, "utf8")) as Partial<LockRecord>;
  } catch {
    return undefined; // removed since it was listed
  }
  if (typeof found.pid !== "number" || typeof found.started !== "string") return undefined;
  return {
    kind: found.kind === "holding" ? "holding" : "wanting",
    pid: found.pid,
    started: found.started,
    ...(typeof found.socket === "string" ? { socket: found.socket } : {}),
    ...(typeof found.address === "string" ? { address: found.address } : {}),
  };
}
