import type { ProposalText } from "../cases/proposal-text.ts";
import type { ClaimProposal } from "../claims/proposal.ts";
import { type Database, lockCase } from "./database.ts";
import { decideProposals, withdrawDecisions } from "./decide-proposals.ts";
import type { ProposalStore, Propose } from "./parts.ts";
import { keepProposals, textToRead, unreadSources } from "./proposal-texts.ts";
import { transact } from "./transaction.ts";

/** How often a text is read anew because it was changed while it was read. */
const ATTEMPTS = 5;

interface Remembered {
  readonly stamps: string;
  readonly proposals: readonly ClaimProposal[];
}

/** What reading proposes in cases, and what people decide about it. */
export function proposalStore(database: Database): ProposalStore {
  const remembered = new Map<string, Remembered>();
  const { db } = database;
  return {
    unread: async (caseId) => ((await database.revision(caseId)) === 0 ? [] : unreadSources(db, caseId)),
    read: (caseId, source, propose) => readSource(database, { caseId, source, propose }),
    async all(caseId) {
      const stamps = await stampsOf(database, caseId);
      const kept = remembered.get(caseId);
      if (kept?.stamps === stamps) return kept.proposals;
      const proposals = await load(database, caseId);
      remembered.set(caseId, { stamps, proposals });
      return proposals;
    },
    async decide(caseId, act) {
      const made = await transact(db, (trx) => decideProposals(trx, caseId, act));
      database.changed(caseId);
      return made;
    },
    async withdraw(caseId, act) {
      const made = await transact(db, (trx) => withdrawDecisions(trx, caseId, act));
      if (made.length > 0) database.changed(caseId);
      return made;
    },
  };
}

/** Changes whenever the proposals of a case do. */
async function stampsOf({ db }: Database, caseId: string): Promise<string> {
  const rows = await db.selectFrom("proposal_texts").select("stamp").where("case_id", "=", caseId).execute();
  return rows
    .map((row) => row.stamp)
    .sort()
    .join(" ");
}

async function load({ db }: Database, caseId: string): Promise<readonly ClaimProposal[]> {
  const rows = await db
    .selectFrom("proposals")
    .select("body")
    .where("case_id", "=", caseId)
    .orderBy("source")
    .orderBy("start")
    .orderBy("id")
    .execute();
  return rows.map((row): ClaimProposal => JSON.parse(row.body));
}

/** Reads a text outside the transaction, since that takes a while, and keeps the outcome if the text is still the same. */
async function readSource(
  database: Database,
  { caseId, source, propose }: { readonly caseId: string; readonly source: string; readonly propose: Propose },
): Promise<void> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const text = await textToRead(database.db, caseId, source);
    if (text === undefined) return;
    const proposals = await propose(text);
    const isKept = await transact(database.db, async (trx) => {
      await lockCase(trx, caseId);
      if (!isSame(text, await textToRead(trx, caseId, source))) return false;
      await keepProposals(trx, caseId, { source, proposals });
      return true;
    });
    if (isKept) return database.wrote();
  }
}

function isSame(before: ProposalText, now: ProposalText | undefined): boolean {
  return JSON.stringify(before) === JSON.stringify(now);
}
