import { parentPort } from "node:worker_threads";
import { agree } from "../estimates/agree.ts";
import { Chain } from "../estimates/chain.ts";
import { Guide, stretchOf } from "../estimates/guide.ts";
import { compileModel } from "../estimates/model.ts";
import { priorDraws } from "../estimates/prior-draws.ts";
import { summarisePosterior, summarisePrior } from "../estimates/summarise.ts";
import type { SummaryKernel } from "../estimates/summary-kernel.ts";
import { isOrder, parseTask } from "./parse-task.ts";
import { answer } from "./question.ts";
import { nodesDrawnByKernel } from "./rows-kernel.ts";
import { samplerKernel } from "./sampler-kernel.ts";
import { seriesByKernel } from "./series-kernel.ts";
import { sharedNumbers } from "./shared-numbers.ts";
import type { ChainSet, Order, Reply, Task } from "./task.ts";

const SUMMARIES: SummaryKernel = { nodesDrawn: nodesDrawnByKernel, series: seriesByKernel };

function reply(message: Reply): void {
  parentPort?.postMessage(message);
}

/** Chains that warm up stretch by stretch beside those of other threads, and draw whenever that is asked for, until the thread is ended. */
function keptChains({ account, groups, seeds, warmup }: ChainSet): (order: Order) => void {
  const guide = new Guide(compileModel(account, groups), samplerKernel);
  const chains = seeds.map((seed) => new Chain(guide, seed));
  const steps = stretchOf(warmup);
  const progress = (k: number, share: number): void => reply({ kind: "progress", share: (k + share) / chains.length });
  return (order) => {
    if (order.kind === "heed") return guide.heed(order.reports, steps);
    if (order.kind === "stretch") {
      const reports = chains.map((chain, k) => chain.stretch(steps, (done) => progress(k, done / steps)));
      return reply({ kind: "reports", reports });
    }
    const drawn = chains.map((chain, k) => {
      const size = order.draws * guide.model.parameters.names.length * Float64Array.BYTES_PER_ELEMENT;
      const draws = new SharedArrayBuffer(size);
      chain.advance(new Float64Array(draws), (done) => progress(k, done / order.draws));
      return { draws, divergences: chain.facts().divergences };
    });
    reply({ kind: "drawn", chains: drawn });
  };
}

function run(task: Exclude<Task, { kind: "chains" }>): Reply {
  if (task.kind === "agreement") {
    const chains = task.chains.map((buffer) => new Float64Array(buffer));
    return { kind: "agreement", settled: agree(compileModel(task.account, task.groups), chains, SUMMARIES) };
  }
  if (task.kind === "prior")
    return { kind: "prior", rows: sharedNumbers(priorDraws(task.account, task.count, task.seed)) };
  if (task.kind === "prior summary")
    return {
      kind: task.kind,
      summaries: summarisePrior(task.account, task.names, new Float64Array(task.prior), SUMMARIES),
    };
  if (task.kind !== "summary") return answer(task);
  const chains = task.chains.map((buffer) => new Float64Array(buffer));
  return {
    kind: "summary",
    summaries: summarisePosterior(task.account, task.names, chains, task.width, SUMMARIES),
  };
}

function orFailure(work: () => void): void {
  try {
    work();
  } catch (error) {
    reply({ kind: "failure", message: error instanceof Error ? error.message : String(error) });
  }
}

/** Set once the thread keeps chains: orders are for these. */
let obey: ((order: Order) => void) | undefined;

parentPort?.on("message", (message: unknown) =>
  orFailure(() => {
    if (isOrder(message)) return obey?.(message);
    const task = parseTask(message);
    if (task.kind === "chains") obey = keptChains(task);
    else reply(run(task));
  }),
);
