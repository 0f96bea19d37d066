import type { Kysely } from "kysely";
import type { Appraisal, JointReadings, OriginInfluence, RivalReadings } from "../estimates/appraisal.ts";
import { drawsFromBytes, drawsToBytes, type ThinnedDraws } from "../estimates/thinned-draws.ts";
import type { Database } from "./database.ts";
import type { AppraisalStore } from "./parts.ts";
import type { AppraisalsRow, Tables } from "./tables.ts";

const ROWS_A_STATEMENT = 100;

/** What was asked of the draws of a case when it was last reconciled, and the draws themselves for what is asked later. */
export function appraisalStore({ db }: Database): AppraisalStore {
  const bodies = async (caseId: string, part: AppraisalsRow["part"]): Promise<readonly string[]> => {
    const rows = await db
      .selectFrom("appraisals")
      .select("body")
      .where("case_id", "=", caseId)
      .where("part", "=", part)
      .orderBy("position")
      .execute();
    return rows.map((row) => row.body);
  };
  return {
    async get(caseId) {
      const row = await db.selectFrom("draws").select("input").where("case_id", "=", caseId).executeTakeFirst();
      const [check] = await bodies(caseId, "check");
      if (row === undefined || check === undefined) return undefined;
      const [influence, readings, joint] = await Promise.all([
        bodies(caseId, "influence"),
        bodies(caseId, "readings"),
        bodies(caseId, "joint"),
      ]);
      return {
        kind: "appraisal",
        input: row.input,
        influence: influence.map((body): OriginInfluence => JSON.parse(body)),
        check: JSON.parse(check),
        readings: readings.map((body): RivalReadings => JSON.parse(body)),
        joint: joint.map((body): JointReadings => JSON.parse(body)),
      };
    },
    async draws(caseId) {
      const row = await db
        .selectFrom("draws")
        .select(["input", "width", "bytes"])
        .where("case_id", "=", caseId)
        .executeTakeFirst();
      return row === undefined ? undefined : { input: row.input, draws: drawsFromBytes(row.bytes, row.width) };
    },
  };
}

/** Keeps draws and appraisal of a case in which there are none. */
export async function saveAppraisal(
  db: Kysely<Tables>,
  caseId: string,
  { input, draws, appraisal }: { readonly input: string; readonly draws: ThinnedDraws; readonly appraisal: Appraisal },
): Promise<void> {
  const bytes = Buffer.from(drawsToBytes(draws));
  await db.insertInto("draws").values({ case_id: caseId, input, width: draws.width, bytes }).execute();
  const { influence, check, readings, joint } = appraisal;
  const rows = [
    ...influence.map((one) => ({ part: "influence" as const, id: one.origin, body: JSON.stringify(one) })),
    { part: "check" as const, id: "", body: JSON.stringify(check) },
    ...readings.map((one) => ({ part: "readings" as const, id: one.measure, body: JSON.stringify(one) })),
    ...joint.map((one) => ({
      part: "joint" as const,
      id: `${one.chain} ${one.claims[0] ?? ""}`,
      body: JSON.stringify(one),
    })),
  ].map((row, position) => ({ case_id: caseId, position, ...row }));
  for (let from = 0; from < rows.length; from += ROWS_A_STATEMENT)
    await db
      .insertInto("appraisals")
      .values(rows.slice(from, from + ROWS_A_STATEMENT))
      .execute();
}
