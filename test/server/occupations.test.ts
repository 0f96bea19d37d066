import { afterAll, beforeAll, expect, test } from "vitest";
import { reconcileStored } from "../../src/server/reconcile-stored.ts";
import { MeasureViewSchema, OccupationViewSchema } from "../../src/server/schemas/cases.ts";
import { EstimateSchema, TraceSchema } from "../../src/server/schemas/estimates.ts";
import { workCase } from "../cases/work-case.ts";
import { openBench, type TestBench } from "./bench.ts";

let bench: TestBench;
const body = async (path: string) => (await bench.ask(`/api/cases/trades/${path}`)).json();

beforeAll(async () => {
  bench = await openBench();
  await bench.store.cases.importPackage(workCase());
  const reconciliation = await reconcileStored(bench.store, "trades", { chains: 2, warmup: 60, draws: 60 });
  await bench.store.reconciliations.save("trades", reconciliation, "2026-11-21T12:00:00Z");
}, 60_000);
afterAll(() => bench.close());

test("GET measures names the occupations of the account, groups first, and which measures are over them", async () => {
  const { occupations, measures } = await body("measures");
  expect(occupations.map((one: unknown) => OccupationViewSchema.parse(one).id)).toEqual([
    "outdoors",
    "logging",
    "building",
    "other",
  ]);
  const over = measures
    .map((one: unknown) => MeasureViewSchema.parse(one))
    .map(({ id, over }: { id: string; over: string[] }) => [id, over.includes("occupation")]);
  expect(Object.fromEntries(over)).toMatchObject({ in_hand: true, workers: true, state_take: false });
});

test("GET estimates filters by occupation, by a group of them and by all work", async () => {
  const ids = async (occupation: string) => {
    const { estimates } = await body(`estimates?measure=in_hand&place=XB&year=2012&occupation=${occupation}`);
    return estimates.map((one: unknown) => EstimateSchema.parse(one).quantity);
  };
  expect(await ids("logging")).toEqual(["in_hand.XB:logging.2012"]);
  expect(await ids("outdoors")).toEqual(["in_hand.XB:outdoors.2012"]);
  expect(await ids("all")).toEqual(["in_hand.XB.2012"]);
  expect(await ids("fishing")).toEqual([]);
});

test("[T1] GET trace follows the quantity of an occupation", async () => {
  const trace = TraceSchema.parse(await body("trace?quantity=in_hand.XB:logging.2012"));
  expect(trace.label).toBe("In hand · Ordania · Logging · 2012");
  expect(trace.estimate.occupation).toBe("logging");
  expect(trace.claims).toHaveLength(2);
});

test("GET claims filters by occupation with its parts, by a word of claims, and by naming none", async () => {
  const total = async (occupation: string) => (await body(`claims?measure=in_hand&occupation=${occupation}`)).total;
  expect(await total("building")).toBe(3);
  expect(await total("outdoors")).toBe(5);
  expect(await total("forestry")).toBe(1);
  expect(await total("all")).toBe(1);
});
