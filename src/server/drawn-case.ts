import { drawsFit } from "../engine/ask-draws.ts";
import type { ReconcileInput } from "../engine/reconcile-case.ts";
import type { Appraisal } from "../estimates/appraisal.ts";
import type { ThinnedDraws } from "../estimates/thinned-draws.ts";
import { Refusal } from "./errors.ts";
import type { LoadedCase } from "./loaded-case.ts";
import type { Workbench } from "./workbench.ts";

const NOT_YET = "This case has not been reconciled yet. It can be asked as soon as reconciling is done.";

/** What was asked of a case's draws when it was last reconciled. Throws a refusal where it never was. */
export async function appraisalOf({ store }: Workbench, id: string): Promise<Appraisal> {
  const found = await store.appraisals.get(id);
  if (found === undefined) throw new Refusal(409, NOT_YET);
  return found;
}

/** A case with the draws that it was last reconciled to. Throws a refusal where there are none, or they are of another state of it. */
export async function drawnCase(
  { shelf, store }: Workbench,
  id: string,
): Promise<{ readonly loaded: LoadedCase; readonly input: ReconcileInput; readonly draws: ThinnedDraws }> {
  const loaded = await shelf.load(id);
  const kept = await store.appraisals.draws(id);
  if (kept === undefined) throw new Refusal(409, NOT_YET);
  const input = {
    account: loaded.account,
    claims: loaded.claims.map(({ claim }) => claim),
    sources: loaded.sources.map(({ source }) => source),
  };
  if (!drawsFit(kept.input, input))
    throw new Refusal(
      409,
      "The claims, sources or account have changed since the case was reconciled. Reconcile it first.",
    );
  return { loaded, input, draws: kept.draws };
}
