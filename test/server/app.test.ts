import { readFile } from "node:fs/promises";
import type { z } from "@hono/zod-openapi";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CaseSummarySchema, OverviewSchema } from "../../src/server/schemas/cases.ts";
import { ClaimViewSchema } from "../../src/server/schemas/claims.ts";
import { EstimateSchema, ReconcilingStateSchema, TraceSchema } from "../../src/server/schemas/estimates.ts";
import { AddedDocumentSchema, SourceReadingSchema, SourceViewSchema } from "../../src/server/schemas/sources.ts";
import { openBench, type TestBench } from "./bench.ts";

let bench: TestBench;

beforeAll(async () => {
  bench = await openBench();
});
afterAll(() => bench.close());

/** The body of an answer, held against its schema: nothing missing, nothing of another type. */
async function read<S extends z.ZodType>(path: string, schema: S): Promise<z.infer<S>> {
  const response = await bench.ask(path);
  expect(response.status, await response.clone().text()).toBe(200);
  return schema.parse(await response.json());
}

const json = (body: unknown): RequestInit => ({
  method: "POST",
  headers: { "content-type": "application/json" },
  body: JSON.stringify(body),
});

describe("before the case has been reconciled", () => {
  test("GET overview counts what there is and shows no figure", async () => {
    const overview = await read("/api/cases/example/overview", OverviewSchema);
    expect(overview.claims).toBeGreaterThan(20);
    expect(overview).toMatchObject({ headlines: [], places: [], reconciling: { kind: "none" } });
  });
  test("GET trace says that there is no number yet", async () => {
    const response = await bench.ask("/api/cases/example/trace?quantity=workers.world.2012");
    expect(response.status).toBe(409);
    expect(await response.json()).toHaveProperty("error.message", expect.stringContaining("not been reconciled"));
  });
});

describe("reconciling", () => {
  test("POST starts it, the stream tells of it in order, and it ends done", async () => {
    const controller = new AbortController();
    const stream = await bench.ask("/api/cases/example/events", { signal: controller.signal });
    expect(stream.headers.get("content-type")).toContain("text/event-stream");
    const started = await bench.ask("/api/cases/example/reconciling", { method: "POST" });
    expect(started.status).toBe(202);
    expect(await started.json()).toMatchObject({ kind: "running" });
    const states = await statesUntil(stream, (state) => state.kind === "done" || state.kind === "failed");
    controller.abort();
    expect(states[0]?.kind).toBe("none");
    expect(states.at(-1)).toMatchObject({ kind: "done", at: "2026-11-21T12:00:00.000Z" });
    const running = states.filter((state) => state.kind === "running").map((state) => state.progress);
    expect(running.length).toBeGreaterThan(2);
    expect(running).toEqual([...running].sort((a, b) => a - b));
  });
  test("DELETE stops it and keeps the estimates before it", async () => {
    await bench.ask("/api/cases/example/reconciling", { method: "POST" });
    const stopped = await bench.ask("/api/cases/example/reconciling", { method: "DELETE" });
    expect(await stopped.json()).toMatchObject({ kind: "done" });
    expect((await read("/api/cases/example/reconciling", ReconcilingStateSchema)).at).toBe("2026-11-21T12:00:00.000Z");
  });
});

describe("once it has been reconciled", () => {
  test("GET /api/cases lists the cases", async () => {
    const body: unknown = await (await bench.ask("/api/cases")).json();
    expect(body).toMatchObject({ cases: [{ id: "example", invented: true }] });
  });
  test("GET overview shows the year with the most independent origins, and the year that is asked for", async () => {
    const overview = await read("/api/cases/example/overview", OverviewSchema);
    expect(overview.year).toBe(overview.bestYear);
    expect(overview.headlines.length).toBeGreaterThan(0);
    expect(overview.places.length).toBeGreaterThan(0);
    expect(overview.people.length).toBeGreaterThan(1);
    expect(overview.origins).toBeGreaterThan(3);
    const year = overview.bestYear - 1;
    expect((await read(`/api/cases/example/overview?year=${year}`, OverviewSchema)).year).toBe(year);
  });
  test("GET claims filters, and GET one claim gives it", async () => {
    const response = await bench.ask("/api/cases/example/claims?measure=workers");
    const { claims, total } = await response.json();
    expect(claims.length).toBe(total);
    expect(new Set(claims.map((view: { claim: { measure: string } }) => view.claim.measure))).toEqual(
      new Set(["workers"]),
    );
    const one = await read(`/api/cases/example/claims/${claims[0].claim.id}`, ClaimViewSchema);
    expect(one.result?.claim).toBe(one.claim.id);
  });
  test("GET estimates filters by measure, place and year", async () => {
    const { year } = await read("/api/cases/example/overview", OverviewSchema);
    const response = await bench.ask(`/api/cases/example/estimates?measure=workers&place=world&year=${year}`);
    const { estimates, reconciling } = await response.json();
    expect(estimates.map((e: unknown) => EstimateSchema.parse(e).quantity)).toEqual([`workers.world.${year}`]);
    expect(reconciling.kind).toBe("done");
  });
  test("GET trace leads from the headlines to claims and their sources", async () => {
    const { headlines } = await read("/api/cases/example/overview", OverviewSchema);
    for (const { estimate } of headlines) {
      const trace = await read(`/api/cases/example/trace?quantity=${estimate.quantity}`, TraceSchema);
      expect(trace.estimate.median).toBe(estimate.median);
      expect(trace.inputs.length + trace.claims.length + trace.nearby.length).toBeGreaterThan(0);
    }
  });
  test("GET a source opens every passage that the case has noted on its words", async () => {
    const { sources } = await (await bench.ask("/api/cases/example/sources")).json();
    const ids = sources.map((view: unknown) => SourceViewSchema.parse(view).source.id);
    for (const id of ids) {
      const reading = await read(`/api/cases/example/sources/${id}`, SourceReadingSchema);
      expect(reading.attached).toBe(true);
      for (const { claim, anchor } of reading.claims) if (claim.span !== undefined) expect(anchor.kind).toBe("exact");
    }
  });
  test("GET measures names every measure and place of the account", async () => {
    const { measures, places, years } = await (await bench.ask("/api/cases/example/measures")).json();
    expect(measures.length).toBeGreaterThan(3);
    expect(places[0]).toMatchObject({ id: "world" });
    expect(years).toHaveLength(2);
  });
  test("GET search finds quantities by name and claims by words", async () => {
    const { hits } = await (await bench.ask("/api/cases/example/search?q=workers%20abroad")).json();
    expect(hits.some((hit: { kind: string }) => hit.kind === "quantity")).toBe(true);
    expect(await (await bench.ask("/api/cases/example/search?q=%20")).json()).toEqual({
      hits: [],
      total: 0,
      more: false,
    });
  });
});

describe("what cannot be answered", () => {
  test.each([
    ["/api/cases/nowhere/overview", 404],
    ["/api/cases/nowhere/events", 404],
    ["/api/cases/example/claims/c000000000000", 404],
    ["/api/cases/example/sources/nothing", 404],
    ["/api/cases/example/trace?quantity=nothing.2012", 404],
    ["/api/cases/example/overview?year=soon", 400],
    ["/api/cases/example/trace", 400],
    ["/api/nothing", 404],
  ])("GET %s is refused with %i in the one shape of every error", async (path, status) => {
    const response = await bench.ask(path);
    expect(response.status).toBe(status);
    const body = await response.json();
    expect(body).toEqual({ error: expect.objectContaining({ message: expect.stringMatching(/\.$/) }) });
  });
  test("a request that does not fit names the field and what was expected", async () => {
    const body = await (await bench.ask("/api/cases/example/overview?year=soon")).json();
    expect(body.error.issues).toEqual([{ file: "request", field: "year", expected: "a year, such as 2012" }]);
  });
  test("a failure inside is told without its details, which stay in the log", async () => {
    const { errorResponse } = await import("../../src/server/errors.ts");
    const logged: string[] = [];
    const { status, body } = errorResponse(new Error("password is hunter2"), (line) => logged.push(line));
    expect(status).toBe(500);
    expect(JSON.stringify(body)).not.toContain("hunter2");
    expect(logged.join()).toContain("hunter2");
  });
});

describe("new cases", () => {
  test("POST makes a case from the template, which opens at once", async () => {
    const response = await bench.ask("/api/cases", json({ id: "orchards", title: "Orchards" }));
    expect(response.status).toBe(201);
    expect(CaseSummarySchema.parse(await response.json())).toMatchObject({ id: "orchards", claims: 0 });
    expect((await read("/api/cases/orchards/overview", OverviewSchema)).case.title).toBe("Orchards");
  });
  test("POST refuses an id that is taken, one that is no id, and a body that is no JSON", async () => {
    expect((await bench.ask("/api/cases", json({ id: "example", title: "Again" }))).status).toBe(409);
    expect((await bench.ask("/api/cases", json({ id: "../up", title: "X" }))).status).toBe(422);
    expect(
      (await bench.ask("/api/cases", { method: "POST", headers: { "content-type": "application/json" }, body: "{" }))
        .status,
    ).toBe(400);
    expect((await bench.ask("/api/cases", json({ id: "x", title: "x".repeat(2_000_000) }))).status).toBe(413);
  });
});

describe("attaching a copy", () => {
  test("POST copy takes the file whose digest the case notes, and refuses another", async () => {
    const { sources } = await (await bench.ask("/api/cases/example/sources")).json();
    const { source } = sources.find((view: { source: { file?: string } }) => view.source.file !== undefined);
    const bytes = await readFile(`cases/example/${source.file}`);
    const path = `/api/cases/example/sources/${source.id}/copy`;
    const good = await bench.ask(path, { method: "POST", headers: { "content-type": "text/plain" }, body: bytes });
    expect(good.status, await good.clone().text()).toBe(200);
    expect(SourceViewSchema.parse(await good.json()).attached).toBe(true);
    const bad = await bench.ask(path, {
      method: "POST",
      headers: { "content-type": "text/plain" },
      body: "something else",
    });
    expect(bad.status).toBe(422);
    expect((await bad.json()).error.issues[0]).toMatchObject({ field: "sha256" });
  });
});

describe("adding documents", () => {
  const post = (name: string, body: string | Uint8Array<ArrayBuffer>) =>
    bench.ask(`/api/cases/example/sources?name=${encodeURIComponent(name)}`, {
      method: "POST",
      headers: { "content-type": "application/octet-stream" },
      body,
    });
  test("[D9] POST sources reads the file and makes it a source with its text, once", async () => {
    const page = `<!doctype html><title>Quince pay</title><body><p>${"The crews were paid 1,200 crowns. ".repeat(9)}</p>`;
    const response = await post("quince.html", page);
    expect(response.status, await response.clone().text()).toBe(200);
    const { view, added, notes } = AddedDocumentSchema.parse(await response.json());
    expect({ added, attached: view.attached, title: view.source.title, id: view.source.id }).toEqual({
      added: true,
      attached: true,
      title: "Quince pay",
      id: "quince-pay",
    });
    expect(notes).toBeInstanceOf(Array);
    expect(await (await post("again.html", page)).json()).toMatchObject({
      added: false,
      view: { source: { id: "quince-pay" } },
    });
    const reading = await (await bench.ask("/api/cases/example/sources/quince-pay")).json();
    expect(reading.text).toContain("The crews were paid 1,200 crowns.");
    expect((await bench.store.custody.list("example")).slice(-3).map(({ event }) => event)).toEqual([
      "collected",
      "hashed",
      "derived",
    ]);
  });
  test("a file that cannot be read is refused by name, and nothing is added", async () => {
    const before = await bench.store.sources.all("example");
    const response = await post("broken.pdf", "%PDF-1.4 and nothing");
    expect(response.status).toBe(415);
    expect((await response.json()).error.issues[0]).toMatchObject({
      file: "broken.pdf",
      expected: expect.stringContaining("damaged"),
    });
    expect(await bench.store.sources.all("example")).toEqual(before);
    expect((await post("", "x")).status).toBe(400);
  });
});

describe("GET /api/openapi.json", () => {
  test("describes every route with its answers, and knows optional fields from needed ones", async () => {
    const described = await (await bench.ask("/api/openapi.json")).json();
    expect(described.openapi).toBe("3.1.0");
    expect(Object.keys(described.paths).sort()).toEqual([
      "/api/cases",
      "/api/cases/{case}/audit",
      "/api/cases/{case}/audit/report",
      "/api/cases/{case}/audit/{finding}",
      "/api/cases/{case}/claims",
      "/api/cases/{case}/claims/{claim}",
      "/api/cases/{case}/conflicts",
      "/api/cases/{case}/estimates",
      "/api/cases/{case}/events",
      "/api/cases/{case}/influence",
      "/api/cases/{case}/measures",
      "/api/cases/{case}/next-facts",
      "/api/cases/{case}/overview",
      "/api/cases/{case}/proposals",
      "/api/cases/{case}/proposals/accept",
      "/api/cases/{case}/proposals/reject",
      "/api/cases/{case}/proposals/undo",
      "/api/cases/{case}/proposals/{proposal}",
      "/api/cases/{case}/proposals/{proposal}/correct",
      "/api/cases/{case}/reconciling",
      "/api/cases/{case}/search",
      "/api/cases/{case}/sources",
      "/api/cases/{case}/sources/{source}",
      "/api/cases/{case}/sources/{source}/copy",
      "/api/cases/{case}/trace",
      "/api/cases/{case}/what-if",
    ]);
    expect(described.components.schemas.Claim.required).toContain("paraphrase");
    expect(described.components.schemas.Claim.required).not.toContain("note");
  });
});

type State = z.infer<typeof ReconcilingStateSchema>;

/** The states that a stream tells of, up to the first that passes. */
async function statesUntil(response: Response, isLast: (state: State) => boolean): Promise<State[]> {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  const states: State[] = [];
  let text = "";
  for (let chunk = await reader?.read(); chunk !== undefined && !chunk.done; chunk = await reader?.read()) {
    text += chunk.value;
    const events = text.split("\n\n");
    text = events.pop() ?? "";
    for (const event of events) {
      const data = /^data: (.*)$/m.exec(event)?.[1];
      if (data !== undefined) states.push(ReconcilingStateSchema.parse(JSON.parse(data)));
    }
    const last = states.at(-1);
    if (last !== undefined && isLast(last)) return states;
  }
  return states;
}
