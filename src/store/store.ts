import { assemble } from "./assemble.ts";
import { connect } from "./connection.ts";
import type { Store, StoreOptions } from "./parts.ts";

export type {
  AppraisalStore,
  CaseStore,
  ClaimFilter,
  ClaimResultStore,
  ClaimStore,
  Copy,
  CopyStore,
  CustodyStore,
  DecisionStore,
  DerivedPart,
  EstimateFilter,
  EstimateStore,
  FileStore,
  ImportResult,
  ProposalAct,
  ProposalDecision,
  ProposalStore,
  Propose,
  ReconciliationInfo,
  ReconciliationStore,
  RecordStore,
  SearchResult,
  SearchStore,
  SourceStore,
  Store,
  StoreOptions,
} from "./parts.ts";

/** The store in the folder or on the server, ready for use, its tables brought up to date. */
export async function openStore(options: StoreOptions): Promise<Store> {
  return assemble(await connect(options));
}
