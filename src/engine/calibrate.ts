import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { type Calibration, calibrationOf } from "../estimates/calibration/calibration.ts";
import type { RecoveredProblem, RecoveryOptions } from "../estimates/calibration/recover-problem.ts";
import { createRandom } from "../math/random.ts";
import { workerFile } from "./built-file.ts";

export interface CalibrateOptions extends Partial<Omit<RecoveryOptions, "seed">> {
  readonly problems?: number;
  /** Problems are made and drawn from the seeds `1000 × seed` on. */
  readonly seed?: number;
  readonly onProgress?: (done: number, of: number) => void;
}

/**
 * Reconciles small problems drawn from the model itself, as many at a time as there are processors, and says how honest the
 * results are. The same seed gives the same figures however many threads there are.
 */
export async function calibrate(options: CalibrateOptions = {}): Promise<Calibration> {
  const { problems = 200, seed = 1, onProgress, ...recovery } = options;
  const settings = { warmup: 240, draws: 400, mostDraws: 1600, thinned: 49, ...recovery };
  const found = new Map<number, RecoveredProblem>();
  const waiting = Array.from({ length: problems }, (_, k) => 1000 * seed + k);
  const lane = async (): Promise<void> => {
    const worker = new Worker(workerFile("calibration-worker"));
    try {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
        found.set(next, await recover(worker, { ...settings, seed: next }));
        onProgress?.(found.size, problems);
      }
    } finally {
      await worker.terminate();
    }
  };
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), problems) }, lane));
  const inOrder = [...found].sort(([a], [b]) => a - b).map(([, problem]) => problem);
  return calibrationOf(inOrder, { seed, thinned: settings.thinned, random: createRandom(seed) });
}

function recover(worker: Worker, options: RecoveryOptions): Promise<RecoveredProblem> {
  return new Promise((resolve, reject) => {
    const answer = (problem: RecoveredProblem): void => {
      worker.off("error", reject);
      resolve(problem);
    };
    worker.once("error", reject);
    worker.once("message", answer);
    worker.postMessage(options);
  });
}
