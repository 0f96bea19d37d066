import type { Account } from "../accounts/account.ts";
import { foldWord } from "../accounts/occupation.ts";
import type { Claim } from "../claims/claim.ts";
import { type OriginGroup, originGroups } from "../claims/origin-group.ts";
import type { Source } from "../sources/source.ts";
import type { ClaimResult } from "./estimate.ts";
import { type EvidenceGroup, groupEvidence, type RootedObservation } from "./evidence-group.ts";
import { aboutYearOf, observe } from "./observation.ts";
import { NOTHING_OFF, type SwitchedOff } from "./what-if.ts";
import { hasOccupation, workOf } from "./work-meant.ts";

/** The claims of a case as evidence on its account. */
export interface Evidence {
  readonly groups: readonly EvidenceGroup[];
  /** Claims that inform nothing, each with the reason. */
  readonly unused: readonly ClaimResult[];
}

/** A computed claim has weight 0: holding it against its parts is an audit. */
const COMPUTED = {
  used: false,
  reason: "computed from other claims of its own origin: an audit, not evidence",
} as const;

const SWITCHED_OFF = { used: false, reason: "switched off" } as const;

/**
 * The evidence that claims are on an account: groups of one origin, and the claims that are kept, shown and not used. Claims and
 * origins may be switched off.
 * @example
 * gatherEvidence({ measures: new Map() }, [], []) // => {"groups":[],"unused":[]}
 */
export function gatherEvidence(
  account: Account,
  claims: readonly Claim[],
  sources: readonly Source[],
  without: SwitchedOff = NOTHING_OFF,
): Evidence {
  const bySource = new Map(sources.map((source) => [source.id, source]));
  const byId = new Map(claims.map((claim) => [claim.id, claim]));
  const inOrder = [...claims].sort((a, b) => (a.id < b.id ? -1 : 1));
  const groups = new Map(originGroups(inOrder).flatMap((group) => group.claims.map((id) => [id, group] as const)));
  const rooted: RootedObservation[] = [];
  const unused: ClaimResult[] = [];
  const dates = new Map([...new Set(groups.values())].map((group) => [group, dateOf(group, byId, bySource)]));
  for (const claim of claims) {
    const source = bySource.get(claim.source);
    const group = groups.get(claim.id);
    if (!source || !group) throw new Error(`unknown source: ${claim.source}`);
    const observed = isOff(claim, group, without)
      ? SWITCHED_OFF
      : isComputed(account, claim, byId)
        ? COMPUTED
        : observe(account, claim, source, dates.get(group));
    if (observed.used) rooted.push({ claim, group: ofWork(account, claim, group), observation: observed.observation });
    else unused.push(unusedResult(claim, observed.reason));
  }
  return { groups: groupEvidence(rooted), unused };
}

/** Where its measure tells occupations apart, an origin says of each, and of each part of one, another thing. */
function ofWork(account: Account, claim: Claim, group: OriginGroup): OriginGroup {
  const measure = account.measures.get(claim.measure);
  if (claim.occupation === undefined || !measure || !hasOccupation(account, measure)) return group;
  const work = workOf(account, measure, claim);
  const name = work?.kind === "cell" ? work.occupation : foldWord(claim.occupation);
  return { ...group, id: `${group.id} · ${name}` };
}

/** Claims that are switched off inform nothing; what derives from them keeps its origin and its date. */
function isOff(claim: Claim, group: OriginGroup, without: SwitchedOff): boolean {
  return without.claims.includes(claim.id) || without.origins.includes(group.origin);
}

/** The date of a group's root; of an undated one about the year of its earliest source, for the root came before its copies. */
function dateOf(
  group: OriginGroup,
  byId: ReadonlyMap<string, Claim>,
  bySource: ReadonlyMap<string, Source>,
): string | undefined {
  if (group.period !== undefined) return group.period;
  const published = group.claims.flatMap((id) => bySource.get(byId.get(id)?.source ?? "")?.published ?? []);
  const [earliest] = published.sort();
  return earliest === undefined ? undefined : aboutYearOf(earliest);
}

function unusedResult(claim: Claim, reason: string): ClaimResult {
  const range = claim.range;
  const low = range.kind === "point" ? range.value : range.kind === "at most" ? range.high : range.low;
  const high = range.kind === "point" ? range.value : range.kind === "at least" ? range.low : range.high;
  return {
    kind: "claim result",
    claim: claim.id,
    unused: reason,
    conflict: 0,
    distance: 0,
    center: (low + high) / 2,
    low,
    high,
    weight: 0,
    group: "",
  };
}

/** Whether a claim can be computed from several claims of its own origin, such as the sum of a list (rule E16). */
function isComputed(account: Account, claim: Claim, byId: ReadonlyMap<string, Claim>): boolean {
  if (claim.derivedFrom.length < 2) return false;
  const measure = account.measures.get(claim.measure);
  const tellsWork = measure !== undefined && hasOccupation(account, measure);
  return claim.derivedFrom.some((id) => {
    const other = byId.get(id);
    const isOtherWork = tellsWork && other?.occupation !== claim.occupation;
    return other?.measure !== claim.measure || other?.place !== claim.place || isOtherWork;
  });
}
