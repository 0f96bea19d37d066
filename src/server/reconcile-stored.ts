import { type CaseEvidence, evidenceOf } from "../cases/evidence-of.ts";
import { type ReconcileOptions, reconcileCase } from "../engine/reconcile-case.ts";
import type { Reconciliation } from "../estimates/estimate.ts";
import { inputDigest } from "../estimates/input-digest.ts";
import type { Store } from "../store/store.ts";
import { describeIssue } from "../values/issue.ts";

/** The reconciliation of a stored case, as its account and claims stand now. */
export async function reconcileStored(
  store: Store,
  caseId: string,
  run: ReconcileOptions = {},
): Promise<Reconciliation> {
  return reconcileCase(await storedEvidence(store, caseId), run);
}

/** A function that gives the digest of what a stored case would be reconciled from now; worked out once for each revision. */
export function storedInput(store: Store): (caseId: string) => Promise<string> {
  const known = new Map<string, { revision: number; digest: Promise<string> }>();
  return async (caseId) => {
    const revision = await store.cases.revision(caseId);
    const kept = known.get(caseId);
    if (kept?.revision === revision) return kept.digest;
    const digest = storedEvidence(store, caseId).then(inputDigest);
    known.set(caseId, { revision, digest });
    digest.catch(() => known.delete(caseId));
    return digest;
  };
}

async function storedEvidence(store: Store, caseId: string): Promise<CaseEvidence> {
  const evidence = evidenceOf(await store.cases.exportPackage(caseId));
  if (!evidence.ok) throw new Error(`the account is not in order: ${evidence.issues.map(describeIssue).join("; ")}`);
  return evidence.value;
}
