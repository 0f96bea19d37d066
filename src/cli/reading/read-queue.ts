import { join } from "node:path";
import { draftNames } from "../../cases/draft-names.ts";
import type { QueueInput } from "../../cases/proposal-queue.ts";
import { decidedProposals } from "../../claims/decided-proposal.ts";
import { ReadingThread } from "../../readers/reading-thread.ts";
import type { Store } from "../../store/store.ts";
import { progressOf } from "../progress.ts";
import type { Shell } from "../shell.ts";
import { evidenceIn } from "../stored-case.ts";

/** What the queue of a stored case is made from. */
export type StoredQueue = QueueInput;

/** The proposals of a stored case with where they stand; texts that nobody has read yet are read first. */
export async function readQueue(
  store: Store,
  id: string,
  { shell, data }: { readonly shell: Shell; readonly data: string },
): Promise<StoredQueue> {
  await readTexts(store, id, { shell, data });
  const pkg = await store.cases.exportPackage(id);
  const { claims, decisions, sources } = pkg;
  const decided = decidedProposals(await store.proposals.all(id), { decisions, claims });
  return { decided, sources, names: draftNames(evidenceIn(pkg).account, claims) };
}

/** Reads the texts of a case that nobody has read for proposals, with a bar while it takes. */
export async function readTexts(
  store: Store,
  id: string,
  { shell, data }: { readonly shell: Shell; readonly data: string },
): Promise<void> {
  const unread = await store.proposals.unread(id);
  if (unread.length === 0) return;
  const thread = new ReadingThread(join(data, "ocr"));
  const bar = progressOf(shell, `Reading ${id} for proposals`);
  try {
    for (const [index, source] of unread.entries()) {
      bar.update(index / unread.length, source);
      await store.proposals.read(id, source, (text) => thread.propose(text));
    }
  } finally {
    bar.end();
    await thread.close();
  }
}
