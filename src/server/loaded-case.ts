import type { Account } from "../accounts/account.ts";
import { parseAccount } from "../accounts/parse-account.ts";
import type { CaseSummary, ClaimView, SourceView } from "../cases/views.ts";
import type { Reconciliation } from "../estimates/estimate.ts";
import type { Store } from "../store/store.ts";
import { badData, notFound } from "./errors.ts";

/** A case as the routes read it: its account, claims and sources, with what was last reconciled. */
export interface LoadedCase {
  readonly summary: CaseSummary;
  readonly account: Account;
  readonly claims: readonly ClaimView[];
  readonly sources: readonly SourceView[];
  /** Absent until the case has been reconciled. */
  readonly reconciliation?: Reconciliation;
  /** ISO time at which it was kept. */
  readonly at?: string;
}

/** Cases kept in memory as long as neither their truth nor their estimates change; it owns that memory. */
export class CaseShelf {
  readonly #store: Store;
  readonly #shelf = new Map<string, { key: string; loaded: Promise<LoadedCase> }>();

  constructor(store: Store) {
    this.#store = store;
  }

  /** The case as it stands now. Throws a refusal when there is none. */
  async load(id: string): Promise<LoadedCase> {
    const [revision, latest] = await Promise.all([
      this.#store.cases.revision(id),
      this.#store.reconciliations.latest(id),
    ]);
    const key = `${revision} ${latest?.at ?? ""}`;
    const kept = this.#shelf.get(id);
    if (kept?.key === key) return kept.loaded;
    const loaded = load(this.#store, id);
    this.#shelf.set(id, { key, loaded });
    loaded.catch(() => this.#shelf.delete(id));
    return loaded;
  }

  /** Forgets a case, after something that its revision does not count. */
  forget(id: string): void {
    this.#shelf.delete(id);
  }
}

async function load(store: Store, id: string): Promise<LoadedCase> {
  const summary = await caseSummary(store, id);
  const [account, claims, sources, latest] = await Promise.all([
    accountOf(store, id),
    store.claims.list(id),
    store.sources.list(id),
    store.reconciliations.latest(id),
  ]);
  const base = { summary, account, claims: claims.claims, sources };
  if (latest === undefined) return base;
  const [estimates, results] = await Promise.all([store.estimates.list(id), store.claimResults.list(id)]);
  return {
    ...base,
    at: latest.at,
    reconciliation: {
      kind: "reconciliation",
      input: latest.input,
      estimates,
      claims: results,
      diagnostics: latest.diagnostics,
    },
  };
}

/** The case's line in the list of cases. Throws a refusal when there is none. */
export async function caseSummary(store: Store, id: string): Promise<CaseSummary> {
  const summary = await store.cases.get(id);
  if (summary === undefined) throw notFound("case", id, "GET /api/cases lists those there are.");
  return summary;
}

async function accountOf(store: Store, id: string): Promise<Account> {
  const text = await store.files.get(id, "account.yaml");
  const account = text === undefined ? undefined : parseAccount(text, "account.yaml");
  if (account === undefined)
    throw badData([{ file: "account.yaml", expected: "the account of the case, and it has none" }]);
  if (!account.ok) throw badData(account.issues);
  return account.value;
}
