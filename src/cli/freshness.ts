import type { CasePackage } from "../cases/case-package.ts";
import { firstLookInput } from "../engine/reconcile-case.ts";
import { inputDigest } from "../estimates/input-digest.ts";
import type { Store } from "../store/store.ts";
import type { Shell } from "./shell.ts";
import { evidenceIn } from "./stored-case.ts";

/** How the estimates of a case stand to its claims: there are none, they fit, they are older, or they are a short first run. */
export type Freshness = "none" | "fresh" | "stale" | "first look";

/** How long the workbench may take to say that it has begun. */
const PATIENCE_MS = 5000;

/** How the estimates of a stored case stand to its claims. */
export async function freshnessOf(store: Store, pkg: CasePackage): Promise<Freshness> {
  const latest = await store.reconciliations.latest(pkg.id);
  if (latest === undefined) return "none";
  const digest = inputDigest(evidenceIn(pkg));
  if (latest.input === digest) return "fresh";
  return latest.input === firstLookInput(digest) ? "first look" : "stale";
}

/** Warns, in one line, of estimates that do not show what the claims say now. Whether it had to. */
export async function warnIfStale(store: Store, pkg: CasePackage, shell: Shell): Promise<boolean> {
  const freshness = await freshnessOf(store, pkg);
  const run = `run tributary reconcile --case ${pkg.id}`;
  if (freshness === "stale") shell.err(`stale: the claims have changed since; ${run}`);
  if (freshness === "first look") shell.err(`a first look, drawn from few draws; wait for the workbench, or ${run}`);
  return freshness === "stale" || freshness === "first look";
}

/** After a change: has the running workbench reconcile the case, or says what does. Silent when the estimates still fit. */
export async function tendEstimates(store: Store, id: string, shell: Shell): Promise<void> {
  const freshness = await freshnessOf(store, await store.cases.exportPackage(id));
  if (freshness === "fresh") return;
  const state = freshness === "none" ? "not reconciled yet" : "the estimates are stale now";
  const address = store.workbench;
  if (address !== undefined && (await startAt(address, id)))
    return shell.err(`${id}: ${state}; the workbench at ${new URL(address).origin} is reconciling it`);
  shell.err(
    `${id}: ${state}; \`tributary reconcile --case ${id}\` does it, and so does the next start of the workbench`,
  );
}

/** Asks the workbench at an address with its token to reconcile a case. Whether it will. */
async function startAt(address: string, id: string): Promise<boolean> {
  const url = new URL(`/api/cases/${encodeURIComponent(id)}/reconciling`, address);
  const authorization = `Bearer ${new URL(address).searchParams.get("token") ?? ""}`;
  const signal = AbortSignal.timeout(PATIENCE_MS);
  const answer = await fetch(url, { method: "POST", headers: { authorization }, signal }).catch(() => undefined);
  return answer?.ok === true;
}
