import { drawsFit } from "../engine/ask-draws.ts";
import type { ReconcileInput } from "../engine/reconcile-case.ts";
import type { Appraisal } from "../estimates/appraisal.ts";
import type { ThinnedDraws } from "../estimates/thinned-draws.ts";
import type { Store } from "../store/store.ts";
import { InputError } from "./exit.ts";
import { evidenceIn } from "./stored-case.ts";

/** What was asked of a stored case's draws when it was last reconciled. Ends the command where it never was. */
export async function appraisalOf(store: Store, id: string): Promise<Appraisal> {
  const found = await store.appraisals.get(id);
  if (found === undefined) throw notReconciled(id);
  return found;
}

/** What reconciling reads of a stored case, with the draws that it gave last. Ends the command where they are of another state of it. */
export async function drawnCase(
  store: Store,
  id: string,
): Promise<{ readonly input: ReconcileInput; readonly draws: ThinnedDraws }> {
  const kept = await store.appraisals.draws(id);
  if (kept === undefined) throw notReconciled(id);
  const input = evidenceIn(await store.cases.exportPackage(id));
  if (!drawsFit(kept.input, input))
    throw new InputError(`the claims of ${id} have changed since; run \`tributary reconcile --case ${id}\` first`);
  return { input, draws: kept.draws };
}

function notReconciled(id: string): InputError {
  return new InputError(`${id} has not been reconciled yet; \`tributary reconcile --case ${id}\` does it`);
}
