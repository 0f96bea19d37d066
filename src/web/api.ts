import type { DecidedFinding } from "../audits/decided-finding.ts";
import type { ConflictView } from "../cases/conflicts.ts";
import type { PassageWindow } from "../cases/passage-window.ts";
import type { ProposalQueue, ProposalView } from "../cases/proposal-queue.ts";
import type {
  AuditView,
  CaseSummary,
  ClaimView,
  MeasureView,
  OccupationView,
  Overview,
  PlaceView,
  ReconcilingState,
  SearchHit,
  SourceReading,
  SourceView,
} from "../cases/views.ts";
import type { ClaimDraft } from "../claims/claim-draft.ts";
import type { ProposalStatus } from "../claims/decided-proposal.ts";
import type { Decision } from "../claims/decision.ts";
import type { JointReadings, OriginInfluence, PredictiveCheck, RivalReadings } from "../estimates/appraisal.ts";
import type { Estimate } from "../estimates/estimate.ts";
import type { NextFacts } from "../estimates/next-fact.ts";
import type { Trace } from "../estimates/trace.ts";
import type { SwitchedOff, WhatIf } from "../estimates/what-if.ts";
import type { Reliability } from "../sources/grade.ts";
import { describeIssue, type Issue } from "../values/issue.ts";

/** What the server answered when it refused, in its own words. */
export class ApiError extends Error {
  readonly status: number;
  readonly issues: readonly Issue[];
  constructor(status: number, message: string, issues: readonly Issue[]) {
    super(message);
    this.status = status;
    this.issues = issues;
  }
}

interface Refusal {
  readonly error?: { readonly message?: string; readonly issues?: readonly Issue[] };
}

async function refusal(response: Response): Promise<ApiError> {
  const body: Refusal = await response.json().catch(() => ({}));
  const issues = body.error?.issues ?? [];
  const lines = [body.error?.message ?? `${response.status} ${response.statusText}`, ...issues.map(describeIssue)];
  return new ApiError(response.status, lines.join("\n"), issues);
}

async function request<T>(path: string, init: RequestInit = {}): Promise<T> {
  const response = await fetch(`/api/${path}`, { credentials: "same-origin", ...init });
  if (!response.ok) throw await refusal(response);
  const value: T = await response.json();
  return value;
}

function post<T>(path: string, body: unknown): Promise<T> {
  const headers = { "content-type": "application/json" };
  return request<T>(path, { method: "POST", headers, body: JSON.stringify(body) });
}

type Query = Readonly<Record<string, string | number | undefined>>;

function withQuery(path: string, query: Query): string {
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) if (value !== undefined) params.set(key, String(value));
  const text = params.toString();
  return text === "" ? path : `${path}?${text}`;
}

const of = (caseId: string, rest: string) => `cases/${encodeURIComponent(caseId)}/${rest}`;

/** Address of the report on the audits of a case: a page of its own, to keep. */
export const auditReportAt = (caseId: string): string => `/api/${of(caseId, "audit/report")}`;

/** What the claims page asks for. */
export interface ClaimFilter {
  readonly measure?: string | undefined;
  readonly place?: string | undefined;
  /** `all` for claims that name no occupation. */
  readonly occupation?: string | undefined;
  readonly year?: number | undefined;
  readonly speaker?: string | undefined;
  readonly source?: string | undefined;
  readonly q?: string | undefined;
  readonly conflict?: 1 | undefined;
}

/** What a person makes of a finding; it is dismissed with a reason. */
export interface Judgement {
  readonly decision: "confirmed" | "dismissed";
  readonly why?: string;
}

/** What the estimates page asks for. */
export interface EstimateFilter {
  readonly measure?: string | undefined;
  readonly place?: string | undefined;
  /** `all` for all work together. */
  readonly occupation?: string | undefined;
  readonly year?: number | undefined;
}

/** Claims that conflict, how claims scatter as a whole, and what undecided numbers mean. */
export interface Conflicts {
  readonly conflicts: readonly ConflictView[];
  readonly check: PredictiveCheck;
  readonly readings: readonly RivalReadings[];
  readonly joint: readonly JointReadings[];
}

/** A question for the facts that would narrow a figure. */
export interface NextFactsQuestion {
  /** Id of a quantity. */
  readonly figure: string;
  readonly grade: Reliability;
}

/** Measures, places, occupations and years of a case, by which pages name things. */
export interface CaseWords {
  readonly measures: readonly MeasureView[];
  readonly places: readonly PlaceView[];
  /** Empty where the account tells no occupations apart. */
  readonly occupations: readonly OccupationView[];
  readonly years: readonly [number, number];
}

/** What became of a document that was to be added: the source that it is now, and whether it was one before. */
export interface AddedDocument {
  readonly view: SourceView;
  readonly added: boolean;
  readonly notes: readonly string[];
}

/** What the queue asks for. */
export interface ProposalFilter {
  readonly source?: string | undefined;
  readonly measure?: string | undefined;
  readonly status?: ProposalStatus | undefined;
  readonly limit?: number | undefined;
}

/** Proposals that a person accepts as they stand, each with the paraphrase that was shown. */
export interface Confirmed {
  readonly id: string;
  readonly paraphrase: string;
}

/** A proposal that a person accepts with other fields. */
export interface Corrected extends Confirmed {
  readonly draft: ClaimDraft;
}

interface Decided {
  readonly decisions: readonly Decision[];
}

/** The queue, how far its texts have been read, and the accepted claims whose words have moved. */
export interface QueueAnswer extends ProposalQueue {
  readonly unread: number;
  readonly failed: readonly { readonly source: string; readonly why: string }[];
  readonly moved: readonly {
    readonly claim: string;
    readonly source: string;
    readonly paraphrase: string;
    readonly reason: string;
  }[];
}

/** One proposal with its passage in the text. */
export interface PassageAnswer {
  readonly view: ProposalView;
  readonly language: string;
  readonly passage: PassageWindow;
}

/** Every call that the pages make of the server. */
export const api = {
  cases: () => request<{ cases: readonly CaseSummary[] }>("cases"),
  newCase: (id: string, title: string) =>
    request<CaseSummary>("cases", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ id, title }),
    }),
  overview: (caseId: string, year?: number) => request<Overview>(withQuery(of(caseId, "overview"), { year })),
  words: (caseId: string) => request<CaseWords>(of(caseId, "measures")),
  sources: (caseId: string) => request<{ sources: readonly SourceView[] }>(of(caseId, "sources")),
  source: (caseId: string, source: string) =>
    request<SourceReading>(of(caseId, `sources/${encodeURIComponent(source)}`)),
  addDocument: (caseId: string, file: File) =>
    request<AddedDocument>(withQuery(of(caseId, "sources"), { name: file.name }), {
      method: "POST",
      headers: { "content-type": "application/octet-stream" },
      body: file,
    }),
  attach: (caseId: string, source: string, file: Blob) =>
    request<SourceView>(of(caseId, `sources/${encodeURIComponent(source)}/copy`), {
      method: "POST",
      headers: { "content-type": file.type === "" ? "application/octet-stream" : file.type },
      body: file,
    }),
  claims: (caseId: string, filter: ClaimFilter) =>
    request<{ claims: readonly ClaimView[]; total: number }>(withQuery(of(caseId, "claims"), { ...filter })),
  audit: (caseId: string) => request<AuditView>(of(caseId, "audit")),
  judgeFinding: (caseId: string, finding: string, judgement: Judgement) =>
    request<DecidedFinding>(of(caseId, `audit/${encodeURIComponent(finding)}`), {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(judgement),
    }),
  proposals: (caseId: string, filter: ProposalFilter) =>
    request<QueueAnswer>(withQuery(of(caseId, "proposals"), { ...filter })),
  proposal: (caseId: string, id: string) => request<PassageAnswer>(of(caseId, `proposals/${encodeURIComponent(id)}`)),
  acceptProposals: (caseId: string, by: string, proposals: readonly Confirmed[]) =>
    post<Decided>(of(caseId, "proposals/accept"), { by, proposals }),
  correctProposal: (caseId: string, by: string, { id, ...made }: Corrected) =>
    post<Decided>(of(caseId, `proposals/${encodeURIComponent(id)}/correct`), { by, ...made }),
  rejectProposals: (caseId: string, by: string, ids: readonly string[]) =>
    post<Decided>(of(caseId, "proposals/reject"), { by, ids }),
  undoProposals: (caseId: string, by: string, ids?: readonly string[]) =>
    post<Decided>(of(caseId, "proposals/undo"), ids === undefined ? { by } : { by, ids }),
  estimates: (caseId: string, filter: EstimateFilter) =>
    request<{ estimates: readonly Estimate[]; reconciling: ReconcilingState }>(
      withQuery(of(caseId, "estimates"), { ...filter }),
    ),
  conflicts: (caseId: string) => request<Conflicts>(of(caseId, "conflicts")),
  influence: (caseId: string, figure: string) =>
    request<{ influence: readonly OriginInfluence[] }>(withQuery(of(caseId, "influence"), { figure })),
  nextFacts: (caseId: string, question: NextFactsQuestion) =>
    request<NextFacts>(withQuery(of(caseId, "next-facts"), { ...question })),
  whatIf: (caseId: string, asked: SwitchedOff & { readonly redraw: boolean }, signal: AbortSignal) =>
    request<WhatIf>(of(caseId, "what-if"), {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(asked),
      signal,
    }),
  trace: (caseId: string, quantity: string) => request<Trace>(withQuery(of(caseId, "trace"), { quantity })),
  search: (caseId: string, q: string) =>
    request<{ hits: readonly SearchHit[]; total: number; more: boolean }>(withQuery(of(caseId, "search"), { q })),
  reconciling: (caseId: string) => request<ReconcilingState>(of(caseId, "reconciling")),
  startReconciling: (caseId: string) => request<ReconcilingState>(of(caseId, "reconciling"), { method: "POST" }),
  cancelReconciling: (caseId: string) => request<ReconcilingState>(of(caseId, "reconciling"), { method: "DELETE" }),
  eventsPath: (caseId: string) => `/api/${of(caseId, "events")}`,
};
