import { statfsSync } from "node:fs";
import { damagedInUse } from "./data-folder.ts";
import { DataFolderError, DiskFullError } from "./errors.ts";

/** Data corrupted, index corrupted, and a file of a table that is gone. */
const DAMAGE = new Set(["XX001", "XX002", "58P01"]);
/** The socket is gone, or nobody is behind it. */
const LOST = new Set(["ENOENT", "ECONNREFUSED", "ECONNRESET", "EPIPE"]);
/** As the database says it, and as the system does. */
const FULL = new Set(["53100", "ENOSPC", "EDQUOT"]);

/** The code of an error of the database or the system; empty when it has none. */
export function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}

/** Whether something did not fit on a disk; looks at what caused the error, too. */
export function isDiskFull(error: unknown): boolean {
  if (FULL.has(codeOf(error))) return true;
  return error instanceof Error && error.cause !== undefined && isDiskFull(error.cause);
}

/** What recovery may need: a segment of the log, and a little beside it. */
const RECOVERY_BYTES = 20 * 2 ** 20;

/** Whether a database that does not start may lack nothing but room. */
export function hasLittleRoom(folder: string): boolean {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize < RECOVERY_BYTES;
}

/**
 * What to throw for an error of the embedded database in a data folder: damage, full disks, and a database that gave up, in
 * one sentence each. `stopped` says why it gave up.
 */
export function explainEmbedded(
  dataDir: string,
  stopped: () => string | undefined = () => undefined,
): (error: unknown) => unknown {
  return (error) => {
    const reason = isPanic(error) ? messageOf(error) : stopped();
    const lost = reason !== undefined || isConnectionLost(error);
    if (lost && hasLittleRoom(dataDir)) return diskFull(`the disk of the data folder ${dataDir}`, error);
    if (lost) {
      const why = reason ?? "the process that runs it has ended";
      const way = "what was confirmed before is kept: start again";
      return new DataFolderError(`the database in ${dataDir} stopped (${why}); ${way}`, { cause: error });
    }
    if (DAMAGE.has(codeOf(error))) return damagedInUse(dataDir, messageOf(error), error);
    return isDiskFull(error) ? diskFull(`the disk of the data folder ${dataDir}`, error) : error;
  };
}

/** What to throw for an error of a database server, named as `host:port`. */
export function explainServer(host: string): (error: unknown) => unknown {
  return (error) => {
    if (DAMAGE.has(codeOf(error))) {
      const way = "restore it from a backup of the server";
      return new DataFolderError(`the database at ${host} is damaged (${messageOf(error)}): ${way}`, { cause: error });
    }
    return isDiskFull(error) ? diskFull(`the disk of the database at ${host}`, error) : error;
  };
}

/** The error for a disk that is full. */
export function diskFull(what: string, cause: unknown): DiskFullError {
  return new DiskFullError(`${what} is full; what did not fit was not kept: make room and try again`, { cause });
}

/** Whether nobody answers any more, or nobody did; looks at what caused the error, too. */
export function isConnectionLost(error: unknown): boolean {
  if (LOST.has(codeOf(error)) || /^Connection terminated/.test(messageOf(error))) return true;
  return error instanceof Error && error.cause !== undefined && isConnectionLost(error.cause);
}

function isPanic(error: unknown): boolean {
  return error instanceof Error && "severity" in error && error.severity === "PANIC";
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
