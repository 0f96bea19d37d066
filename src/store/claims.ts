import { foldWord } from "../accounts/occupation.ts";
import type { Acceptance, ClaimView } from "../cases/views.ts";
import type { Claim } from "../claims/claim.ts";
import { acceptances } from "../claims/decided-proposal.ts";
import type { Decision } from "../claims/decision.ts";
import type { ClaimResult } from "../estimates/estimate.ts";
import { parsePeriod } from "../values/period.ts";
import { present } from "../values/present.ts";
import type { Database } from "./database.ts";
import { loadClaimResults } from "./estimates.ts";
import type { ClaimFilter, ClaimStore } from "./parts.ts";
import { claims, decisions, sources } from "./row-tables.ts";
import { attachedSources } from "./source-text.ts";

/** A claim conflicts when it is more likely than not a gross error. */
const CONFLICT = 0.5;

/** The claims of cases, as pages show them. */
export function claimStore(database: Database): ClaimStore {
  return {
    all: (caseId) => database.records(caseId, claims),
    async list(caseId, filter = {}) {
      const all = await database.records(caseId, claims);
      const results = await loadClaimResults(database.db, caseId);
      const matching = all.filter((claim) => matches(claim, filter));
      const found = filter.conflict === true ? loudest(matching, results) : matching;
      const { offset = 0, limit = found.length } = filter;
      const shown = found.slice(offset, offset + limit);
      return { claims: await views(database, caseId, { shown, results }), total: found.length };
    },
    async get(caseId, id) {
      const claim = (await database.records(caseId, claims)).find((one) => one.id === id);
      if (claim === undefined) return undefined;
      const results = await loadClaimResults(database.db, caseId);
      return (await views(database, caseId, { shown: [claim], results }))[0];
    },
  };
}

async function views(
  database: Database,
  caseId: string,
  { shown, results }: { readonly shown: readonly Claim[]; readonly results: ReadonlyMap<string, ClaimResult> },
): Promise<readonly ClaimView[]> {
  const all = await database.records(caseId, sources);
  const titles = new Map(all.map((source) => [source.id, source.title]));
  const accepted = acceptances(await database.records(caseId, decisions));
  const attached = await attachedSources(database.db, caseId, all);
  return shown.map((claim) => {
    const sourceTitle = titles.get(claim.source) ?? claim.source;
    return present({
      claim,
      sourceTitle,
      attached: attached.has(claim.source),
      result: results.get(claim.id),
      accepted: acceptanceOf(accepted.get(claim.id)),
    });
  });
}

function acceptanceOf(decision: Decision | undefined): Acceptance | undefined {
  if (decision === undefined) return undefined;
  const { by, at } = decision;
  return { by, at, decision: decision.decision === "corrected" ? "corrected" : "accepted" };
}

function loudest(found: readonly Claim[], results: ReadonlyMap<string, ClaimResult>): readonly Claim[] {
  const conflict = (claim: Claim) => results.get(claim.id)?.conflict ?? 0;
  return found
    .filter((claim) => conflict(claim) > CONFLICT)
    .toSorted((left, right) => conflict(right) - conflict(left));
}

function matches(claim: Claim, filter: ClaimFilter): boolean {
  return (
    is(filter.measure, claim.measure) &&
    is(filter.place, claim.place) &&
    isOfWork(filter.occupations, claim) &&
    is(filter.speaker, claim.statedBy) &&
    is(filter.source, claim.source) &&
    (filter.year === undefined || touchesYear(claim, filter.year)) &&
    (filter.q === undefined || holdsWords(claim, filter.q))
  );
}

function is(wanted: string | undefined, value: string): boolean {
  return wanted === undefined || wanted === value;
}

function isOfWork(words: readonly string[] | undefined, { occupation }: Claim): boolean {
  if (words === undefined) return true;
  return occupation === undefined ? words.length === 0 : words.includes(foldWord(occupation));
}

function touchesYear({ period }: Claim, year: number): boolean {
  const parsed = period === undefined ? undefined : parsePeriod(period);
  if (parsed?.ok !== true) return false;
  const { start = Number.NEGATIVE_INFINITY, end = Number.POSITIVE_INFINITY } = parsed.value;
  return start < year + 1 && end > year;
}

function holdsWords({ paraphrase, note = "", statedBy, locator, occupation = "" }: Claim, q: string): boolean {
  const text = [paraphrase, note, statedBy, locator, occupation].join("\n").toLowerCase();
  return q
    .toLowerCase()
    .split(/\s+/u)
    .every((word) => text.includes(word));
}
