/** What is wrong with a piece of a user's data, and where: shown as one line to a person. */
export interface Issue {
  /** Path of the file inside its package, or the argument that named it. */
  readonly file: string;
  /** One-based line or row, counting the header as row 1; absent when the whole file is meant. */
  readonly row?: number;
  readonly field?: string;
  /** The offending value, as found. */
  readonly value?: string;
  /** What was expected, in words. */
  readonly expected: string;
}

/** A parsed value, or everything that is wrong with its input. */
export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/**
 * One line of text for an issue: file, row, field, value and what was expected.
 * @example
 * describeIssue({ file: "claims.csv", row: 3, field: "low", value: "abc", expected: "a number" }) // => "claims.csv, row 3, low \"abc\": expected a number"
 */
export function describeIssue(issue: Issue): string {
  const row = issue.row === undefined ? "" : `, row ${issue.row}`;
  const field = issue.field === undefined ? "" : `, ${issue.field}`;
  const value = issue.value === undefined ? "" : ` "${issue.value}"`;
  return `${issue.file}${row}${field}${value}: expected ${issue.expected}`;
}
