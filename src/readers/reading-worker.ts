import { parentPort } from "node:worker_threads";
import { type ProposalText, proposalsIn } from "../cases/proposal-text.ts";
import type { ClaimProposal } from "../claims/proposal.ts";
import type { DocumentPart } from "../sources/document-part.ts";
import { type ReadRequest, readDocument } from "./read-document.ts";

/** What the thread is asked: to read a file, or to propose the claims of a text. */
export type ReadTask =
  | { readonly kind: "read"; readonly bytes: Uint8Array; readonly request: ReadRequest }
  | { readonly kind: "propose"; readonly text: ProposalText };

// What reads PDF lets go of some failures of damaged files; whoever waits for the file is told all the same.
process.on("unhandledRejection", () => undefined);

/** The parts of a text that came without them: the pages of one that has page breaks. */
async function partsOf({ text, parts, source }: ProposalText): Promise<readonly DocumentPart[]> {
  if (parts !== undefined) return parts;
  const read = await readDocument(new TextEncoder().encode(text), { name: source.id, mediaType: "text/plain" });
  return read.ok && read.value.text === text ? read.value.parts : [];
}

async function propose(text: ProposalText): Promise<readonly ClaimProposal[]> {
  return proposalsIn(text, await partsOf(text));
}

parentPort?.on("message", async (task: ReadTask) => {
  parentPort?.postMessage(
    task.kind === "read" ? await readDocument(task.bytes, task.request) : await propose(task.text),
  );
});
