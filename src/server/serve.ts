import { existsSync } from "node:fs";
import { join } from "node:path";
import type { ReconcilingState } from "../cases/views.ts";
import { TextAuditor } from "../engine/text-auditor.ts";
import { ReadingThread } from "../readers/reading-thread.ts";
import { DataInUseError } from "../store/errors.ts";
import { lockHolder } from "../store/folder-lock.ts";
import { openStore, type Store, type StoreOptions } from "../store/store.ts";
import { createApp } from "./app.ts";
import { type Listener, listen, PortTakenError } from "./listener.ts";
import { CaseShelf } from "./loaded-case.ts";
import { Proposing } from "./proposing.ts";
import { reconcileStored, storedInput } from "./reconcile-stored.ts";
import { Reconcilers } from "./reconcilers.ts";
import { importShipped, inProgram } from "./shipped-cases.ts";
import { tokenOf } from "./token.ts";
import type { Workbench } from "./workbench.ts";

/** How a workbench is to be served. */
export interface ServeOptions {
  /** Folder of the embedded database, and of the token in any case. */
  readonly dataDir: string;
  /** A PostgreSQL server to use instead of the embedded database. */
  readonly database?: string;
  readonly port: number;
  readonly clock: () => Date;
  /** Told in words what is being done. */
  readonly say: (line: string) => void;
  /** Told how far reconciling is. */
  readonly onReconciling?: (caseId: string, state: ReconcilingState) => void;
}

/** A workbench that is being served. */
export interface Served {
  /** With the token, so that opening it lets a browser in. */
  readonly address: string;
  /** Resolves when no case is being reconciled. */
  readonly settled: () => Promise<void>;
  /** Stops what is under way, ends every connection and closes the store. */
  readonly close: () => Promise<void>;
}

/**
 * Serves the workbench: takes the port, opens the store, brings in the shipped cases where there are none, answers, and
 * then reconciles what is stale. Throws `PortTakenError`, `DataInUseError` or `DataFolderError` before anything on disk
 * has changed.
 */
export async function serveWorkbench(options: ServeOptions): Promise<Served> {
  const listener = await takePort(options);
  try {
    const store = await openStore(storeOptions(options));
    try {
      return await answer(options, listener, store);
    } catch (error) {
      await store.close();
      throw error;
    }
  } catch (error) {
    await listener.close();
    throw error;
  }
}

/** The port; when it is taken by a workbench on the same data, that is what is said. */
async function takePort({ port, dataDir, database }: ServeOptions): Promise<Listener> {
  try {
    return await listen(port);
  } catch (error) {
    const holder =
      error instanceof PortTakenError && database === undefined && existsSync(dataDir)
        ? lockHolder(dataDir)
        : undefined;
    if (holder !== undefined) throw new DataInUseError(dataDir, holder.pid, holder.address);
    throw error;
  }
}

function storeOptions({ dataDir, database, say }: ServeOptions): StoreOptions {
  const onProgress = (message: string) => say(message);
  return database === undefined ? { dataDir, mode: "serve", onProgress } : { postgres: database, onProgress };
}

async function answer(options: ServeOptions, listener: Listener, store: Store): Promise<Served> {
  const { dataDir, clock, say, onReconciling } = options;
  const token = await tokenOf(dataDir);
  await importShipped(store, say);
  const reconcilers = new Reconcilers({
    store,
    clock,
    log: say,
    reconcile: (caseId, run) => reconcileStored(store, caseId, run),
    inputDigest: storedInput(store),
  });
  const readers = new ReadingThread(join(dataDir, "ocr"));
  const proposing = new Proposing({ store, propose: (text) => readers.propose(text), log: say });
  const auditor = new TextAuditor();
  const bench = { store, clock, reconcilers, readers, proposing, auditor, shelf: new CaseShelf(store) };
  const app = createApp(bench, { token, port: () => listener.port, pagesFolder: inProgram("dist/web"), log: say });
  const address = `http://127.0.0.1:${listener.port}/?token=${token}`;
  await store.announce(address);
  listener.answerWith((request) => app.fetch(request));
  const begun = begin(bench, onReconciling).catch((error: unknown) =>
    say(`What is stale could not be told: ${String(error)}`),
  );
  return {
    address,
    settled: () => begun.then(() => reconcilers.idle()),
    close: async () => {
      await begun;
      await reconcilers.close();
      const proposed = proposing.close();
      await readers.close();
      await proposed;
      await auditor.close();
      await listener.close();
      await store.close();
    },
  };
}

/** Starts reconciling every case whose estimates are missing or older than its evidence, and reads the others into memory. */
async function begin({ store, reconcilers, shelf }: Workbench, tell: ServeOptions["onReconciling"]): Promise<void> {
  for (const { id } of await store.cases.list()) {
    reconcilers.listen(id, (state) => {
      tell?.(id, state);
      if (state.kind === "done") warm(shelf, id);
    });
    if (await reconcilers.isStale(id)) reconcilers.start(id);
    else warm(shelf, id);
  }
}

/** Reads a case into memory before the first page asks for it. A failure is told to that page, which reads it again. */
function warm(shelf: CaseShelf, id: string): void {
  shelf.load(id).catch(() => undefined);
}
