import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parsePackage } from "../../src/cases/parse-package.ts";
import { TextAuditor } from "../../src/engine/text-auditor.ts";
import { readCaseFolder } from "../../src/readers/case-folder.ts";
import { ReadingThread } from "../../src/readers/reading-thread.ts";
import { createApp } from "../../src/server/app.ts";
import { CaseShelf } from "../../src/server/loaded-case.ts";
import { Proposing } from "../../src/server/proposing.ts";
import { reconcileStored, storedInput } from "../../src/server/reconcile-stored.ts";
import { Reconcilers } from "../../src/server/reconcilers.ts";
import type { Workbench } from "../../src/server/workbench.ts";
import { openStore, type Store } from "../../src/store/store.ts";

/** Port that the tests' application believes it listens on. */
export const PORT = 4999;
export const TOKEN = "a-token-for-tests-that-is-long-enough-0123456789";

/** A short run: enough for every number to exist, not for it to have settled. */
const SHORT = { chains: 2, warmup: 60, draws: 60 };

/** A workbench on the example case in a data folder of its own, with its application and a way to ask it. */
export interface TestBench extends Workbench {
  readonly app: ReturnType<typeof createApp>;
  readonly lines: string[];
  /** Asks as a page of the workbench with the token would. */
  readonly ask: (path: string, init?: RequestInit) => Promise<Response>;
  readonly close: () => Promise<void>;
}

/** Opens a store in a new folder and puts a workbench with the example case on it. */
export async function openBench(): Promise<TestBench> {
  const folder = await mkdtemp(join(tmpdir(), "tributary-server-"));
  const store = await openStore({ dataDir: join(folder, "data"), mode: "serve" });
  await importExample(store);
  const lines: string[] = [];
  const clock = () => new Date("2026-11-21T12:00:00Z");
  const reconcilers = new Reconcilers({
    store,
    clock,
    log: (line) => lines.push(line),
    reconcile: (id, run) => reconcileStored(store, id, { ...SHORT, ...run }),
    inputDigest: storedInput(store),
  });
  const readers = new ReadingThread();
  const proposing = new Proposing({ store, propose: (text) => readers.propose(text), log: (line) => lines.push(line) });
  const auditor = new TextAuditor();
  const bench = { store, clock, reconcilers, readers, proposing, auditor, shelf: new CaseShelf(store) };
  const options = {
    token: TOKEN,
    port: () => PORT,
    pagesFolder: join(folder, "web"),
    log: (line: string) => lines.push(line),
  };
  const app = createApp(bench, options);
  return {
    ...bench,
    app,
    lines,
    ask: async (path, init = {}) =>
      app.request(path, {
        ...init,
        headers: { host: `127.0.0.1:${PORT}`, authorization: `Bearer ${TOKEN}`, ...init.headers },
      }),
    close: async () => {
      await readers.close();
      await proposing.close();
      await auditor.close();
      await reconcilers.close();
      await store.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function importExample(store: Store): Promise<void> {
  const files = await readCaseFolder("cases/example");
  const parsed = files.ok ? parsePackage(files.value) : files;
  if (!parsed.ok) throw new Error(`the example is not in order: ${JSON.stringify(parsed.issues)}`);
  await store.cases.importPackage(parsed.value);
}
