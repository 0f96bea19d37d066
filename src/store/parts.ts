import type { CasePackage } from "../cases/case-package.ts";
import type { Party } from "../cases/party.ts";
import type { ProposalText } from "../cases/proposal-text.ts";
import type { CaseSummary, ClaimView, SearchHit, SourceView } from "../cases/views.ts";
import type { Claim } from "../claims/claim.ts";
import type { ClaimDraft } from "../claims/claim-draft.ts";
import type { Decision } from "../claims/decision.ts";
import type { ClaimProposal } from "../claims/proposal.ts";
import type { Appraisal } from "../estimates/appraisal.ts";
import type { ClaimResult, Estimate, Reconciliation, RunDiagnostics } from "../estimates/estimate.ts";
import type { ThinnedDraws } from "../estimates/thinned-draws.ts";
import type { CustodyAct, CustodyEntry } from "../sources/custody.ts";
import type { DocumentPart } from "../sources/document-part.ts";
import type { Source } from "../sources/source.ts";
import type { Consent } from "../testimony/consent.ts";
import type { Witness } from "../testimony/witness.ts";

/** Where the data is, and what the process that opens it is for. */
export type StoreOptions =
  | {
      /** Folder of the embedded database, its lock and its backups; made when it is absent. */
      readonly dataDir: string;
      /**
       * `serve`: refuse a folder that another process uses. `beside` (the default): work through the process that
       * uses it, or open it when there is none.
       */
      readonly mode?: "serve" | "beside";
      /** Nothing will be written: opens even when the disk is full, in the little room that is kept back for that. */
      readonly reading?: boolean;
      /** Told in words what is being done, when it takes a while. */
      readonly onProgress?: (message: string) => void;
    }
  | {
      /** URL of a PostgreSQL, version 15 or newer. */
      readonly postgres: string;
      /** Schema that holds the tables; made when it is absent. `public` unless named. */
      readonly schema?: string;
      readonly onProgress?: (message: string) => void;
    };

/** What an import did. */
export interface ImportResult {
  readonly case: string;
  /** False when the store already held all of it. */
  readonly changed: boolean;
  /** True when the case was not in the store before. */
  readonly created: boolean;
  /** Rows and files that were added, changed and removed. */
  readonly added: number;
  readonly updated: number;
  readonly removed: number;
}

export interface CaseStore {
  /** All cases, by id. */
  list(): Promise<readonly CaseSummary[]>;
  get(id: string): Promise<CaseSummary | undefined>;
  /** A number that grows whenever the truth of the case changes (not its estimates); 0 when there is no such case. */
  revision(id: string): Promise<number>;
  /**
   * Puts the package into the store, whole or not at all. What only adds is added; what would change or remove something
   * is refused with a `ConflictError` that names the first differences, unless `replace` is set.
   */
  importPackage(pkg: CasePackage, options?: { readonly replace?: boolean }): Promise<ImportResult>;
  /** The case as a package whose files have the bytes that were imported. Throws `NotFoundError`. */
  exportPackage(id: string): Promise<CasePackage>;
  /** Like `importPackage`, for a case that must not exist yet. Throws `ConflictError`. */
  create(pkg: CasePackage): Promise<CaseSummary>;
  remove(id: string): Promise<boolean>;
}

/** A document that becomes a source: what it is, the copy of it, and how it came into our hands. */
export interface NewSource {
  readonly source: Source;
  readonly copy: Copy;
  readonly custody: readonly CustodyAct[];
}

export interface SourceStore {
  /**
   * Adds a source with its copy and the links of its chain of custody, all or nothing. Throws `NotFoundError` when there is
   * no such case and `ConflictError` when its id is taken.
   */
  add(caseId: string, added: NewSource): Promise<void>;
  /** All sources of the case, without views, by id. */
  all(caseId: string): Promise<readonly Source[]>;
  list(caseId: string): Promise<readonly SourceView[]>;
  get(caseId: string, id: string): Promise<SourceView | undefined>;
}

/** A user's own copy of a source, with the text that was read from it. */
export interface Copy {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  readonly text: string;
  /** Where its pages, sections, rows or cues stand in the text; absent for one that was attached before they were kept. */
  readonly parts?: readonly DocumentPart[];
}

export interface CopyStore {
  /** Keeps the copy (instead of one attached before) and opens its passages to the search. Throws `NotFoundError`. */
  attach(caseId: string, sourceId: string, copy: Copy): Promise<void>;
  detach(caseId: string, sourceId: string): Promise<boolean>;
  /** Text of the attached copy, else of the copy in the package; absent when there is neither. */
  text(caseId: string, sourceId: string): Promise<string | undefined>;
  /** The attached copy itself, as it was given. */
  get(caseId: string, sourceId: string): Promise<Copy | undefined>;
}

export interface ClaimFilter {
  readonly measure?: string;
  readonly place?: string;
  /** Words for occupations as they are looked up; with none, claims that name no occupation. */
  readonly occupations?: readonly string[];
  /** Claims whose period touches this year. */
  readonly year?: number;
  /** Who says the number, exactly. */
  readonly speaker?: string;
  readonly source?: string;
  /** Words anywhere in paraphrase, note, speaker, locator or occupation; case does not matter. */
  readonly q?: string;
  /** Only claims that conflict with the account more likely than not, the loudest first. */
  readonly conflict?: boolean;
  readonly limit?: number;
  readonly offset?: number;
}

export interface ClaimStore {
  /** The claims that fit the filter in the order of the package, and how many there are without the limit. */
  list(
    caseId: string,
    filter?: ClaimFilter,
  ): Promise<{ readonly claims: readonly ClaimView[]; readonly total: number }>;
  get(caseId: string, id: string): Promise<ClaimView | undefined>;
  /** All claims of the case, without views: what reconciling and the trace read. */
  all(caseId: string): Promise<readonly Claim[]>;
}

/** Rows of one of the small tables, in the order of the package. */
export interface RecordStore<T> {
  list(caseId: string): Promise<readonly T[]>;
}

export interface CustodyStore extends RecordStore<CustodyEntry> {
  /** Adds the act to the end of the chain, sealed to the link before it. */
  append(caseId: string, act: CustodyAct): Promise<CustodyEntry>;
}

export interface DecisionStore extends RecordStore<Decision> {
  /** Keeps decisions beside those there are; none is ever taken away. */
  append(caseId: string, decisions: readonly Decision[]): Promise<void>;
}

export interface FileStore {
  /** Paths of the files that are kept as they were written: `account.yaml`, `policies.yaml`, texts, README. */
  list(caseId: string): Promise<readonly string[]>;
  /** The file's text. */
  get(caseId: string, path: string): Promise<string | undefined>;
}

/** When a reconciliation was kept, from what, and how well it settled. */
export interface ReconciliationInfo {
  readonly at: string;
  /** Digest of the claims, sources and account that it was drawn from. */
  readonly input: string;
  readonly diagnostics: RunDiagnostics;
}

export interface ReconciliationStore {
  /** Keeps estimates and claim results in place of those before them. `at` is an ISO time. */
  save(caseId: string, reconciliation: Reconciliation, at: string): Promise<void>;
  latest(caseId: string): Promise<ReconciliationInfo | undefined>;
}

export interface EstimateFilter {
  readonly measure?: string;
  readonly place?: string;
  /** An occupation or group of them; `all` for all work together, which is what measures without occupations speak of. */
  readonly occupation?: string;
  readonly year?: number;
}

export interface EstimateStore {
  /** By measure, place, occupation (all work first), year. */
  list(caseId: string, filter?: EstimateFilter): Promise<readonly Estimate[]>;
  get(caseId: string, quantity: string): Promise<Estimate | undefined>;
}

export interface ClaimResultStore {
  list(caseId: string): Promise<readonly ClaimResult[]>;
  get(caseId: string, claim: string): Promise<ClaimResult | undefined>;
}

export interface AppraisalStore {
  /** What was asked of the draws when the case was last reconciled; absent before that. */
  get(caseId: string): Promise<Appraisal | undefined>;
  /** Some of the draws of that run, with the digest of what they were drawn from. */
  draws(caseId: string): Promise<{ readonly input: string; readonly draws: ThinnedDraws } | undefined>;
}

export interface SearchResult {
  readonly hits: readonly SearchHit[];
  /** Number of hits, counted up to 1,000. */
  readonly total: number;
  /** True when there are more than `total`. */
  readonly more: boolean;
}

export interface SearchStore {
  /** Titles, passages and claims that hold the words of `q` (English, Russian, Korean or Chinese), the best first. */
  query(caseId: string, q: string, limit?: number): Promise<SearchResult>;
}

/** Reads the proposals of a text; it takes a while, and is done wherever it holds nobody up. */
export type Propose = (text: ProposalText) => Promise<readonly ClaimProposal[]>;

/** What a person makes of one proposal. A claim that is accepted has a paraphrase that the person wrote or confirmed. */
export type ProposalDecision =
  | { readonly id: string; readonly decision: "accepted"; readonly draft: ClaimDraft; readonly paraphrase: string }
  | { readonly id: string; readonly decision: "rejected"; readonly why?: string };

/** What a person decides in one go: kept as a whole or not at all, and taken back as a whole. */
export interface ProposalAct {
  readonly by: string;
  /** ISO time. */
  readonly at: string;
  readonly decisions: readonly ProposalDecision[];
}

/** Taking back: the decisions about the proposals that are named, or else the person's last act. */
export interface WithdrawAct {
  readonly by: string;
  readonly at: string;
  readonly ids?: readonly string[];
}

export interface ProposalStore {
  /** Ids of the sources whose text nobody has read for proposals since it, or the account, was changed. */
  unread(caseId: string): Promise<readonly string[]>;
  /** Reads one source and keeps what is proposed there; nothing when it has no text. */
  read(caseId: string, source: string, propose: Propose): Promise<void>;
  /** All proposals that were read, by source and place in its text. */
  all(caseId: string): Promise<readonly ClaimProposal[]>;
  /**
   * Keeps decisions and the claims that proposals become. Throws `NotFoundError`, `ConflictError` where somebody has decided
   * before, the claim is there already or the passage has moved, and `DraftError` where a claim lacks something.
   */
  decide(caseId: string, act: ProposalAct): Promise<readonly Decision[]>;
  /** The withdrawals that were kept; none where nothing stands. Throws `ConflictError` where a claim that would go is used. */
  withdraw(caseId: string, act: WithdrawAct): Promise<readonly Decision[]>;
}

/** What can be worked out again from the truth. Estimates come back by reconciling, proposals by reading. */
export type DerivedPart = "search" | "estimates" | "proposals";

/** The store of all cases: what people made, and what was worked out from it. */
export interface Store {
  readonly kind: "store";
  /** In words: `embedded database in ./data`, `PostgreSQL 15.20 on 127.0.0.1`. */
  readonly where: string;
  /** `embedded`: this process runs the database; `beside`: another does; `postgres`: a server. */
  readonly mode: "embedded" | "beside" | "postgres";
  readonly cases: CaseStore;
  readonly sources: SourceStore;
  readonly copies: CopyStore;
  readonly claims: ClaimStore;
  readonly witnesses: RecordStore<Witness>;
  readonly consents: RecordStore<Consent>;
  readonly custody: CustodyStore;
  readonly decisions: DecisionStore;
  readonly proposals: ProposalStore;
  readonly parties: RecordStore<Party>;
  readonly files: FileStore;
  readonly reconciliations: ReconciliationStore;
  readonly estimates: EstimateStore;
  readonly claimResults: ClaimResultStore;
  readonly appraisals: AppraisalStore;
  readonly search: SearchStore;
  /** Says to those who find the folder in use where the workbench is; does nothing on a server or beside. */
  announce(address: string): Promise<void>;
  /** Address that the workbench which uses the folder announced; absent when none did. */
  readonly workbench?: string;
  /** Throws away the search index and works it out again, for one case or all; drops estimates when they are named. */
  rebuild(caseId?: string, parts?: readonly DerivedPart[]): Promise<void>;
  /** Throws away everything that is derived, for one case or all. */
  dropDerived(caseId?: string): Promise<void>;
  /** Writes what is due to the backups and closes. */
  close(): Promise<void>;
}
