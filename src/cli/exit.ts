import { CommanderError } from "commander";
import { ConflictError, DataFolderError, DataInUseError, DiskFullError, NotFoundError } from "../store/errors.ts";
import { codeOf, isDiskFull } from "../store/trouble.ts";
import { describeIssue, type Issue } from "../values/issue.ts";

/** Exit codes that scripts can trust. */
export const EXIT = { ok: 0, data: 1, usage: 2, environment: 3, fault: 70 } as const;

/** What a person gave cannot be used: a sentence, and every issue of the data. Ends with exit code 1. */
export class InputError extends Error {
  override readonly name = "InputError";
  readonly issues: readonly Issue[];

  constructor(message: string, issues: readonly Issue[] = []) {
    super(message);
    this.issues = issues;
  }
}

/** The command was called in a way that it does not understand. Ends with exit code 2. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** Something around the command is in the way: a port, a database. Ends with exit code 3. */
export class EnvironmentError extends Error {
  override readonly name = "EnvironmentError";
}

const ENVIRONMENT = [DataInUseError, DataFolderError, DiskFullError, EnvironmentError] as const;

/** How a command ends: its exit code, and why, as lines for a person and as a document for a program. */
export interface Ending {
  readonly code: number;
  readonly lines: readonly string[];
  /** What `--json` prints instead of data; absent when nothing is wrong. */
  readonly error?: {
    readonly message: string;
    readonly issues?: readonly Issue[];
    readonly differences?: readonly string[];
  };
}

const UNREACHABLE = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "ETIMEDOUT",
  "ECONNRESET",
  "EHOSTUNREACH",
  "28P01",
  "28000",
  "3D000",
]);
const FILES: Readonly<Record<string, string>> = {
  ENOENT: "is not there",
  EACCES: "may not be read or written",
  EPERM: "may not be read or written",
  EISDIR: "is a folder",
  ENOTDIR: "is not a folder",
  EEXIST: "exists already",
};

/** The one map from errors to exit codes and to what a person or a program reads. */
export function endingOf(error: unknown): Ending {
  if (error instanceof CommanderError) return commanderEnding(error);
  if (error instanceof UsageError) return told(EXIT.usage, error.message);
  if (error instanceof InputError) {
    const { lines, error: said, code } = told(EXIT.data, error.message);
    const { issues } = error;
    const all = [...lines, ...issues.map((issue) => `  ${describeIssue(issue)}`)];
    return { code, lines: all, error: { ...said, ...(issues.length === 0 ? {} : { issues }) } };
  }
  if (error instanceof ConflictError) {
    const { lines, error: said, code } = told(EXIT.data, error.message);
    const { differences } = error;
    const all = [...lines, ...differences.map((line) => `  ${line}`)];
    return { code, lines: all, error: { ...said, ...(differences.length === 0 ? {} : { differences }) } };
  }
  if (error instanceof NotFoundError) return told(EXIT.data, error.message);
  if (ENVIRONMENT.some((kind) => error instanceof kind)) return told(EXIT.environment, messageOf(error));
  return systemEnding(error);
}

/** Commander has printed its own message, or the help, by then. */
function commanderEnding(error: CommanderError): Ending {
  if (error.exitCode === 0) return { code: EXIT.ok, lines: [] };
  return { code: EXIT.usage, lines: [], error: { message: sentence(error.message.replace(/^error: /, "")) } };
}

function told(code: number, message: string) {
  const said = sentence(message);
  return { code, lines: [said], error: { message: said } };
}

function systemEnding(error: unknown): Ending {
  const message = messageOf(error);
  if (isDiskFull(error)) return told(EXIT.environment, `the disk is full: ${message}`);
  const code = codeOf(error);
  if (UNREACHABLE.has(code)) return told(EXIT.environment, `the database cannot be reached: ${message || code}`);
  const what = FILES[code];
  const path = error instanceof Error && "path" in error ? String(error.path) : "";
  if (what !== undefined && path !== "") return told(EXIT.data, `${path} ${what}`);
  const fault = "Something failed inside Tributary; this is a fault of ours, please report it with these lines:";
  const details = error instanceof Error ? (error.stack ?? message) : message;
  return { code: EXIT.fault, lines: [fault, details], error: { message: `${fault} ${details}` } };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** A message as a sentence: a capital in front unless it begins with a path, a full stop at its end. */
function sentence(message: string): string {
  const begun = /^[a-z][a-z']* /.test(message) ? message.charAt(0).toUpperCase() + message.slice(1) : message;
  // No full stop behind an address: it would be copied with it.
  return /[.!?:]$|:\/\/\S+$/.test(begun) ? begun : `${begun}.`;
}
