import { parentPort } from "node:worker_threads";
import { agree } from "../estimates/agree.ts";
import { Chain, stretchOf } from "../estimates/chain.ts";
import { compileModel } from "../estimates/model.ts";
import { priorDraws, summariseQuantities } from "../estimates/summarise.ts";
import { parseTask } from "./parse-task.ts";
import { answer } from "./question.ts";
import { sharedNumbers } from "./shared-numbers.ts";
import type { Order, Reply, Task } from "./task.ts";

function reply(message: Reply): void {
  parentPort?.postMessage(message);
}

/** A chain that warms up stretch by stretch beside the others, and draws whenever that is asked for, until the thread is ended. */
function keptChain({ account, groups, seed, warmup }: Extract<Task, { kind: "chain" }>): (order: Order) => void {
  const model = compileModel(account, groups);
  const chain = new Chain(model, seed);
  const steps = stretchOf(warmup);
  const stretch = (): void =>
    reply({ kind: "report", report: chain.stretch(steps, (done) => reply({ kind: "progress", share: done / steps })) });
  return (order) => {
    if (order.kind === "stretch") return stretch();
    if (order.kind === "heed") return chain.heed(order.reports, steps);
    const rows = new SharedArrayBuffer(order.draws * model.parameters.names.length * Float64Array.BYTES_PER_ELEMENT);
    chain.advance(new Float64Array(rows), (done) => reply({ kind: "progress", share: done / order.draws }));
    const { divergences, acceptance } = chain.facts();
    reply({ kind: "chain", draws: rows, divergences, acceptance });
  };
}

function run(task: Exclude<Task, { kind: "chain" }>): Reply {
  if (task.kind === "agreement") {
    const chains = task.chains.map((buffer) => new Float64Array(buffer));
    return { kind: "agreement", settled: agree(compileModel(task.account, task.groups), chains) };
  }
  if (task.kind === "prior")
    return { kind: "prior", rows: sharedNumbers(priorDraws(task.account, task.count, task.seed)) };
  if (task.kind !== "summary") return answer(task);
  const chains = task.chains.map((buffer) => new Float64Array(buffer));
  const prior = new Float64Array(task.prior);
  const summaries = summariseQuantities(task.account, task.names, chains, prior, task.width);
  return { kind: "summary", summaries };
}

function orFailure(work: () => void): void {
  try {
    work();
  } catch (error) {
    reply({ kind: "failure", message: error instanceof Error ? error.message : String(error) });
  }
}

/** Set once the thread keeps a chain: what it is told from then on are orders to that. */
let obey: ((order: Order) => void) | undefined;

parentPort?.on("message", (message: unknown) =>
  orFailure(() => {
    if (obey) return obey(message as Order);
    const task = parseTask(message);
    if (task.kind === "chain") obey = keptChain(task);
    else reply(run(task));
  }),
);
