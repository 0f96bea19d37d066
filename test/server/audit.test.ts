import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { AuditViewSchema, DecidedFindingSchema } from "../../src/server/schemas/audit.ts";
import { openBench, type TestBench } from "./bench.ts";

let bench: TestBench;

beforeAll(async () => {
  bench = await openBench();
});
afterAll(() => bench.close());

const view = async () => AuditViewSchema.parse(await (await bench.ask("/api/cases/example/audit")).json());

const judge = (finding: string, body: unknown) =>
  bench.ask(`/api/cases/example/audit/${finding}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });

describe("GET audit", () => {
  test("gives the findings, every claim that they name, and the rules", async () => {
    const { findings, claims, rules } = await view();
    const held = new Set(claims.map(({ claim }) => claim.id));
    expect(findings).toHaveLength(16);
    expect(findings.flatMap(({ finding }) => finding.claims).filter((id) => !held.has(id))).toEqual([]);
    expect(rules.map(({ id }) => id)).toContain("deduction-chain");
  });
  test("says that there is no such case", async () => {
    expect((await bench.ask("/api/cases/nowhere/audit")).status).toBe(404);
  });
});

describe("POST audit/{finding}", () => {
  test("[U14] keeps a decision, and the last one holds", async () => {
    const [first] = (await view()).findings;
    const id = first?.finding.id ?? "";
    const dismissed = await judge(id, { decision: "dismissed", why: "of another year" });
    expect(DecidedFindingSchema.parse(await dismissed.json())).toMatchObject({ status: "dismissed" });
    const after = (await view()).findings.find(({ finding }) => finding.id === id);
    expect(after).toMatchObject({ status: "dismissed", decision: { why: "of another year", by: "analyst" } });
    await judge(id, { decision: "confirmed", by: "R. Holm" });
    expect((await view()).findings.find(({ finding }) => finding.id === id)).toMatchObject({ status: "confirmed" });
  });
  test("refuses a dismissal without a reason, another word, and a finding that there is not", async () => {
    const [first] = (await view()).findings;
    const id = first?.finding.id ?? "";
    expect((await judge(id, { decision: "dismissed" })).status).toBe(400);
    expect((await judge(id, { decision: "dismissed", why: "  " })).status).toBe(400);
    expect((await judge(id, { decision: "liked" })).status).toBe(400);
    expect((await judge("f000000000000", { decision: "confirmed" })).status).toBe(404);
  });
});
