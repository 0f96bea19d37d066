import type { Account } from "../accounts/account.ts";
import { parseAccount } from "../accounts/parse-account.ts";
import type { Claim } from "../claims/claim.ts";
import type { Source } from "../sources/source.ts";
import type { Parsed } from "../values/issue.ts";
import type { CasePackage } from "./case-package.ts";

/** What reconciling reads of a case. */
export interface CaseEvidence {
  readonly account: Account;
  readonly claims: readonly Claim[];
  readonly sources: readonly Source[];
}

/**
 * What reconciling reads of a case package: its account, claims and sources; or what is wrong with its account.
 * @example
 * evidenceOf({ claims: [], sources: [], files: new Map() }).ok // => false
 */
export function evidenceOf(pkg: Pick<CasePackage, "claims" | "sources" | "files">): Parsed<CaseEvidence> {
  const file = "account.yaml";
  const text = pkg.files.get(file);
  if (text === undefined) return { ok: false, issues: [{ file, expected: "this file, which every case package has" }] };
  const account = parseAccount(text, file);
  return account.ok
    ? { ok: true, value: { account: account.value, claims: pkg.claims, sources: pkg.sources } }
    : account;
}
