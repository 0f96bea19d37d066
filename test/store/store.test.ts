import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { CasePackage } from "../../src/cases/case-package.ts";
import { writePackage } from "../../src/cases/write-package.ts";
import { ConflictError, NotFoundError } from "../../src/store/errors.ts";
import type { Store } from "../../src/store/store.ts";
import { claimWith, REPORT, samplePackage } from "../cases/sample-package.ts";
import { appraisedSample, reconciliationOf } from "./sample-reconciliation.ts";
import { exampleFiles, grounds, packageOf } from "./stores.ts";

/** The sample under another name: the same ids in two cases. */
function sampleAs(id: string, change: Partial<CasePackage> = {}): CasePackage {
  return { ...samplePackage(), id, ...change };
}

for (const ground of grounds()) {
  describe(`a store on ${ground.name}`, () => {
    let store: Store;
    beforeAll(async () => {
      store = await ground.open();
    });
    afterAll(async () => {
      await store?.close();
      await ground.clear();
    });

    test("[S1] exportPackage(importPackage(files)) gives the same bytes", async () => {
      const files = exampleFiles();
      const pkg = packageOf(files);
      expect(await store.cases.importPackage(pkg)).toMatchObject({ changed: true, created: true, removed: 0 });
      const written = writePackage(await store.cases.exportPackage(pkg.id));
      expect([...written.keys()].sort()).toEqual([...files.keys()].sort());
      for (const [path, text] of written) expect(text, path).toBe(files.get(path));
    });

    test("[S1] a package in which every table has rows comes out as it went in", async () => {
      const pkg = sampleAs("whole");
      await store.cases.importPackage(pkg);
      expect(writePackage(await store.cases.exportPackage("whole"))).toEqual(writePackage(pkg));
      expect(await store.witnesses.list("whole")).toEqual(pkg.witnesses);
      expect(await store.files.get("whole", "account.yaml")).toBe(pkg.files.get("account.yaml"));
      expect(await store.files.list("whole")).toEqual([...pkg.files.keys()].sort());
    });

    test("importPackage(pkg) a second time changes nothing", async () => {
      const pkg = sampleAs("twice");
      await store.cases.importPackage(pkg);
      const revision = await store.cases.revision("twice");
      const again = await store.cases.importPackage(pkg);
      expect(again).toEqual({ case: "twice", changed: false, created: false, added: 0, updated: 0, removed: 0 });
      expect(await store.cases.revision("twice")).toBe(revision);
    });

    test("[S2] importPackage(pkg) adds rows, and refuses to change or remove any unless told to replace", async () => {
      const pkg = sampleAs("growing");
      await store.cases.importPackage(pkg);
      const extra = claimWith({ period: "2013", paraphrase: "Counted again" });
      const more = sampleAs("growing", { claims: [...pkg.claims, extra] });
      expect(await store.cases.importPackage(more)).toMatchObject({ changed: true, added: 1, updated: 0, removed: 0 });

      const fewer = store.cases.importPackage(pkg);
      await expect(fewer).rejects.toThrow(ConflictError);
      await expect(fewer).rejects.toMatchObject({
        differences: [`claims.csv: ${extra.id} is in the store and not in the package`],
      });
      const mended = more.claims.map((claim) => ({ ...claim, note: "mended" }));
      const changing = store.cases.importPackage({ ...more, claims: mended });
      await expect(changing).rejects.toMatchObject({
        message: expect.not.stringContaining("mended"),
        differences: expect.arrayContaining([
          expect.stringMatching(/note is "" in the store and "mended" in the package/),
        ]),
      });
      expect(writePackage(await store.cases.exportPackage("growing"))).toEqual(writePackage(more));

      expect(await store.cases.importPackage(pkg, { replace: true })).toMatchObject({ changed: true, removed: 1 });
      expect(writePackage(await store.cases.exportPackage("growing"))).toEqual(writePackage(pkg));
    });

    test("[S2] importPackage(pkg) keeps decisions and custody that were added here", async () => {
      const pkg = sampleAs("logged");
      await store.cases.importPackage(pkg);
      const act = { source: "report-2013", at: "2026-11-22", event: "viewed", actor: "analyst" } as const;
      const entry = await store.custody.append("logged", act);
      expect(entry.previous).toBe(pkg.custody.at(-1)?.entry);
      expect(await store.cases.importPackage(pkg)).toMatchObject({ changed: false });
      expect(await store.custody.list("logged")).toEqual([...pkg.custody, entry]);
    });

    test("[S2] [U14] decisions.append(case, decisions) keeps them, also through an import and an export", async () => {
      const pkg = sampleAs("decided");
      await store.cases.importPackage(pkg);
      const revision = await store.cases.revision("decided");
      const about = { kind: "decision", by: "analyst", subject: "f0123456789ab" } as const;
      const dismissed = { ...about, at: "2026-11-22T10:00:00Z", decision: "dismissed", why: "older" } as const;
      await store.decisions.append("decided", [dismissed]);
      expect(await store.cases.revision("decided")).toBeGreaterThan(revision);
      expect(await store.cases.importPackage(pkg)).toMatchObject({ changed: false });
      expect(await store.decisions.list("decided")).toContainEqual(dismissed);
      expect((await store.cases.exportPackage("decided")).decisions).toContainEqual(dismissed);
    });

    test("[S3] an import that fails halfway leaves the case as it was", async () => {
      const pkg = sampleAs("halfway");
      await store.cases.importPackage(pkg);
      const [claim] = pkg.claims;
      if (claim === undefined) throw new Error("the sample has no claims");
      const broken = { ...pkg, title: "Changed", claims: [...pkg.claims, { ...claim, note: "twice" }] };
      await expect(store.cases.importPackage(broken, { replace: true })).rejects.toThrow();
      expect(writePackage(await store.cases.exportPackage("halfway"))).toEqual(writePackage(pkg));
      expect((await store.cases.get("halfway"))?.title).toBe(pkg.title);
    });

    test("[S4] cases with the same ids do not touch each other", async () => {
      await store.cases.create(sampleAs("left"));
      await store.cases.create(sampleAs("right"));
      await expect(store.cases.create(sampleAs("left"))).rejects.toThrow(ConflictError);
      await store.copies.attach("left", "press-2014", {
        bytes: new Uint8Array([0, 1, 255]),
        mediaType: "application/pdf",
        text: "Only on the left: a lighthouse.",
      });
      await store.reconciliations.save("left", reconciliationOf(samplePackage()), "2026-11-22T00:00:00Z");
      expect(await store.copies.text("right", "press-2014")).toBeUndefined();
      expect((await store.search.query("right", "lighthouse")).total).toBe(0);
      expect(await store.estimates.list("right")).toEqual([]);
      expect(await store.cases.remove("left")).toBe(true);
      expect(await store.cases.get("left")).toBeUndefined();
      expect(writePackage(await store.cases.exportPackage("right"))).toEqual(writePackage(sampleAs("right")));
      await expect(store.claims.list("left")).rejects.toThrow(NotFoundError);
      expect((await store.search.query("left", "lighthouse")).total).toBe(0);
    });

    test("claims.list(case, filter) gives the claims that fit, with their results and sources", async () => {
      const pkg = sampleAs("filtered");
      await store.cases.importPackage(pkg);
      const list = (filter: Parameters<Store["claims"]["list"]>[1]) => store.claims.list("filtered", filter);
      expect((await list({})).total).toBe(3);
      expect((await list({ measure: "workers" })).total).toBe(2);
      expect((await list({ year: 2012 })).total).toBe(2);
      expect((await list({ year: 2011 })).total).toBe(0);
      expect((await list({ speaker: "witness:report-2013-m" })).total).toBe(1);
      expect((await list({ q: "THREE winter" })).total).toBe(1);
      const page = await list({ limit: 1, offset: 1 });
      expect([page.total, page.claims.length]).toEqual([3, 1]);
      const [first] = (await list({ source: "report-2013" })).claims;
      expect(first).toMatchObject({ sourceTitle: "An invented report", attached: true });

      await store.reconciliations.save("filtered", reconciliationOf(pkg), "2026-11-22T00:00:00Z");
      const loud = await list({ conflict: true });
      expect(loud.claims.map(({ result }) => result?.conflict)).toEqual([0.9, 0.6]);
    });

    test("sources.list(case) says which have words to open and how many claims they carry", async () => {
      await store.cases.importPackage(sampleAs("listed"));
      const views = await store.sources.list("listed");
      expect(views.map(({ source, attached, claims }) => [source.id, attached, claims])).toEqual([
        ["press-2014", false, 1],
        ["report-2013", true, 2],
      ]);
      expect(await store.copies.text("listed", "report-2013")).toBe(REPORT);
    });

    test("copies.attach(case, source, copy) keeps the copy to the byte until it is detached", async () => {
      await store.cases.importPackage(sampleAs("copied"));
      const copy = { bytes: new Uint8Array([0, 10, 255]), mediaType: "application/pdf", text: "a\0b 👷 c" };
      await store.copies.attach("copied", "press-2014", copy);
      expect(await store.copies.get("copied", "press-2014")).toEqual(copy);
      expect(await store.copies.text("copied", "press-2014")).toBe(copy.text);
      expect((await store.sources.get("copied", "press-2014"))?.attached).toBe(true);
      expect(await store.copies.detach("copied", "press-2014")).toBe(true);
      expect(await store.copies.text("copied", "press-2014")).toBeUndefined();
      await expect(store.copies.attach("copied", "nothing", copy)).rejects.toThrow(NotFoundError);
    });

    test("reconciliations.save(case, reconciliation) keeps every number as it was", async () => {
      const pkg = sampleAs("reconciled");
      await store.cases.importPackage(pkg);
      const reconciliation = reconciliationOf(pkg);
      await store.reconciliations.save("reconciled", reconciliation, "2026-11-22T00:00:00Z");
      const { input, diagnostics } = reconciliation;
      expect(await store.reconciliations.latest("reconciled")).toEqual({
        at: "2026-11-22T00:00:00Z",
        input,
        diagnostics,
      });
      expect(new Set(await store.estimates.list("reconciled"))).toEqual(new Set(reconciliation.estimates));
      expect(await store.claimResults.list("reconciled")).toEqual(reconciliation.claims);
      expect((await store.estimates.list("reconciled", { place: "RU", year: 2012 })).length).toBe(1);
      expect((await store.estimates.list("reconciled", { occupation: "all" })).length).toBe(3);
      expect(await store.estimates.list("reconciled", { occupation: "logging" })).toEqual([]);
      expect((await store.estimates.get("reconciled", "workers.RU.2012"))?.median).toBe(0.1 + 0.2);
    });

    test("reconciliations.save(case, reconciliation) keeps draws and appraisal with it, and a rebuild drops them", async () => {
      const pkg = sampleAs("appraised");
      await store.cases.importPackage(pkg);
      const first = { ...reconciliationOf(pkg), ...appraisedSample() };
      await store.reconciliations.save("appraised", first, "2026-11-22T00:00:00Z");
      expect(await store.appraisals.get("appraised")).toEqual(first.appraisal);
      expect(await store.appraisals.draws("appraised")).toEqual({ input: first.input, draws: first.draws });

      const again = {
        ...first,
        input: "another digest",
        draws: { width: 1, count: 3, rows: Float64Array.of(0, 1, 2) },
      };
      await store.reconciliations.save("appraised", again, "2026-11-23T00:00:00Z");
      expect(await store.appraisals.draws("appraised")).toEqual({ input: "another digest", draws: again.draws });
      expect((await store.appraisals.get("appraised"))?.input).toBe("another digest");

      await store.rebuild("appraised", ["estimates"]);
      expect(await store.appraisals.get("appraised")).toBeUndefined();
      expect(await store.appraisals.draws("appraised")).toBeUndefined();
    });

    test("a reconciliation without draws leaves none behind", async () => {
      await store.cases.importPackage(sampleAs("bare"));
      await store.reconciliations.save(
        "bare",
        { ...reconciliationOf(samplePackage()), ...appraisedSample() },
        "2026-11-22T00:00:00Z",
      );
      await store.reconciliations.save("bare", reconciliationOf(samplePackage()), "2026-11-23T00:00:00Z");
      expect(await store.appraisals.draws("bare")).toBeUndefined();
    });

    test("[S5] everything derived can be dropped and built again", async () => {
      await store.cases.importPackage(sampleAs("derived"));
      await store.copies.attach("derived", "press-2014", {
        bytes: new Uint8Array(),
        mediaType: "text/plain",
        text: "A copy about workers.",
      });
      const before = await store.search.query("derived", "workers");
      expect(before.total).toBe(2);
      await store.dropDerived();
      expect((await store.search.query("derived", "workers")).total).toBe(0);
      expect(await store.claimResults.list("reconciled")).toEqual([]);
      await store.rebuild();
      expect(await store.search.query("derived", "workers")).toEqual(before);
    });

    test("transactions at the same time wait for each other and all end", async () => {
      await store.cases.importPackage(sampleAs("busy"));
      const acts = Array.from({ length: 8 }, (_, n) => ({
        source: "report-2013",
        at: "2026-11-23",
        event: "viewed" as const,
        actor: `analyst ${n}`,
      }));
      await Promise.all([
        ...acts.map((act) => store.custody.append("busy", act)),
        ...acts.map(() => store.claims.list("busy")),
      ]);
      const chain = await store.custody.list("busy");
      expect(chain.length).toBe(2 + acts.length);
      expect(chain.slice(1).map((entry) => entry.previous)).toEqual(chain.slice(0, -1).map((entry) => entry.entry));
    });
  });
}
