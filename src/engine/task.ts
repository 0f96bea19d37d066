import type { Account } from "../accounts/account.ts";
import type { QuantityName } from "../accounts/quantity-id.ts";
import type { ChainReport } from "../estimates/chain.ts";
import type { EvidenceGroup } from "../estimates/evidence-group.ts";
import type { QuantitySummary } from "../estimates/summarise.ts";
import type { Answer, Question } from "./question.ts";

/** Work for one worker thread. Draws lie in shared memory, so that nothing large is copied. */
export type Task =
  | Question
  | {
      /** A chain that stays in its thread: it warms up, and draws when it is asked to. */
      readonly kind: "chain";
      readonly account: Account;
      readonly groups: readonly EvidenceGroup[];
      readonly seed: number;
      readonly warmup: number;
    }
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
      readonly kind: "summary";
      readonly account: Account;
      readonly names: readonly QuantityName[];
      readonly chains: readonly SharedArrayBuffer[];
      readonly prior: SharedArrayBuffer;
      /** Numbers in a row of the chains: parameters of the account, then errors of lists. */
      readonly width: number;
    };

/** What a chain's thread is asked for: a stretch of its warm-up, to learn from what all chains report of theirs, more draws. */
export type Order =
  | { readonly kind: "stretch" }
  | { readonly kind: "heed"; readonly reports: readonly ChainReport[] }
  | { readonly kind: "draw"; readonly draws: number };

/** What a worker thread says: how far it is, what it found, what went wrong. */
export type Reply =
  | Answer
  | { readonly kind: "progress"; readonly share: number }
  | { readonly kind: "report"; readonly report: ChainReport }
  | { readonly kind: "agreement"; readonly settled: boolean }
  | {
      readonly kind: "chain";
      readonly draws: SharedArrayBuffer;
      readonly divergences: number;
      readonly acceptance: number;
    }
  /** Rows of parameters. */
  | { readonly kind: "prior"; readonly rows: SharedArrayBuffer }
  | { readonly kind: "summary"; readonly summaries: readonly QuantitySummary[] }
  | { readonly kind: "failure"; readonly message: string };
