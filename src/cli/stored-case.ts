import type { CasePackage } from "../cases/case-package.ts";
import { type CaseEvidence, evidenceOf } from "../cases/evidence-of.ts";
import { EvidenceError } from "../engine/evidence-error.ts";
import { type ReconcileOptions, reconcileCase } from "../engine/reconcile-case.ts";
import type { Reconciliation } from "../estimates/estimate.ts";
import type { Trace } from "../estimates/trace.ts";
import { traceQuantity } from "../estimates/trace-quantity.ts";
import type { Store } from "../store/store.ts";
import { InputError } from "./exit.ts";
import { progressOf } from "./progress.ts";
import type { Shell } from "./shell.ts";

/** The length and seed of a run, as options name them. */
export type RunLength = Pick<ReconcileOptions, "seed" | "chains" | "draws">;

/** What reconciling reads of a package. Ends the command when its account is not in order. */
export function evidenceIn(pkg: CasePackage): CaseEvidence {
  const evidence = evidenceOf(pkg);
  if (!evidence.ok) throw new InputError(`the account of ${pkg.id} is not in order`, evidence.issues);
  return evidence.value;
}

/** The reconciliation of a package, with a bar while it is drawn. */
export async function reconcilePackage(
  pkg: CasePackage,
  shell: Shell,
  length: RunLength = {},
): Promise<Reconciliation> {
  const bar = progressOf(shell, `Reconciling ${pkg.id}`);
  try {
    return await reconcileCase(evidenceIn(pkg), { ...length, onProgress: bar.update });
  } catch (error) {
    if (error instanceof EvidenceError)
      throw new InputError(`the evidence of ${pkg.id} is not in order`, error.problems);
    throw error;
  } finally {
    bar.end();
  }
}

/** Reconciles a stored case and keeps what came out. */
export async function reconcileStored(
  store: Store,
  id: string,
  { shell, length }: { shell: Shell; length?: RunLength },
): Promise<Reconciliation> {
  const reconciliation = await reconcilePackage(await store.cases.exportPackage(id), shell, length);
  await store.reconciliations.save(id, reconciliation, shell.clock().toISOString());
  return reconciliation;
}

/** The trace of a quantity of a stored case. Ends the command when the case has not been reconciled or has no such quantity. */
export async function traceStored(store: Store, id: string, quantity: string): Promise<Trace> {
  const latest = await store.reconciliations.latest(id);
  if (latest === undefined)
    throw new InputError(`${id} has not been reconciled yet; \`tributary reconcile --case ${id}\` does it`);
  const [pkg, estimates, claims] = await Promise.all([
    store.cases.exportPackage(id),
    store.estimates.list(id),
    store.claimResults.list(id),
  ]);
  const reconciliation = {
    kind: "reconciliation",
    input: latest.input,
    estimates,
    claims,
    diagnostics: latest.diagnostics,
  } as const;
  const trace = traceQuantity({ ...evidenceIn(pkg), reconciliation }, quantity);
  if (trace === undefined)
    throw new InputError(
      `there is no quantity "${quantity}" in ${id}; \`tributary estimates --case ${id}\` lists them`,
    );
  return trace;
}
