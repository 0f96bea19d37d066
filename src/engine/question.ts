import type { Account } from "../accounts/account.ts";
import { parseQuantityId } from "../accounts/quantity-id.ts";
import type { Claim } from "../claims/claim.ts";
import type { Appraisal } from "../estimates/appraisal.ts";
import { appraise } from "../estimates/appraise.ts";
import type { ClaimResult } from "../estimates/estimate.ts";
import type { EvidenceGroup } from "../estimates/evidence-group.ts";
import { figureDraws } from "../estimates/figure-draws.ts";
import { findNextFacts } from "../estimates/find-next-facts.ts";
import { judgeClaims } from "../estimates/judge-claims.ts";
import { compileModel } from "../estimates/model.ts";
import type { NextFacts } from "../estimates/next-fact.ts";
import { reportedQuantities } from "../estimates/reported.ts";
import { reweigh } from "../estimates/reweigh.ts";
import { scoreDraws } from "../estimates/scored-draws.ts";
import { type ThinnedDraws, thinDraws } from "../estimates/thinned-draws.ts";
import type { SwitchedOff, WhatIf } from "../estimates/what-if.ts";
import type { Reliability } from "../sources/grade.ts";
import type { Source } from "../sources/source.ts";

/** A question to draws that are there, for a worker thread: nothing is sampled. */
export type Question =
  | {
      readonly kind: "appraisal";
      readonly account: Account;
      readonly claims: readonly Claim[];
      readonly groups: readonly EvidenceGroup[];
      /** Draws of all chains, rows of parameters. */
      readonly chains: readonly SharedArrayBuffer[];
      readonly input: string;
    }
  | {
      readonly kind: "next facts";
      readonly account: Account;
      readonly draws: ThinnedDraws;
      /** Id of the quantity that is to be narrowed. */
      readonly figure: string;
      readonly grade: Reliability;
      /** Quantities that claims speak of, for measures that report only those. */
      readonly claimed: ReadonlySet<string>;
    }
  | {
      readonly kind: "what if";
      readonly account: Account;
      readonly claims: readonly Claim[];
      readonly sources: readonly Source[];
      readonly draws: ThinnedDraws;
      readonly without: SwitchedOff;
    };

/** The answer to a question. */
export type Answer =
  | {
      readonly kind: "appraisal";
      readonly judged: readonly ClaimResult[];
      readonly appraisal: Appraisal;
      readonly draws: ThinnedDraws;
    }
  | { readonly kind: "next facts"; readonly facts: NextFacts }
  | { readonly kind: "what if"; readonly whatIf: WhatIf };

/** The kinds of questions, for telling them from other tasks. */
export const QUESTIONS = ["appraisal", "next facts", "what if"] as const satisfies readonly Question["kind"][];

/** Answers a question, in the thread that calls it. */
export function answer(question: Question): Answer {
  switch (question.kind) {
    case "appraisal":
      return appraisalOf(question);
    case "next facts":
      return { kind: "next facts", facts: nextFactsOf(question) };
    case "what if":
      return { kind: "what if", whatIf: reweigh(question, question.without) };
  }
}

function appraisalOf(question: Extract<Question, { kind: "appraisal" }>): Answer {
  const { account, claims, groups, chains, input } = question;
  const model = compileModel(account, groups);
  const rows = chains.map((buffer) => new Float64Array(buffer));
  const draws = thinDraws(rows, model.parameters.names.length);
  const judging = { account, claims, model, draws, scored: scoreDraws(model, draws) };
  return { kind: "appraisal", judged: judgeClaims(judging), appraisal: appraise(judging, input), draws };
}

function nextFactsOf({ account, draws, figure, grade, claimed }: Extract<Question, { kind: "next facts" }>): NextFacts {
  const [asked] = figureDraws(account, [parseQuantityId(figure)], draws);
  if (!asked) throw new Error(`unknown quantity: ${figure}`);
  return findNextFacts(asked, candidates(), grade);

  /** Measure by measure, so that not all quantities are held at once. */
  function* candidates() {
    for (const measure of account.measures.values())
      yield* figureDraws(account, reportedQuantities(account, measure, claimed), draws);
  }
}
