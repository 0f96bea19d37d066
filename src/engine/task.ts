import type { Account } from "../accounts/account.ts";
import type { QuantityName } from "../accounts/quantity-id.ts";
import type { EvidenceGroup } from "../estimates/evidence-group.ts";
import type { ChainReport } from "../estimates/guide.ts";
import type { PosteriorSummary, PriorSummary } from "../estimates/summarise.ts";
import type { Answer, Question } from "./question.ts";

/** Chains over one account and its evidence. */
export interface ChainSet {
  readonly account: Account;
  readonly groups: readonly EvidenceGroup[];
  /** The seed of each. */
  readonly seeds: readonly number[];
  readonly warmup: number;
}

/** The draws of one chain, and how they went. */
export interface DrawnChain {
  readonly draws: SharedArrayBuffer;
  readonly divergences: number;
}

/** Work for one worker thread. Draws lie in shared memory, so that nothing large is copied. */
export type Task =
  | Question
  /** Chains that stay in their thread: they warm up, and draw when they are asked to. */
  | ({ readonly kind: "chains" } & ChainSet)
  | {
      /** Whether chains agree so far on what claims speak of. */
      readonly kind: "agreement";
      readonly account: Account;
      readonly groups: readonly EvidenceGroup[];
      readonly chains: readonly SharedArrayBuffer[];
    }
  | {
      /** Draws of the account's parameters from their prior. */
      readonly kind: "prior";
      readonly account: Account;
      readonly count: number;
      readonly seed: number;
    }
  | {
      /** What is thought of quantities before any claim. */
      readonly kind: "prior summary";
      readonly account: Account;
      readonly names: readonly QuantityName[];
      readonly prior: SharedArrayBuffer;
    }
  | {
      readonly kind: "summary";
      readonly account: Account;
      readonly names: readonly QuantityName[];
      readonly chains: readonly SharedArrayBuffer[];
      /** Numbers in a row of the chains: parameters of the account, then errors of lists. */
      readonly width: number;
    };

/** What a thread that has chains is asked for: a stretch of their warm-up, to learn from what all chains report of theirs, more draws of each. */
export type Order =
  | { readonly kind: "stretch" }
  | { readonly kind: "heed"; readonly reports: readonly ChainReport[] }
  | { readonly kind: "draw"; readonly draws: number };

/** What a worker thread says: how far it is, what it found, what went wrong. */
export type Reply =
  | Answer
  | { readonly kind: "progress"; readonly share: number }
  | { readonly kind: "reports"; readonly reports: readonly ChainReport[] }
  | { readonly kind: "agreement"; readonly settled: boolean }
  | { readonly kind: "drawn"; readonly chains: readonly DrawnChain[] }
  /** Rows of parameters. */
  | { readonly kind: "prior"; readonly rows: SharedArrayBuffer }
  | { readonly kind: "summary"; readonly summaries: readonly PosteriorSummary[] }
  | { readonly kind: "prior summary"; readonly summaries: readonly PriorSummary[] }
  | { readonly kind: "failure"; readonly message: string };
