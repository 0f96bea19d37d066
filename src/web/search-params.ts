import { AUDIT_GRADES, type AuditGrade } from "../audits/audit-finding.ts";
import { FINDING_STATUSES, type FindingStatus } from "../audits/decided-finding.ts";
import { PROPOSAL_STATUSES, type ProposalStatus } from "../claims/decided-proposal.ts";
import { RELIABILITIES, type Reliability } from "../sources/grade.ts";

/** What every page of a case can carry: the quantity whose trace is open, and the way that led to it. */
export interface TraceSearch {
  readonly trace?: string | undefined;
  /** Quantities passed on the way, oldest first, joined by commas. */
  readonly path?: string | undefined;
}

export interface OverviewSearch {
  readonly year?: number | undefined;
}

export interface ReaderSearch {
  readonly claim?: string | undefined;
  /** Position in the text to go to, in code points. */
  readonly at?: number | undefined;
}

export interface SourcesSearch {
  readonly q?: string | undefined;
  readonly sort?: string | undefined;
}

export interface ClaimsSearch {
  readonly measure?: string | undefined;
  readonly place?: string | undefined;
  /** `all` keeps claims that name no occupation. */
  readonly occupation?: string | undefined;
  readonly year?: number | undefined;
  readonly speaker?: string | undefined;
  readonly q?: string | undefined;
  readonly conflict?: 1 | undefined;
  readonly sort?: string | undefined;
}

/** `only` keeps quantities that the prior carries, `none` leaves them out. */
export type Carried = "only" | "none";

export interface EstimatesSearch {
  readonly measure?: string | undefined;
  readonly place?: string | undefined;
  /** `all` keeps all work together. */
  readonly occupation?: string | undefined;
  readonly year?: number | undefined;
  readonly carried?: Carried | undefined;
  readonly sort?: string | undefined;
}

export interface ProposalsSearch {
  readonly source?: string | undefined;
  readonly measure?: string | undefined;
  readonly status?: ProposalStatus | undefined;
  /** Id of the proposal that is looked at. */
  readonly p?: string | undefined;
}

/** The lists hold what is switched off: claims and measures by their ids, origins by their names. */
export interface ConflictsSearch {
  readonly measure?: string | undefined;
  readonly place?: string | undefined;
  /** Of the headline figures. */
  readonly year?: number | undefined;
  readonly off?: readonly string[] | undefined;
  readonly origins?: readonly string[] | undefined;
  readonly priors?: readonly string[] | undefined;
}

export interface NextFactsSearch {
  readonly measure?: string | undefined;
  readonly place?: string | undefined;
  readonly occupation?: string | undefined;
  readonly year?: number | undefined;
  readonly grade?: Reliability | undefined;
}

export interface AuditSearch {
  readonly rule?: string | undefined;
  readonly grade?: AuditGrade | undefined;
  readonly status?: FindingStatus | undefined;
}

type Raw = Readonly<Record<string, unknown>>;

function text(raw: Raw, key: string): string | undefined {
  const value = raw[key];
  if (typeof value === "number") return String(value);
  return typeof value === "string" && value !== "" ? value : undefined;
}

function year(raw: Raw): number | undefined {
  const value = Number(raw.year);
  return Number.isInteger(value) && value > 1000 && value < 3000 ? value : undefined;
}

function position(raw: Raw): number | undefined {
  const value = text(raw, "at");
  return value !== undefined && /^\d+$/.test(value) ? Number(value) : undefined;
}

/** Stands between the names of a list: names may hold commas. */
const BETWEEN = "|";

function list(raw: Raw, key: string): readonly string[] | undefined {
  const value = raw[key];
  const names = Array.isArray(value) ? value.map(String) : (text(raw, key)?.split(BETWEEN) ?? []);
  const named = [...new Set(names.filter((name) => name !== ""))];
  return named.length === 0 ? undefined : named;
}

/** Readers of the address's search part, one a page; unknown and malformed values are dropped. */
export const searchParams = {
  trace: (raw: Raw): TraceSearch => ({ trace: text(raw, "trace"), path: text(raw, "path") }),
  overview: (raw: Raw): OverviewSearch => ({ year: year(raw) }),
  reader: (raw: Raw): ReaderSearch => ({ claim: text(raw, "claim"), at: position(raw) }),
  sources: (raw: Raw): SourcesSearch => ({ q: text(raw, "q"), sort: text(raw, "sort") }),
  claims: (raw: Raw): ClaimsSearch => ({
    measure: text(raw, "measure"),
    place: text(raw, "place"),
    occupation: text(raw, "occupation"),
    year: year(raw),
    speaker: text(raw, "speaker"),
    q: text(raw, "q"),
    conflict: String(raw.conflict) === "1" ? 1 : undefined,
    sort: text(raw, "sort"),
  }),
  proposals: (raw: Raw): ProposalsSearch => ({
    source: text(raw, "source"),
    measure: text(raw, "measure"),
    status: PROPOSAL_STATUSES.find((status) => status === raw.status),
    p: text(raw, "p"),
  }),
  audit: (raw: Raw): AuditSearch => ({
    rule: text(raw, "rule"),
    grade: AUDIT_GRADES.find((grade) => grade === raw.grade),
    status: FINDING_STATUSES.find((status) => status === raw.status),
  }),
  conflicts: (raw: Raw): ConflictsSearch => ({
    measure: text(raw, "measure"),
    place: text(raw, "place"),
    year: year(raw),
    off: list(raw, "off"),
    origins: list(raw, "origins"),
    priors: list(raw, "priors"),
  }),
  nextFacts: (raw: Raw): NextFactsSearch => ({
    measure: text(raw, "measure"),
    place: text(raw, "place"),
    occupation: text(raw, "occupation"),
    year: year(raw),
    grade: RELIABILITIES.find((grade) => grade === raw.grade),
  }),
  estimates: (raw: Raw): EstimatesSearch => ({
    measure: text(raw, "measure"),
    place: text(raw, "place"),
    occupation: text(raw, "occupation"),
    year: year(raw),
    carried: raw.carried === "only" || raw.carried === "none" ? raw.carried : undefined,
    sort: text(raw, "sort"),
  }),
};

/** The search part of an address as plain strings: no guessing at numbers or JSON. */
export function parseSearch(search: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(search));
}

/** The search part of an address, with `?` when there is anything in it. */
export function stringifySearch(search: Readonly<Record<string, unknown>>): string {
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries(search)) {
    if (value !== undefined) params.set(key, Array.isArray(value) ? value.join(BETWEEN) : String(value));
  }
  const text = params.toString();
  return text === "" ? "" : `?${text}`;
}
