import { parseAccount } from "../accounts/parse-account.ts";
import type { Issue, Parsed } from "../values/issue.ts";
import { parseTable, type TableDef, type TableRow } from "../values/table.ts";
import { type DescribedPackage, parseCaseDescription } from "./case-description.ts";
import type { CasePackage } from "./case-package.ts";
import {
  checkCopies,
  checkCustody,
  checkDerivations,
  checkPolicies,
  checkReferences,
  checkSpans,
  checkSpeakers,
  type ReadTable,
} from "./check-package.ts";
import { checkPaths, checkWritten, writtenFiles } from "./package-files.ts";
import { parsePolicies } from "./policy.ts";
import { tables } from "./tables/index.ts";

/** How many issues are told at once; nobody mends more in one go. */
const MOST_ISSUES = 1000;

/** What reading goes by: the files, and where what is wrong with them is gathered. */
interface Reading {
  readonly files: ReadonlyMap<string, string>;
  readonly issues: Issue[];
}

/** Adds issues one by one: there may be more of them than a call takes arguments. */
function tell(issues: Issue[], found: readonly Issue[]): void {
  for (const issue of found) issues.push(issue);
}

/** The value that was parsed; what is wrong with it is gathered, and it is then absent. */
function gather<T>(parsed: Parsed<T>, { issues }: Reading): T | undefined {
  if (parsed.ok) return parsed.value;
  tell(issues, parsed.issues);
  return undefined;
}

/** The rows of a table; none when the package does not have it, absent when it cannot be read. */
function readTable<T>(def: TableDef<T>, reading: Reading): readonly TableRow<T>[] | undefined {
  const text = reading.files.get(def.path);
  return text === undefined ? [] : gather(parseTable(def, text), reading);
}

function readTables(reading: Reading) {
  return {
    sources: readTable(tables.sources, reading),
    custody: readTable(tables.custody, reading),
    witnesses: readTable(tables.witnesses, reading),
    consents: readTable(tables.consents, reading),
    claims: readTable(tables.claims, reading),
    decisions: readTable(tables.decisions, reading),
    parties: readTable(tables.parties, reading),
  };
}

type ReadTables = ReturnType<typeof readTables>;

/** A table for the checks that hold for every table alike; none when it could not be read. */
function readable<T>(def: TableDef<T>, rows: readonly TableRow<T>[] | undefined): readonly ReadTable[] {
  return rows === undefined ? [] : [{ def, rows }];
}

/** What is wrong between the tables, as far as both sides of each could be read. */
function crossCheck(read: ReadTables, files: ReadonlyMap<string, string>): readonly Issue[] {
  const { sources, claims, witnesses, custody } = read;
  const every = [
    ...readable(tables.sources, sources),
    ...readable(tables.custody, custody),
    ...readable(tables.witnesses, witnesses),
    ...readable(tables.consents, read.consents),
    ...readable(tables.claims, claims),
    ...readable(tables.decisions, read.decisions),
  ];
  return [
    ...checkReferences(every),
    ...(custody ? checkCustody(custody) : []),
    ...(claims ? checkDerivations(claims) : []),
    ...(claims && witnesses ? checkSpeakers(claims, witnesses) : []),
    ...(sources ? checkCopies(sources, files) : []),
    ...(claims && sources ? checkSpans(claims, sources, files) : []),
  ];
}

function readPolicies(reading: Reading, { sources }: ReadTables) {
  const text = reading.files.get("policies.yaml");
  const policies = text === undefined ? [] : gather(parsePolicies("policies.yaml", text), reading);
  if (policies !== undefined && sources !== undefined) tell(reading.issues, checkPolicies(policies, sources));
  return policies;
}

function readDescription(reading: Reading): DescribedPackage | undefined {
  const text = reading.files.get("datapackage.json");
  const described = text === undefined ? undefined : gather(parseCaseDescription(text), reading);
  const gone = described?.listed.filter((path) => !reading.files.has(path)) ?? [];
  for (const file of gone) reading.issues.push({ file, expected: "this file, which datapackage.json lists" });
  return described;
}

/** What is wrong with a file that is kept as written: with its text, or else with what an account says. */
function problemsOf(path: string, text: string): readonly Issue[] {
  const written = checkWritten(path, text);
  if (written.length > 0 || path !== "account.yaml") return written;
  const account = parseAccount(text, path);
  return account.ok ? [] : account.issues;
}

/** The files that are kept as written, checked; `policies.yaml` tells of itself where it is read. */
function readWritten(reading: Reading): ReadonlyMap<string, string> {
  const written = writtenFiles(reading.files);
  for (const [path, text] of written) {
    if (path === "policies.yaml" && !text.includes("\r") && !text.startsWith("\uFEFF")) continue;
    tell(reading.issues, problemsOf(path, text));
  }
  return written;
}

function recordsOf<T>(def: TableDef<T>, rows: readonly TableRow<T>[] | undefined): readonly T[] {
  const records = (rows ?? []).map(({ record }) => record);
  return def.compare === undefined ? records : records.sort((left, right) => def.compare?.(left, right) ?? 0);
}

function limited(issues: readonly Issue[]): readonly Issue[] {
  if (issues.length <= MOST_ISSUES) return issues;
  const more: Issue = {
    file: "the package",
    expected: `fewer mistakes; ${issues.length - MOST_ISSUES} more are not listed`,
  };
  return [...issues.slice(0, MOST_ISSUES), more];
}

/**
 * The case in a package's files (text by path), or everything that is wrong with it: whole or not at all.
 * @example
 * parsePackage(new Map()).ok // => false
 */
export function parsePackage(files: ReadonlyMap<string, string>): Parsed<CasePackage> {
  const reading: Reading = { files, issues: [] };
  const described = readDescription(reading);
  const read = readTables(reading);
  const sources = read.sources?.map(({ record }) => record);
  tell(reading.issues, checkPaths([...files.keys()], sources));
  const written = readWritten(reading);
  const policies = readPolicies(reading, read);
  tell(reading.issues, crossCheck(read, files));
  if (described === undefined || policies === undefined || reading.issues.length > 0)
    return { ok: false, issues: limited(reading.issues) };
  const value: CasePackage = {
    kind: "case package",
    ...described.description,
    sources: recordsOf(tables.sources, read.sources),
    custody: recordsOf(tables.custody, read.custody),
    witnesses: recordsOf(tables.witnesses, read.witnesses),
    consents: recordsOf(tables.consents, read.consents),
    claims: recordsOf(tables.claims, read.claims),
    decisions: recordsOf(tables.decisions, read.decisions),
    parties: recordsOf(tables.parties, read.parties),
    policies,
    files: written,
  };
  return { ok: true, value };
}
