import type { Kysely } from "kysely";
import { checkSpeakers } from "../cases/check-package.ts";
import type { Claim } from "../claims/claim.ts";
import { claimFromDraft, draftOf, isCorrected } from "../claims/claim-draft.ts";
import { lastAct, standingDecisions } from "../claims/decided-proposal.ts";
import type { Decision } from "../claims/decision.ts";
import type { ClaimProposal } from "../claims/proposal.ts";
import { anchorSpan } from "../sources/anchor.ts";
import type { Witness } from "../testimony/witness.ts";
import { touchCase } from "./database.ts";
import { ConflictError, DraftError, NotFoundError } from "./errors.ts";
import type { ProposalAct, ProposalDecision, WithdrawAct } from "./parts.ts";
import { cellsOf, claims, decisions, loadRecords, saveCells, sources, witnesses } from "./row-tables.ts";
import { indexClaims } from "./search-index.ts";
import { loadPackageText, loadText } from "./source-text.ts";
import type { Tables } from "./tables.ts";

/** The case as the decisions of one act find it, locked until they are kept. */
interface Desk {
  readonly trx: Kysely<Tables>;
  readonly caseId: string;
  readonly claims: readonly Claim[];
  readonly decisions: readonly Decision[];
}

async function openDesk(trx: Kysely<Tables>, caseId: string): Promise<Desk> {
  await touchCase(trx, caseId);
  const [kept, made] = [await loadRecords(trx, caseId, claims), await loadRecords(trx, caseId, decisions)];
  return { trx, caseId, claims: kept, decisions: made };
}

/** A time after every decision of the case, so that the last one is the last one whatever the clock does. */
function momentAfter(made: readonly Decision[], now: string): string {
  const latest = made.reduce((last, { at }) => Math.max(last, Date.parse(at)), 0);
  return new Date(Math.max(Date.parse(now), latest + 1)).toISOString();
}

/** Keeps what a person decides about proposals, all of it or nothing, and the claims that they become. */
export async function decideProposals(
  trx: Kysely<Tables>,
  caseId: string,
  { by, at: now, decisions: asked }: ProposalAct,
): Promise<readonly Decision[]> {
  const desk = await openDesk(trx, caseId);
  const at = momentAfter(desk.decisions, now);
  const byId = await proposalsOf(
    desk,
    asked.map(({ id }) => id),
  );
  await refuseMoved(desk, byId, asked);
  const known = await loadRecords(trx, caseId, witnesses);
  const voices = new Map((await loadRecords(trx, caseId, sources)).map((source) => [source.id, source]));
  const made: Decision[] = [];
  const added = new Map(desk.claims.map((claim) => [claim.id, claim]));
  for (const one of asked) {
    const proposal = byId.get(one.id);
    if (proposal === undefined) continue;
    if (one.decision === "rejected") {
      made.push({
        kind: "decision",
        at,
        by,
        decision: "rejected",
        subject: one.id,
        ...(one.why ? { why: one.why } : {}),
      });
      continue;
    }
    const claim = claimOf(proposal, one, known);
    if (added.has(claim.id))
      throw new ConflictError(`the claim that ${one.id} would become is there already: ${claim.id}; nothing was kept`);
    added.set(claim.id, claim);
    const decision = isCorrected(one.draft, draftOf(proposal, voices.get(proposal.source) ?? {}))
      ? "corrected"
      : "accepted";
    made.push({ kind: "decision", at, by, decision, subject: one.id, claim: claim.id });
  }
  const fresh = [...added.values()].slice(desk.claims.length);
  await keep(desk, { claims: [...added.values()], decisions: made });
  await indexClaims(trx, caseId, { added: fresh, removed: [] });
  return made;
}

/** The claim that a proposal becomes. Throws where it lacks something, or names a witness whom the case does not have. */
function claimOf(
  proposal: ClaimProposal,
  { draft, paraphrase }: Extract<ProposalDecision, { decision: "accepted" }>,
  known: readonly Witness[],
): Claim {
  const claim = claimFromDraft(proposal, draft, paraphrase);
  if (!claim.ok) throw new DraftError(proposal.id, claim.issues);
  const rows = known.map((record, row) => ({ row, record }));
  const strangers = checkSpeakers([{ row: 0, record: claim.value }], rows);
  if (strangers.length > 0)
    throw new DraftError(
      proposal.id,
      strangers.map(({ row: _row, ...issue }) => issue),
    );
  return claim.value;
}

/** The proposals that are named, none of which anybody has decided. Throws where one is missing, named twice, or decided. */
async function proposalsOf(desk: Desk, ids: readonly string[]): Promise<ReadonlyMap<string, ClaimProposal>> {
  const { trx, caseId } = desk;
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined) throw new ConflictError(`${twice} is named twice; nothing was kept`);
  const rows = await trx
    .selectFrom("proposals")
    .select("body")
    .where("case_id", "=", caseId)
    .where("id", "in", [...ids, ""])
    .execute();
  const byId = new Map(
    rows.map((row): [string, ClaimProposal] => {
      const proposal: ClaimProposal = JSON.parse(row.body);
      return [proposal.id, proposal];
    }),
  );
  const missing = ids.find((id) => !byId.has(id));
  if (missing !== undefined)
    throw new NotFoundError(`there is no proposal ${missing}: its text may have changed; nothing was kept`);
  const standing = standingDecisions(desk.decisions);
  const decided = ids.flatMap((id) => standing.get(id) ?? []);
  if (decided.length > 0)
    throw new ConflictError(
      "somebody has decided in the meantime; nothing was kept",
      decided.map(({ subject, decision, by, at }) => `${subject} was ${decision} by ${by}, ${at}`),
    );
  return byId;
}

/** Throws where the passage of a proposal that is to be a claim does not stand exactly in the text at hand. */
async function refuseMoved(
  { trx, caseId }: Desk,
  byId: ReadonlyMap<string, ClaimProposal>,
  asked: readonly ProposalDecision[],
): Promise<void> {
  const accepted = asked.flatMap(({ id, decision }) => (decision === "accepted" ? (byId.get(id) ?? []) : []));
  const all = await loadRecords(trx, caseId, sources);
  for (const source of all.filter(({ id }) => accepted.some((proposal) => proposal.source === id))) {
    // The text of the package as well, where an attached copy covers it: an export would not be taken in again.
    const texts = [(await loadText(trx, caseId, source)) ?? "", await loadPackageText(trx, caseId, source)];
    for (const { id, span } of accepted.filter((proposal) => proposal.source === source.id)) {
      for (const text of texts) {
        const anchor = text === undefined ? undefined : anchorSpan(text, span);
        if (anchor?.kind === "moved")
          throw new ConflictError(`the passage of ${id} has moved: ${anchor.reason}; nothing was kept`);
      }
    }
  }
}

/**
 * Takes back decisions about proposals, those that are named or the person's last act: notes that they were withdrawn, and
 * takes the claims that they made out of the case.
 */
export async function withdrawDecisions(
  trx: Kysely<Tables>,
  caseId: string,
  { by, at: now, ids }: WithdrawAct,
): Promise<readonly Decision[]> {
  const desk = await openDesk(trx, caseId);
  const standing = standingDecisions(desk.decisions);
  const taken = ids === undefined ? lastAct(desk.decisions, by) : ids.flatMap((id) => standing.get(id) ?? []);
  if (taken.length === 0) return [];
  const gone = new Set(taken.flatMap(({ claim }) => claim ?? []));
  refuseNeeded(desk, gone);
  const at = momentAfter(desk.decisions, now);
  const made = taken.map(({ subject }): Decision => ({ kind: "decision", at, by, decision: "withdrawn", subject }));
  await keep(desk, { claims: desk.claims.filter(({ id }) => !gone.has(id)), decisions: made });
  await indexClaims(trx, caseId, { added: [], removed: [...gone] });
  return made;
}

/** Throws where something of the case rests on a claim that would go. */
function refuseNeeded(desk: Desk, gone: ReadonlySet<string>): void {
  const derived = desk.claims.filter(
    ({ id, derivedFrom }) => !gone.has(id) && derivedFrom.some((from) => gone.has(from)),
  );
  const decided = desk.decisions.filter(({ subject }) => gone.has(subject));
  const needed = [
    ...derived.map(({ id }) => `the claim ${id} derives from it`),
    ...decided.map(({ subject, decision }) => `${subject} was ${decision} as a claim`),
  ];
  if (needed.length > 0)
    throw new ConflictError("the claim that this would take back is used; nothing was taken back", needed);
}

async function keep(
  { trx, caseId, claims: before, decisions: earlier }: Desk,
  { claims: after, decisions: made }: { readonly claims: readonly Claim[]; readonly decisions: readonly Decision[] },
): Promise<void> {
  if (after.length !== before.length) await saveCells(trx, caseId, { table: claims, rows: cellsOf(claims, after) });
  await saveCells(trx, caseId, { table: decisions, rows: cellsOf(decisions, [...earlier, ...made]) });
}
