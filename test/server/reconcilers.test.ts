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
