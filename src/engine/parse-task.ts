import { QUESTIONS } from "./question.ts";
import type { Task } from "./task.ts";

const KINDS: ReadonlySet<unknown> = new Set(["chain", "agreement", "prior", "summary", ...QUESTIONS]);

/** The task that a thread was given; it comes from this package alone, so only its kind is checked. */
export function parseTask(data: unknown): Task {
  if (typeof data === "object" && data !== null && "kind" in data && KINDS.has(data.kind)) {
    return data as Task;
  }
  throw new Error("invalid task: it has no known kind");
}
