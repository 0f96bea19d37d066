import type { Claim } from "../claims/claim.ts";
import type { Source } from "../sources/source.ts";
import { compareText } from "../values/table.ts";
import { type AuditDraft, type AuditFinding, findingId, SURENESSES, type Sureness } from "./audit-finding.ts";
import type { AuditInput, AuditRule } from "./audit-rule.ts";
import { AUDIT_RULES } from "./rules/index.ts";
import { yearsOfClaim } from "./same-subject.ts";

/**
 * What in the claims of a case cannot be right as it stands, or asks for a person's look: decision-changing findings first, then
 * by how sure they are, then by rule. Plans and hypotheticals are left out: they claim nothing.
 * @example
 * auditCase({ claims: [], sources: [], account: { kind: "account", firstYear: 2000, lastYear: 2001, anchor: 2000, places: [], regions: [], groups: [], measures: new Map(), headlines: [] }, witnesses: [] }) // => []
 */
export function auditCase(input: AuditInput): readonly AuditFinding[] {
  const stands = ({ modality }: Claim) => modality === "asserted" || modality === "hearsay";
  const read = { ...input, claims: oldestFirst(input.claims.filter(stands), input.sources) };
  const found = AUDIT_RULES.flatMap((rule) => rule.run(read).map((draft) => findingOf(rule, draft)));
  const once = new Map(found.map((finding) => [finding.id, finding]));
  return [...once.values()].toSorted((a, b) => rank(a) - rank(b));
}

/** By the date of their sources, so that the oldest claim on a number counts as the one that others repeat. */
function oldestFirst(claims: readonly Claim[], sources: readonly Source[]): readonly Claim[] {
  const dates = new Map(sources.map(({ id, published }) => [id, yearsOfClaim({ period: published ?? "" })?.low]));
  const date = ({ source }: Claim) => dates.get(source) ?? Number.MAX_SAFE_INTEGER;
  const start = ({ span }: Claim) => span?.start ?? 0;
  return claims.toSorted(
    (a, b) => date(a) - date(b) || compareText(a.source, b.source) || start(a) - start(b) || compareText(a.id, b.id),
  );
}

function findingOf(rule: AuditRule, draft: AuditDraft): AuditFinding {
  const { tested, against, copies } = draft;
  return {
    kind: "audit finding",
    id: findingId(rule.id, tested, against),
    rule: rule.id,
    claims: [...new Set([...tested, ...against, ...copies])],
    ...draft,
    explanation: capitalised(draft.explanation),
  };
}

function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function rank({ grade, sureness, rule }: AuditFinding): number {
  const order = AUDIT_RULES.findIndex(({ id }) => id === rule);
  return (grade === "decision-changing" ? 0 : 1000) + 100 * surenessRank(sureness) + order;
}

function surenessRank(sureness: Sureness): number {
  return SURENESSES.indexOf(sureness);
}
