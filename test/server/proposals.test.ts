import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { z } from "zod";
import { DecidedSchema, ProposalPassageSchema, QueueSchema } from "../../src/server/schemas/proposals.ts";
import { openBench, type TestBench } from "./bench.ts";

let bench: TestBench;

beforeAll(async () => {
  bench = await openBench();
  await read();
});
afterAll(() => bench.close());

type Queue = z.infer<typeof QueueSchema>;

const queue = async (query = ""): Promise<Queue> =>
  QueueSchema.parse(await (await bench.ask(`/api/cases/example/proposals${query}`)).json());

/** Asks until every text has been read. */
async function read(): Promise<Queue> {
  for (;;) {
    const asked = await queue();
    if (asked.unread === 0) return asked;
  }
}

const post = (path: string, body: unknown) =>
  bench.ask(`/api/cases/example/proposals/${path}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
const decided = async (answer: Response) => DecidedSchema.parse(await answer.json()).decisions;
const completed = { statedBy: "Odile Brannock", measure: "workers", place: "XB", period: "2012", unit: "persons" };

describe("GET proposals", () => {
  test("[Q1] gives what waits in the texts of the case, with the claim that each would be and what that lacks", async () => {
    const { proposals, counts, total, sources } = await queue("?limit=5");
    expect(proposals).toHaveLength(5);
    expect(total).toBe(counts.open);
    expect(counts).toMatchObject({ accepted: 0, corrected: 0, rejected: 0 });
    expect(sources.reduce((sum, { open }) => sum + open, 0)).toBe(counts.open);
    for (const { missing, draft, paraphrase } of proposals) {
      expect(missing.includes("measure")).toBe(draft.measure === undefined);
      expect(paraphrase).not.toBe("");
    }
  });

  test("[Q5] numbers that are claims of the case already do not wait, and lead to the claim", async () => {
    const { proposals, counts } = await queue("?status=claimed&limit=3");
    expect(counts.claimed).toBeGreaterThan(10);
    const claim = proposals[0]?.claim ?? "";
    expect((await bench.ask(`/api/cases/example/claims/${claim}`)).status).toBe(200);
  });

  test("narrows by source, measure and status, and refuses a status that there is not", async () => {
    const { proposals, sources } = await queue("?source=aldren-2013");
    expect(new Set(proposals.map(({ proposal }) => proposal.source))).toEqual(new Set(["aldren-2013"]));
    expect(proposals.length).toBe(sources.find(({ id }) => id === "aldren-2013")?.open);
    const without = await queue("?measure=-");
    expect(without.proposals.every(({ proposal }) => proposal.measure === undefined)).toBe(true);
    expect((await bench.ask("/api/cases/example/proposals?status=liked")).status).toBe(400);
    expect((await bench.ask("/api/cases/nowhere/proposals")).status).toBe(404);
  });
});

describe("GET proposals/{proposal}", () => {
  test("[Q8] gives the passage in its text, with the number at its place", async () => {
    const [first] = (await queue("?limit=1")).proposals;
    const id = first?.proposal.id ?? "";
    const answer = await bench.ask(`/api/cases/example/proposals/${id}`);
    const { view, passage } = ProposalPassageSchema.parse(await answer.json());
    expect(passage.anchor.kind).toBe("exact");
    const { start, end } = view.proposal.number;
    const number = [...passage.words].slice(start - passage.start, end - passage.start).join("");
    expect(number).toMatch(/\d|[a-z]/);
    expect((await bench.ask("/api/cases/example/proposals/p000000000000")).status).toBe(404);
  });
});

describe("POST proposals", () => {
  test("[Q2] accepting what lacks something is refused with the fields, and nothing is kept", async () => {
    const lacking = (await queue()).proposals.find(({ missing }) => missing.length > 0);
    const one = { id: lacking?.proposal.id, paraphrase: lacking?.paraphrase };
    const refused = await post("accept", { proposals: [one] });
    expect(refused.status).toBe(422);
    const { error } = (await refused.json()) as { error: { issues: { field: string }[] } };
    expect(error.issues.map(({ field }) => field)).toEqual(lacking?.missing);
    expect((await post("accept", { proposals: [{ id: one.id, paraphrase: " " }] })).status).toBe(400);
    expect((await queue()).counts.accepted).toBe(0);
  });

  test("[Q3] [Q4] a corrected proposal is a claim with who corrected it, until that is undone", async () => {
    const before = await queue("?limit=1");
    const [first] = before.proposals;
    const id = first?.proposal.id ?? "";
    const draft = { ...first?.draft, ...completed, low: 4321, high: 4321 };
    const made = await decided(await post(`${id}/correct`, { by: "R. Holm", draft, paraphrase: "Counted anew" }));
    expect(made).toMatchObject([{ decision: "corrected", subject: id, by: "R. Holm" }]);
    const claim = await (await bench.ask(`/api/cases/example/claims/${made[0]?.claim}`)).json();
    expect(claim).toMatchObject({
      accepted: { by: "R. Holm", decision: "corrected" },
      claim: { paraphrase: "Counted anew" },
    });
    const again = await post(`${id}/correct`, { by: "T. Osk", draft, paraphrase: "Counted anew" });
    expect(again.status).toBe(409);
    expect(JSON.stringify(await again.json())).toContain("was corrected by R. Holm");
    expect((await queue("?status=corrected")).proposals[0]).toMatchObject({ decision: { by: "R. Holm" } });
    expect(await decided(await post("undo", { by: "R. Holm" }))).toMatchObject([
      { decision: "withdrawn", subject: id },
    ]);
    expect((await bench.ask(`/api/cases/example/claims/${made[0]?.claim}`)).status).toBe(404);
    expect((await queue("?limit=1")).counts).toEqual(before.counts);
  });

  test("[Q6] [Q7] many are rejected in one go, do not come back, and are taken back by name", async () => {
    const ids = (await queue("?limit=3")).proposals.map(({ proposal }) => proposal.id);
    const made = await decided(await post("reject", { ids, why: "of no group" }));
    expect(new Set(made.map(({ at }) => at)).size).toBe(1);
    await bench.store.dropDerived("example");
    const after = await read();
    expect(after.counts.rejected).toBe(3);
    expect(after.proposals.some(({ proposal }) => ids.includes(proposal.id))).toBe(false);
    expect((await post("reject", { ids })).status).toBe(409);
    expect((await queue("?status=rejected")).proposals[0]).toMatchObject({ decision: { why: "of no group" } });
    expect(await decided(await post("undo", { by: "T. Osk", ids }))).toHaveLength(3);
    expect((await queue()).counts.rejected).toBe(0);
  });

  test("[Q8] a claim whose words have moved is shown as moved", async () => {
    const [first] = (await queue("?source=dalmuri-2014&limit=1")).proposals;
    const id = first?.proposal.id ?? "";
    await post(`${id}/correct`, { draft: { ...first?.draft, ...completed }, paraphrase: "Counted" });
    expect((await queue()).moved).toEqual([]);
    const text = `Invented preface.\n\n${await bench.store.copies.text("example", "dalmuri-2014")}`;
    await bench.store.copies.attach("example", "dalmuri-2014", { bytes: Buffer.from(text), mediaType: "", text });
    expect((await read()).moved).toMatchObject([{ source: "dalmuri-2014", paraphrase: "Counted" }]);
    await post("undo", { ids: [id] });
    expect((await queue()).moved).toEqual([]);
    await bench.store.copies.detach("example", "dalmuri-2014");
  });
});
