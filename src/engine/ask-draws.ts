import { gatherEvidence } from "../estimates/evidence.ts";
import { inputDigest } from "../estimates/input-digest.ts";
import type { NextFacts } from "../estimates/next-fact.ts";
import { redrawn } from "../estimates/reweigh.ts";
import { claimedQuantities } from "../estimates/support.ts";
import type { ThinnedDraws } from "../estimates/thinned-draws.ts";
import type { SwitchedOff, WhatIf } from "../estimates/what-if.ts";
import type { Reliability } from "../sources/grade.ts";
import { firstLookInput, type ReconcileInput, type ReconcileOptions, reconcileCase } from "./reconcile-case.ts";
import { Threads } from "./threads.ts";

/** Whether draws are of a case as it is now: those of another account or of other claims answer nothing. */
export function drawsFit(drawnFrom: string, input: ReconcileInput): boolean {
  const digest = inputDigest(input);
  return drawnFrom === digest || drawnFrom === firstLookInput(digest);
}

/** Which facts would narrow a figure of a reconciled case most, worked out from its draws in a worker thread. */
export async function askNextFacts(
  input: ReconcileInput,
  draws: ThinnedDraws,
  { figure, grade }: { readonly figure: string; readonly grade: Reliability },
): Promise<NextFacts> {
  const { account } = input;
  const claimed = claimedQuantities(gatherEvidence(account, input.claims, input.sources).groups);
  const task = { kind: "next facts" as const, account, draws, figure, grade, claimed };
  const reply = await Threads.with({}, (threads) => threads.ask(task));
  return reply.facts;
}

/** The headline figures of a reconciled case with something switched off, by reweighting its draws in a worker thread. */
export async function askWhatIf(input: ReconcileInput, draws: ThinnedDraws, without: SwitchedOff): Promise<WhatIf> {
  const { account, claims, sources } = input;
  const task = { kind: "what if" as const, account, claims, sources, draws, without };
  const reply = await Threads.with({}, (threads) => threads.ask(task));
  return reply.whatIf;
}

/** The headline figures of a reconciled case with something switched off, drawn again without it: for where reweighting fails. */
export async function redrawWhatIf(
  input: ReconcileInput,
  draws: ThinnedDraws,
  run: ReconcileOptions & { readonly without: SwitchedOff },
): Promise<WhatIf> {
  const { draws: without } = await reconcileCase(input, run);
  if (without === undefined) throw new Error("invalid run: it kept no draws");
  return redrawn(input.account, { now: draws, without }, run.without);
}
