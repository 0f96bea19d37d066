import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import {
  ConflictViewSchema,
  JointReadingsSchema,
  NextFactsSchema,
  OriginInfluenceSchema,
  PredictiveCheckSchema,
  RivalReadingsSchema,
  WhatIfSchema,
} from "../../src/server/schemas/appraisal.ts";
import { openBench, type TestBench } from "./bench.ts";

const Conflicts = z.object({
  conflicts: z.array(ConflictViewSchema),
  check: PredictiveCheckSchema,
  readings: z.array(RivalReadingsSchema),
  joint: z.array(JointReadingsSchema),
});
const Influence = z.object({ influence: z.array(OriginInfluenceSchema) });
const BASE = "/api/cases/example";
const FIGURE = "workers.world.2012";

let bench: TestBench;

const get = async (path: string): Promise<unknown> => (await bench.ask(`${BASE}${path}`)).json();
const whatIf = (body: unknown) =>
  bench.ask(`${BASE}/what-if`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });

describe("before a case is reconciled", () => {
  beforeAll(async () => {
    bench = await openBench();
  });

  test.each(["/conflicts", "/influence", `/next-facts?figure=${FIGURE}`])(
    "GET %s says that it is not yet",
    async (path) => {
      const answer = await bench.ask(`${BASE}${path}`);
      expect(answer.status).toBe(409);
      expect(JSON.stringify(await answer.json())).toContain("has not been reconciled yet");
    },
  );
});

describe("once it is", () => {
  beforeAll(async () => {
    bench.reconcilers.start("example");
    await bench.reconcilers.idle();
  }, 180_000);
  afterAll(() => bench.close());

  test("[E21] GET conflicts gives the planted slips, with their Bayes factors and the other side", async () => {
    const { conflicts, check } = Conflicts.parse(await get("/conflicts"));
    expect(conflicts.length).toBeGreaterThan(3);
    const slips = conflicts.flatMap(({ view }) => view.result?.slip ?? []);
    expect(slips.length).toBeGreaterThan(0);
    for (const slip of slips) expect(slip.bayesFactor).toBeGreaterThan(10);
    expect(conflicts.some(({ against }) => against.length > 0)).toBe(true);
    expect(check.claims.length).toBeGreaterThan(5);
  });

  test("[E25] GET conflicts weighs what a number may mean, and the open parts of one chain together", async () => {
    const { readings, joint } = Conflicts.parse(await get("/conflicts"));
    expect(readings.map(({ measure }) => measure)).toEqual([
      "revenue",
      "agency_share_of_rest",
      "embassy_share_of_rest",
    ]);
    const [chain] = joint;
    expect(chain).toMatchObject({ chain: "pay", source: "aldren-2013" });
    expect(chain?.combinations).toHaveLength(6);
    const sum = (prior: boolean) =>
      chain?.combinations.reduce((all, one) => all + (prior ? one.prior : one.posterior), 0);
    expect(sum(true)).toBeCloseTo(1, 9);
    expect(sum(false)).toBeCloseTo(1, 9);
  });

  test("[E22] GET influence gives every origin, and of one figure only that", async () => {
    const { influence } = Influence.parse(await get("/influence"));
    expect(influence.length).toBeGreaterThan(5);
    const shifts = influence.map(({ largestShift }) => largestShift);
    expect(shifts).toEqual([...shifts].sort((a, b) => b - a));
    const narrowed = Influence.parse(await get(`/influence?figure=${FIGURE}`));
    expect(new Set(narrowed.influence.flatMap(({ figures }) => figures.map(({ quantity }) => quantity)))).toEqual(
      new Set([FIGURE]),
    );
  });

  test("[E23] GET next-facts ranks facts, and refuses what is no figure or no grade", async () => {
    const { facts, figure } = NextFactsSchema.parse(await get(`/next-facts?figure=${FIGURE}&grade=A`));
    expect(figure).toBe(FIGURE);
    expect(facts.map(({ quantity }) => quantity)).toContain(FIGURE);
    expect((await bench.ask(`${BASE}/next-facts?figure=sheep.2012`)).status).toBe(404);
    expect((await bench.ask(`${BASE}/next-facts?figure=${FIGURE}&grade=Z`)).status).toBe(400);
  });

  test("[E27] POST what-if gives the figures without an origin at once, and drawn again when asked", async () => {
    const { influence } = Influence.parse(await get("/influence"));
    const origins = [influence[0]?.origin ?? ""];
    const found = WhatIfSchema.parse(await (await whatIf({ origins })).json());
    expect(found).toMatchObject({ method: "reweighted", without: { claims: [], origins, priors: [] } });
    expect(found.figures.some(({ shift }) => shift !== 0)).toBe(true);
    expect(found.rerun).toBe(influence[0]?.rerun);
    const drawn = WhatIfSchema.parse(await (await whatIf({ origins, redraw: true, draws: 40 })).json());
    expect(drawn).toMatchObject({ method: "drawn", rerun: false });
    expect(drawn.figures.map(({ quantity }) => quantity)).toEqual(found.figures.map(({ quantity }) => quantity));
  }, 120_000);

  test("POST what-if refuses what is not there", async () => {
    expect((await whatIf({ origins: ["nobody"] })).status).toBe(404);
    expect((await whatIf({ claims: ["c000000000000"] })).status).toBe(404);
    expect((await whatIf({ priors: ["sheep"] })).status).toBe(404);
  });
});
