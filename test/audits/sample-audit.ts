import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Account } from "../../src/accounts/account.ts";
import { auditCase } from "../../src/audits/audit-case.ts";
import type { AuditFinding } from "../../src/audits/audit-finding.ts";
import type { WitnessLabel } from "../../src/audits/audit-rule.ts";
import type { CasePackage } from "../../src/cases/case-package.ts";
import { evidenceOf } from "../../src/cases/evidence-of.ts";
import { parsePackage } from "../../src/cases/parse-package.ts";
import type { Claim } from "../../src/claims/claim.ts";
import { type Range, rangeFromBounds } from "../../src/values/range.ts";
import { claimWith, sourceWith } from "../cases/sample-package.ts";

/** A shipped case, read from its folder. */
export function shippedCase(id: "dprk" | "example"): CasePackage {
  const folder = new URL(`../../cases/${id}`, import.meta.url).pathname;
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" });
  const files = paths.filter((path) => statSync(join(folder, path)).isFile());
  const parsed = parsePackage(new Map(files.map((path) => [path, readFileSync(join(folder, path), "utf8")])));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  return parsed.value;
}

/** What the audits find in a shipped case. */
export function auditOf(pkg: CasePackage): readonly AuditFinding[] {
  return auditCase({ claims: pkg.claims, sources: pkg.sources, account: accountIn(pkg), witnesses: pkg.witnesses });
}

function accountIn(pkg: CasePackage): Account {
  const evidence = evidenceOf(pkg);
  if (!evidence.ok) throw new Error(JSON.stringify(evidence.issues));
  return evidence.value.account;
}

const account = accountIn(shippedCase("example"));

/** Two invented sources, the second later. */
const sources = [
  sourceWith({ id: "report-2013", published: "2013-05" }),
  sourceWith({ id: "press-2015", published: "2015" }),
];

/** What one rule finds among claims on the account of the example case. */
export function found(
  rule: string,
  claims: readonly Claim[],
  witnesses: readonly WitnessLabel[] = [],
): readonly AuditFinding[] {
  return auditCase({ claims, sources, account, witnesses }).filter((finding) => finding.rule === rule);
}

/** A range from `[low, high]`, a point from a number. */
function rangeOf(number: number | readonly [number | undefined, number | undefined]): Range {
  return typeof number === "number" ? rangeFromBounds(number, number) : rangeFromBounds(number[0], number[1]);
}

/** Workers in a place in 2012. */
export function people(
  place: string,
  number: number | readonly [number | undefined, number | undefined],
  fields: Partial<Claim> = {},
): Claim {
  return claimWith({ place, period: "2012", range: rangeOf(number), ...fields });
}

/** A share in per cent in Sahlim in 2012. */
export function share(measure: string, number: number | readonly [number, number], fields: Partial<Claim> = {}): Claim {
  return people("XC", number, { measure, statistic: "typical", unit: "percent", ...fields });
}

/** Dollars a person and month in Sahlim in 2012. */
export function pay(
  measure: string,
  number: number | readonly [number | undefined, number | undefined],
  fields: Partial<Claim> = {},
): Claim {
  const money = { unit: "money", currency: "USD", per: "person month" };
  return people("XC", number, { measure, statistic: "typical", ...money, ...fields });
}

/** Dollars a year in all the world in 2012. */
export function yearly(
  number: number | readonly [number | undefined, number | undefined],
  fields: Partial<Claim> = {},
): Claim {
  return people("world", number, { measure: "revenue", unit: "money", currency: "USD", per: "year", ...fields });
}
