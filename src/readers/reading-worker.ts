import { parentPort } from "node:worker_threads";
import { type ReadRequest, readDocument } from "./read-document.ts";

/** What the thread is asked to read. */
export interface ReadTask {
  readonly bytes: Uint8Array;
  readonly request: ReadRequest;
}

// What reads PDF lets go of some failures of damaged files; whoever waits for the file is told all the same.
process.on("unhandledRejection", () => undefined);

parentPort?.on("message", async ({ bytes, request }: ReadTask) => {
  parentPort?.postMessage(await readDocument(bytes, request));
});
