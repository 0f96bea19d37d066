import { parentPort } from "node:worker_threads";
import { type RecoveryOptions, recoverProblem } from "../estimates/calibration/recover-problem.ts";
import { simulateProblem } from "../estimates/calibration/simulate-problem.ts";
import { samplerKernel } from "./sampler-kernel.ts";

/** Problems come one at a time, each by its seed; what is found goes back. */
parentPort?.on("message", (options: RecoveryOptions) => {
  parentPort?.postMessage(recoverProblem(simulateProblem(options.seed), options, samplerKernel));
});
