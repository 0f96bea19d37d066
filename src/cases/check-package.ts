import type { Claim } from "../claims/claim.ts";
import { claimsInCycles } from "../claims/origin-cycles.ts";
import { anchorSpan } from "../sources/anchor.ts";
import { type CustodyEntry, verifyCustody } from "../sources/custody.ts";
import type { Source } from "../sources/source.ts";
import { type Witness, witnessIn } from "../testimony/witness.ts";
import { sha256Hex } from "../values/digest.ts";
import type { Issue } from "../values/issue.ts";
import type { TableDef, TableRow } from "../values/table.ts";
import type { Policy } from "./policy.ts";

/** A table that was read, with its definition, for checks that hold for every table alike. */
export interface ReadTable<T = unknown> {
  readonly def: TableDef<T>;
  readonly rows: readonly TableRow<T>[];
}

/**
 * Every cell that names a row of another table which is not there.
 * @example
 * checkReferences([]) // => []
 */
export function checkReferences(read: readonly ReadTable[]): readonly Issue[] {
  const valuesOf = (path: string, column: string) => {
    const table = read.find(({ def }) => def.path === path);
    return table && new Set(table.rows.map(({ record }) => table.def.writeRow(record)[column] ?? ""));
  };
  return read.flatMap(({ def, rows }) =>
    def.columns.flatMap(({ name, names }): Issue[] => {
      const known = names && valuesOf(names.table, names.column);
      if (known === undefined) return [];
      return rows.flatMap(({ row, record }): Issue[] => {
        const value = def.writeRow(record)[name] ?? "";
        const expected = `${names?.column} of a row in ${names?.table}`;
        const other = names?.where !== undefined && !new RegExp(names.where, "u").test(value);
        return value === "" || other || known.has(value) ? [] : [{ file: def.path, row, field: name, value, expected }];
      });
    }),
  );
}

/**
 * What is wrong between claims: parents that are not there or run in a circle.
 * @example
 * checkDerivations([]) // => []
 */
export function checkDerivations(claims: readonly TableRow<Claim>[]): readonly Issue[] {
  const ids = new Set(claims.map(({ record }) => record.id));
  const circular = new Set(claimsInCycles(claims.map(({ record }) => record)));
  return claims.flatMap(({ row, record }): Issue[] => {
    const at = { file: "claims.csv", row, field: "derived_from" };
    const missing = record.derivedFrom.filter((id) => !ids.has(id));
    const issues: Issue[] = missing.map((value) => ({ ...at, value, expected: "ids of claims in claims.csv" }));
    if (circular.has(record.id))
      issues.push({
        ...at,
        value: record.derivedFrom.join(" "),
        expected: "claims that are not derived from this one in turn",
      });
    return issues;
  });
}

/**
 * Every claim whose speaker is a witness that is not in the case.
 * @example
 * checkSpeakers([], []) // => []
 */
export function checkSpeakers(
  claims: readonly TableRow<Claim>[],
  witnesses: readonly TableRow<Witness>[],
): readonly Issue[] {
  const ids = new Set(witnesses.map(({ record }) => record.id));
  return claims.flatMap(({ row, record }): Issue[] => {
    const witness = witnessIn(record.statedBy);
    if (witness === undefined || ids.has(witness)) return [];
    const expected = "witness: and the id of a row in witnesses.csv";
    return [{ file: "claims.csv", row, field: "stated_by", value: record.statedBy, expected }];
  });
}

/**
 * What is wrong with the copies of sources inside a package: not there, or not the text that was digested.
 * @example
 * checkCopies([], new Map()) // => []
 */
export function checkCopies(
  sources: readonly TableRow<Source>[],
  files: ReadonlyMap<string, string>,
): readonly Issue[] {
  return sources.flatMap(({ row, record }): Issue[] => {
    if (record.file === undefined) return [];
    const at = { file: "sources.csv", row };
    const text = files.get(record.file);
    if (text === undefined) return [{ ...at, field: "file", value: record.file, expected: "a file of this package" }];
    if (record.textSha256 === undefined || record.textSha256 === sha256Hex(text)) return [];
    const expected = `the digest of ${record.file}, which is ${sha256Hex(text)}`;
    return [{ ...at, field: "text_sha256", value: record.textSha256, expected }];
  });
}

/**
 * Every claim whose passage is not where its row says, in those sources whose text is in the package.
 * @example
 * checkSpans([], [], new Map()) // => []
 */
export function checkSpans(
  claims: readonly TableRow<Claim>[],
  sources: readonly TableRow<Source>[],
  files: ReadonlyMap<string, string>,
): readonly Issue[] {
  const texts = new Map(
    sources.map(({ record }) => [record.id, record.file === undefined ? undefined : files.get(record.file)]),
  );
  return claims.flatMap(({ row, record }): Issue[] => {
    const text = texts.get(record.source);
    if (text === undefined || record.span === undefined) return [];
    const anchor = anchorSpan(text, record.span);
    if (anchor.kind !== "moved") return [];
    const value = `${record.span.start}`;
    return [
      { file: "claims.csv", row, field: "start", value, expected: `the passage that was digested; ${anchor.reason}` },
    ];
  });
}

/**
 * What is wrong with the chain of custody, with the rows of its table.
 * @example
 * checkCustody([]) // => []
 */
export function checkCustody(custody: readonly TableRow<CustodyEntry>[]): readonly Issue[] {
  return verifyCustody(custody.map(({ record }) => record));
}

/**
 * Every policy whose source is not in the case.
 * @example
 * checkPolicies([], []) // => []
 */
export function checkPolicies(policies: readonly Policy[], sources: readonly TableRow<Source>[]): readonly Issue[] {
  const ids = new Set(sources.map(({ record }) => record.id));
  return policies.flatMap((policy, index): Issue[] => {
    if (policy.source === undefined || ids.has(policy.source)) return [];
    return [
      { file: "policies.yaml", field: `${index}.source`, value: policy.source, expected: "id of a row in sources.csv" },
    ];
  });
}
