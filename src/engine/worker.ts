import { parentPort, workerData } from "node:worker_threads";
import { runChain } from "../estimates/chain.ts";
import { compileModel } from "../estimates/model.ts";
import { summariseMeasures } from "../estimates/summarise.ts";
import { parseTask } from "./parse-task.ts";
import { answer } from "./question.ts";
import type { Reply, Task } from "./task.ts";

function reply(message: Reply): void {
  parentPort?.postMessage(message);
}

function shared(values: Float64Array): SharedArrayBuffer {
  const buffer = new SharedArrayBuffer(values.byteLength);
  new Float64Array(buffer).set(values);
  return buffer;
}

function run(task: Task): Reply {
  if (task.kind === "chain") {
    const model = compileModel(task.account, task.groups);
    const result = runChain(model, { ...task, onProgress: (share) => reply({ kind: "progress", share }) });
    return {
      kind: "chain",
      draws: shared(result.draws),
      divergences: result.divergences,
      acceptance: result.acceptance,
    };
  }
  if (task.kind !== "summary") return answer(task);
  const chains = task.chains.map((buffer) => new Float64Array(buffer));
  const prior = new Float64Array(task.prior);
  const measures = task.measures.flatMap((id) => task.account.measures.get(id) ?? []);
  const summaries = summariseMeasures(task.account, measures, chains, prior, task);
  return { kind: "summary", summaries };
}

try {
  reply(run(parseTask(workerData)));
} catch (error) {
  reply({ kind: "failure", message: error instanceof Error ? error.message : String(error) });
}
