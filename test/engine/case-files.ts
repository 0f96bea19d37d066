import { parseAccount } from "../../src/accounts/parse-account.ts";
import { parsePackage } from "../../src/cases/parse-package.ts";
import type { ReconcileInput } from "../../src/engine/reconcile-case.ts";
import { readCaseFolder } from "../../src/readers/case-folder.ts";

/** What reconciling needs of a shipped case. */
export async function shippedCase(folder: string): Promise<ReconcileInput> {
  const files = await readCaseFolder(folder);
  if (!files.ok) throw new Error(JSON.stringify(files.issues));
  const read = parsePackage(files.value);
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  const account = parseAccount(files.value.get("account.yaml") ?? "", "account.yaml");
  if (!account.ok) throw new Error(JSON.stringify(account.issues));
  return { account: account.value, claims: read.value.claims, sources: read.value.sources };
}
