import { draftNames } from "../cases/draft-names.ts";
import { snippetsOf } from "../cases/passage-window.ts";
import { type ProposalQueue, type ProposalView, type QueueFilter, queueOf } from "../cases/proposal-queue.ts";
import { anchorOf } from "../cases/source-reading.ts";
import type { Claim } from "../claims/claim.ts";
import { type DecidedProposal, decidedProposals, standingDecisions } from "../claims/decided-proposal.ts";
import type { Decision } from "../claims/decision.ts";
import type { ClaimProposal } from "../claims/proposal.ts";
import type { ProposingState } from "./proposing.ts";
import type { Workbench } from "./workbench.ts";

/** How long a page waits for texts that are being read; it asks again for the rest. */
const PATIENCE_MS = 300;

/** An accepted claim whose words are no longer at their place in the text at hand. */
export interface MovedClaim {
  readonly claim: string;
  readonly source: string;
  readonly paraphrase: string;
  readonly reason: string;
}

/** The queue with how far the reading is, and what has moved. */
export type QueueView = ProposalQueue & ProposingState & { readonly moved: readonly MovedClaim[] };

/** The queue of a case as it is now, its texts being read meanwhile. */
export async function queueIn(bench: Workbench, id: string, filter: QueueFilter): Promise<QueueView> {
  const loaded = await bench.shelf.load(id);
  const state = await bench.proposing.catchUp(id, PATIENCE_MS);
  const decided = await decidedIn(bench, id);
  const sources = loaded.sources.map(({ source }) => source);
  const queue = queueOf(
    {
      decided,
      sources,
      names: draftNames(
        loaded.account,
        loaded.claims.map(({ claim }) => claim),
      ),
    },
    filter,
  );
  const proposals = await withWords(bench, id, queue.proposals);
  return { ...queue, proposals, ...state, moved: await movedIn(bench, id, decided) };
}

/** The proposals with the words beside their numbers, each text being looked through once. */
async function withWords(
  { store }: Workbench,
  id: string,
  proposals: readonly ProposalView[],
): Promise<readonly ProposalView[]> {
  const snippets = new Map<string, ReturnType<typeof snippetsOf>>();
  for (const source of new Set(proposals.map(({ proposal }) => proposal.source))) {
    const text = await store.copies.text(id, source);
    if (text !== undefined) snippets.set(source, snippetsOf(text));
  }
  return proposals.map((view) => {
    const snippet = snippets.get(view.proposal.source)?.(view.proposal.number);
    return snippet === undefined ? view : { ...view, snippet };
  });
}

/** Every proposal of a case with where it stands. */
export async function decidedIn({ store }: Workbench, id: string): Promise<readonly DecidedProposal[]> {
  const [proposals, decisions, claims] = await Promise.all([
    store.proposals.all(id),
    store.decisions.list(id),
    store.claims.all(id),
  ]);
  return decidedProposals(proposals, { decisions, claims });
}

/** The accepted claims whose words are elsewhere now; one whose proposal is read at the same place has not moved. */
async function movedIn(
  { store }: Workbench,
  id: string,
  decided: readonly DecidedProposal[],
): Promise<readonly MovedClaim[]> {
  const claims = new Map((await store.claims.all(id)).map((claim) => [claim.id, claim]));
  const byId = new Map(decided.map(({ proposal }) => [proposal.id, proposal]));
  const doubtful = [...standingDecisions(await store.decisions.list(id)).values()].flatMap((decision) =>
    isInPlace(decision, byId, claims) ? [] : (claims.get(decision.claim ?? "") ?? []),
  );
  const moved: MovedClaim[] = [];
  for (const { id: claim, source, paraphrase, span } of doubtful) {
    const anchor = anchorOf(span, await store.copies.text(id, source));
    if (anchor.kind === "moved") moved.push({ claim, source, paraphrase, reason: anchor.reason });
  }
  return moved;
}

function isInPlace(
  { subject, claim }: Decision,
  proposals: ReadonlyMap<string, ClaimProposal>,
  claims: ReadonlyMap<string, Claim>,
): boolean {
  const [read, kept] = [proposals.get(subject)?.span, claims.get(claim ?? "")?.span];
  return read !== undefined && kept !== undefined && JSON.stringify(read) === JSON.stringify({ ...read, ...kept });
}
