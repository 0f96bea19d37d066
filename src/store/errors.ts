import type { Issue } from "../values/issue.ts";

/** The data folder is used by another process. */
export class DataInUseError extends Error {
  override readonly name = "DataInUseError";
  readonly pid: number;
  /** Address of the workbench that uses the folder; absent when it is not a workbench. */
  readonly address: string | undefined;

  constructor(dataDir: string, pid: number, address?: string) {
    const user = address === undefined ? `process ${pid}, wait until it ends` : `the workbench at ${address}`;
    super(`the data folder ${dataDir} is in use by ${user}`);
    this.pid = pid;
    this.address = address;
  }
}

/** The data folder or its database cannot be used; its message is one sentence for a person. Opening has changed nothing. */
export class DataFolderError extends Error {
  override readonly name = "DataFolderError";
}

/** A disk is full; its message is one sentence for a person, and nothing of what did not fit was kept. */
export class DiskFullError extends Error {
  override readonly name = "DiskFullError";
}

/** There is no such case, source or claim. */
export class NotFoundError extends Error {
  override readonly name = "NotFoundError";
}

/** A proposal cannot become a claim as it stands; the issues say field by field what it lacks. */
export class DraftError extends Error {
  override readonly name = "DraftError";
  readonly proposal: string;
  readonly issues: readonly Issue[];

  constructor(proposal: string, issues: readonly Issue[]) {
    super(`${proposal} cannot be a claim yet; nothing was kept`);
    this.proposal = proposal;
    this.issues = issues;
  }
}

/** What was asked for would overwrite what the store holds. */
export class ConflictError extends Error {
  override readonly name = "ConflictError";
  /** The first differences, one line each, and how many more there are. */
  readonly differences: readonly string[];

  constructor(message: string, differences: readonly string[] = []) {
    super(message);
    this.differences = differences;
  }
}
