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
  test("[U20] gives what the words of the documents at hand show, with each passage in its text", async () => {
    const { texts, textsRead, rules } = await view();
    expect(textsRead).toBeGreaterThan(5);
    expect(texts).toHaveLength(1);
    const [chain] = texts;
    expect(chain).toMatchObject({ status: "open", finding: { rule: "told-chain" } });
    const [passage] = chain?.passages ?? [];
    const source = await (await bench.ask(`/api/cases/example/sources/${passage?.source}`)).json();
    const words = Array.from(String(source.text)).slice(passage?.start, passage?.end).join("").replace(/\s+/g, " ");
    const shown = passage?.pieces.map((piece) => piece.words).join("") ?? "";
    expect(shown).toContain(words);
    expect(rules.map(({ id }) => id)).toContain("told-chain");
  });
  test("[U20] audits documents beside the answers: others are served meanwhile, and the second time nothing is read", async () => {
    const texts = [{ id: "long", text: "Some 130% of the workers left. It cost $5. ".repeat(4_000) }];
    const began = performance.now();
    const audit = bench.auditor.audit(texts);
    expect((await bench.ask("/api/cases")).status).toBe(200);
    const served = performance.now() - began;
    const found = await audit;
    const took = performance.now() - began;
    expect(found.length).toBeGreaterThan(0);
    expect(served).toBeLessThan(took);
    expect(await bench.auditor.audit(texts.map((text) => ({ ...text })))).toBe(found);
  });
  test("[U21] gives the report as a file of its own", async () => {
    const answer = await bench.ask("/api/cases/example/audit/report");
    expect(answer.headers.get("content-type")).toContain("text/html");
    expect(answer.headers.get("content-disposition")).toBe('attachment; filename="audit-example.html"');
    expect((await answer.text()).match(/<article /g)).toHaveLength(17);
    expect((await bench.ask("/api/cases/nowhere/audit/report")).status).toBe(404);
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
  test("[U14] [U20] a finding in the words of a document is dismissed and stays so", async () => {
    const id = (await view()).texts[0]?.finding.id ?? "";
    expect((await judge(id, { decision: "dismissed", why: "a sum of another year" })).status).toBe(200);
    expect((await view()).texts[0]).toMatchObject({ status: "dismissed", decision: { why: "a sum of another year" } });
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
