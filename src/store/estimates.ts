import type { Kysely } from "kysely";
import type { ClaimResult, Estimate, Reconciliation } from "../estimates/estimate.ts";
import { saveAppraisal } from "./appraisals.ts";
import type { Database } from "./database.ts";
import type { ClaimResultStore, EstimateStore, ReconciliationStore } from "./parts.ts";
import type { Tables } from "./tables.ts";
import { transact } from "./transaction.ts";

const ROWS_A_STATEMENT = 500;

/** What reconciling gave last, case by case. */
export function reconciliationStore(database: Database): ReconciliationStore {
  const { db } = database;
  return {
    async save(caseId, reconciliation, at) {
      await transact(db, (trx) => save(trx, caseId, { reconciliation, at }));
      database.wrote();
    },
    async latest(caseId) {
      const row = await db
        .selectFrom("reconciliations")
        .select(["at", "input", "diagnostics"])
        .where("case_id", "=", caseId)
        .executeTakeFirst();
      return row === undefined ? undefined : { ...row, diagnostics: JSON.parse(row.diagnostics) };
    },
  };
}

/** The estimates of cases. */
export function estimateStore({ db }: Database): EstimateStore {
  return {
    async list(caseId, { measure, place, occupation, year } = {}) {
      let query = db.selectFrom("estimates").select("body").where("case_id", "=", caseId);
      if (measure !== undefined) query = query.where("measure", "=", measure);
      if (place !== undefined) query = query.where("place", "=", place);
      if (occupation !== undefined) query = query.where("occupation", "=", occupation === "all" ? "" : occupation);
      if (year !== undefined) query = query.where("year", "=", year);
      const rows = await query.orderBy("position").execute();
      return rows.map((row): Estimate => JSON.parse(row.body));
    },
    async get(caseId, quantity) {
      const row = await db
        .selectFrom("estimates")
        .select("body")
        .where("case_id", "=", caseId)
        .where("quantity", "=", quantity)
        .executeTakeFirst();
      return row === undefined ? undefined : JSON.parse(row.body);
    },
  };
}

/** What reconciling says of each claim. */
export function claimResultStore({ db }: Database): ClaimResultStore {
  return {
    list: async (caseId) => [...(await loadClaimResults(db, caseId)).values()],
    async get(caseId, claim) {
      const row = await db
        .selectFrom("claim_results")
        .select("body")
        .where("case_id", "=", caseId)
        .where("claim", "=", claim)
        .executeTakeFirst();
      return row === undefined ? undefined : JSON.parse(row.body);
    },
  };
}

/** Results of the case by id of claim, in the order in which reconciling gave them. */
export async function loadClaimResults(db: Kysely<Tables>, caseId: string): Promise<ReadonlyMap<string, ClaimResult>> {
  const rows = await db
    .selectFrom("claim_results")
    .select(["claim", "body"])
    .where("case_id", "=", caseId)
    .orderBy("position")
    .execute();
  return new Map(rows.map((row): [string, ClaimResult] => [row.claim, JSON.parse(row.body)]));
}

/** Throws away what reconciling gave for the case. */
export async function dropEstimates(db: Kysely<Tables>, caseId: string): Promise<void> {
  for (const table of ["reconciliations", "estimates", "claim_results", "draws", "appraisals"] as const) {
    await db.deleteFrom(table).where("case_id", "=", caseId).execute();
  }
}

async function save(
  db: Kysely<Tables>,
  caseId: string,
  { reconciliation, at }: { readonly reconciliation: Reconciliation; readonly at: string },
): Promise<void> {
  const { estimates, claims, diagnostics, input, appraisal, draws } = reconciliation;
  await dropEstimates(db, caseId);
  const run = { case_id: caseId, at, input, diagnostics: JSON.stringify(diagnostics) };
  await db.insertInto("reconciliations").values(run).execute();
  for (const rows of parts(estimates.toSorted(byQuantity).map(estimateRow)))
    await db
      .insertInto("estimates")
      .values(rows.map((row) => ({ case_id: caseId, ...row })))
      .execute();
  for (const rows of parts(claims.map(resultRow)))
    await db
      .insertInto("claim_results")
      .values(rows.map((row) => ({ case_id: caseId, ...row })))
      .execute();
  if (appraisal && draws && draws.count > 0) await saveAppraisal(db, caseId, { input, draws, appraisal });
}

function estimateRow(estimate: Estimate, position: number) {
  const { quantity, measure, place = "", occupation = "", year = null } = estimate;
  return { quantity, measure, place, occupation, year, position, body: JSON.stringify(estimate) };
}

function resultRow(result: ClaimResult, position: number) {
  return { claim: result.claim, position, body: JSON.stringify(result) };
}

/** By measure, place, occupation (all work first), year. */
function byQuantity(left: Estimate, right: Estimate): number {
  for (const part of ["measure", "place", "occupation"] as const) {
    const [one, other] = [left[part] ?? "", right[part] ?? ""];
    if (one !== other) return one < other ? -1 : 1;
  }
  return (left.year ?? 0) - (right.year ?? 0);
}

function* parts<T>(rows: readonly T[]): Generator<readonly T[]> {
  for (let from = 0; from < rows.length; from += ROWS_A_STATEMENT) yield rows.slice(from, from + ROWS_A_STATEMENT);
}
