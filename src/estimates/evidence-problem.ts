import type { Claim } from "../claims/claim.ts";
import type { Issue } from "../values/issue.ts";

/**
 * What is wrong between claims and their account, found before anything is drawn: an error, which no account can be drawn from,
 * or a warning, which is told beside the estimates.
 */
export interface EvidenceProblem extends Issue {
  readonly kind: "evidence problem";
  readonly severity: "error" | "warning";
  /** Ids of the claims that it is about. */
  readonly claims: readonly string[];
}

/**
 * A problem of one claim: its row in `claims.csv` and its id beside what was expected.
 * @example
 * claimProblem("warning", { id: "c1", row: 7 }, { field: "place", value: "ZZ", expected: "a place of the account" }).row // => 7
 */
export function claimProblem(
  severity: EvidenceProblem["severity"],
  claim: Located,
  said: Pick<Issue, "field" | "value" | "expected">,
): EvidenceProblem {
  const expected = `${said.expected} (claim ${claim.id})`;
  return {
    kind: "evidence problem",
    severity,
    claims: [claim.id],
    file: "claims.csv",
    row: claim.row,
    ...said,
    expected,
  };
}

/** A claim's id and its row in a claims table in canonical form, counting the header as row 1. */
export interface Located {
  readonly id: string;
  readonly row: number;
}

/**
 * A look-up of the rows of claims by id; the claims are in the order of their table.
 * @example
 * rowsOf([{ id: "c1" }, { id: "c2" }])("c2") // => {"id":"c2","row":3}
 */
export function rowsOf(claims: readonly Pick<Claim, "id">[]): (id: string) => Located {
  const rows = new Map(claims.map(({ id }, position) => [id, position + 2]));
  return (id) => ({ id, row: rows.get(id) ?? 1 });
}

/**
 * Rows and ids of claims in words.
 * @example
 * rowWords([{ id: "c1", row: 2 }, { id: "c2", row: 9 }]) // => "rows 2 (c1) and 9 (c2) of claims.csv"
 */
export function rowWords(claims: readonly Located[]): string {
  const named = [...claims].sort((a, b) => a.row - b.row).map(({ id, row }) => `${row} (${id})`);
  const shown =
    named.length > MOST_NAMED ? [...named.slice(0, MOST_NAMED), `${named.length - MOST_NAMED} more`] : named;
  const list = shown.length > 1 ? `${shown.slice(0, -1).join(", ")} and ${shown.at(-1) ?? ""}` : (shown[0] ?? "");
  return `${named.length === 1 ? "row" : "rows"} ${list} of claims.csv`;
}

/** More claims than this are counted and not named. */
const MOST_NAMED = 6;
