import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { reconcileStored, storedInput } from "../../src/server/reconcile-stored.ts";
import { Reconcilers } from "../../src/server/reconcilers.ts";
import { openBench, type TestBench } from "./bench.ts";

const SHORT = { chains: 2, warmup: 40, draws: 40 };

let bench: TestBench;
beforeAll(async () => {
  bench = await openBench();
});
afterAll(() => bench.close());

describe("Reconcilers.start(case) while the case is being reconciled", () => {
  test("does it once more when the case has changed meanwhile, and not when it has not", async () => {
    const { store, clock } = bench;
    let runs = 0;
    let whenDrawn = async () => {};
    const reconcilers = new Reconcilers({
      store,
      clock,
      inputDigest: storedInput(store),
      reconcile: async (id, run) => {
        runs += 1;
        const drawn = await reconcileStored(store, id, { ...run, ...SHORT });
        await whenDrawn();
        return drawn;
      },
    });
    reconcilers.start("example");
    await reconcilers.idle();
    expect((await reconcilers.state("example")).kind).toBe("done");

    runs = 0;
    whenDrawn = async () => {
      whenDrawn = async () => {};
      const pkg = await store.cases.exportPackage("example");
      const claims = pkg.claims.map((claim, n) => (n === 0 ? { ...claim, reliability: "F" as const } : claim));
      await store.cases.importPackage({ ...pkg, claims }, { replace: true });
      expect(reconcilers.start("example")).toBe(false);
    };
    reconcilers.start("example");
    await reconcilers.idle();
    expect(runs).toBe(2);
    expect((await reconcilers.state("example")).kind).toBe("done");

    runs = 0;
    reconcilers.start("example");
    reconcilers.start("example");
    await reconcilers.idle();
    expect(runs).toBe(1);
  });
});

describe("Reconcilers.start(case) on a case without estimates", () => {
  test("shows a first look, then every interim result, each as stale, and the whole in the end", async () => {
    const { store, clock } = bench;
    const pkg = await store.cases.exportPackage("example");
    await store.cases.importPackage({ ...pkg, id: "unseen" });
    const seen: (readonly [number, string])[] = [];
    const reconcilers = new Reconcilers({
      store,
      clock,
      inputDigest: storedInput(store),
      reconcile: async (id, run) => {
        const drawn = await reconcileStored(store, id, { ...SHORT, draws: 440, ...run, ...(run.draws ? SHORT : {}) });
        const latest = await store.reconciliations.latest(id);
        if (latest) seen.push([latest.diagnostics.draws, (await reconcilers.isStale(id)) ? "stale" : "done"]);
        return drawn;
      },
    });
    reconcilers.start("unseen");
    await reconcilers.idle();
    // When the long run is through, what is there is its interim result after 400 draws.
    expect(seen).toEqual([[400, "stale"]]);
    expect((await store.reconciliations.latest("unseen"))?.diagnostics.draws).toBe(440);
    expect((await reconcilers.state("unseen")).kind).toBe("done");

    seen.length = 0;
    reconcilers.start("unseen");
    await reconcilers.idle();
    // Whole estimates stay until others are whole.
    expect(seen).toEqual([[440, "done"]]);
  }, 120_000);
});
