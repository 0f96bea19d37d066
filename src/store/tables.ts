/** A row of a CSV table: its place in the package, and each cell as text. */
export interface CellsRow {
  case_id: string;
  position: number;
  [column: string]: string | number;
}

export interface CasesRow {
  case_id: string;
  /** Grows with every change to the truth of the case, also from a case that was removed to its successor. */
  revision: string;
  /** What `datapackage.json` says of the case itself, as JSON. */
  description: string;
}

export interface CaseFilesRow {
  case_id: string;
  path: string;
  bytes: Buffer;
}

export interface CopiesRow {
  case_id: string;
  source: string;
  media_type: string;
  bytes: Buffer;
  /** The text that was read from it, UTF-8: columns of text cannot hold every character. */
  text: Buffer;
  /** Where its parts stand in the text, as JSON; null for one that was attached before parts were kept. */
  parts: string | null;
}

export interface SearchEntriesRow {
  case_id: string;
  kind: "source" | "passage" | "claim";
  id: string;
  source: string;
  title: string;
  body: string;
  /** Position of a passage in its source's text, in code points; 0 for the others. */
  start: number;
  words: string;
}

export interface ReconciliationsRow {
  case_id: string;
  at: string;
  input: string;
  diagnostics: string;
}

export interface EstimatesRow {
  case_id: string;
  quantity: string;
  measure: string;
  place: string;
  occupation: string;
  year: number | null;
  position: number;
  body: string;
}

export interface ClaimResultsRow {
  case_id: string;
  claim: string;
  position: number;
  body: string;
}

export interface DrawsRow {
  case_id: string;
  /** Digest of what they were drawn from. */
  input: string;
  /** Parameters in a row. */
  width: number;
  bytes: Buffer;
}

export interface AppraisalsRow {
  case_id: string;
  part: "influence" | "check" | "readings" | "joint";
  /** The origin, the mixed measure, or the chain and the claim on its first open part; empty for the check. */
  id: string;
  position: number;
  body: string;
}

/** What reading proposes as a claim: the proposal itself as JSON. */
export interface ProposalsRow {
  case_id: string;
  id: string;
  source: string;
  /** Position of its number in the text of the source, in code points. */
  start: number;
  body: string;
}

/** A text whose proposals are in the table above. */
export interface ProposalTextsRow {
  case_id: string;
  source: string;
  /** By which edition of the rules it was read. */
  edition: string;
  /** Another one each time that it is read, so that others see that it was. */
  stamp: string;
}

export interface LeasesRow {
  case_id: string;
  name: string;
  holder: string;
  until: Date;
}

/** Every table of the store. The case comes first in each key, so that a distributed engine can shard by case. */
export interface Tables {
  cases: CasesRow;
  case_files: CaseFilesRow;
  sources: CellsRow;
  custody: CellsRow;
  witnesses: CellsRow;
  consents: CellsRow;
  claims: CellsRow;
  decisions: CellsRow;
  parties: CellsRow;
  copies: CopiesRow;
  search_entries: SearchEntriesRow;
  reconciliations: ReconciliationsRow;
  estimates: EstimatesRow;
  claim_results: ClaimResultsRow;
  draws: DrawsRow;
  appraisals: AppraisalsRow;
  proposals: ProposalsRow;
  proposal_texts: ProposalTextsRow;
  leases: LeasesRow;
}

/** Tables that are worked out from the others. */
export const DERIVED = [
  "search_entries",
  "reconciliations",
  "estimates",
  "claim_results",
  "draws",
  "appraisals",
  "proposals",
  "proposal_texts",
] as const;

/** Tables that hold rows of cases, besides the list of cases itself. */
export const ALL_TABLES = [
  "case_files",
  "sources",
  "custody",
  "witnesses",
  "consents",
  "claims",
  "decisions",
  "parties",
  "copies",
  ...DERIVED,
] as const;
