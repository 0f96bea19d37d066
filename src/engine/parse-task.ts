import type { Task } from "./task.ts";

/** The task that a thread was started with; it comes from this package alone, so only its kind is checked. */
export function parseTask(data: unknown): Task {
  if (
    typeof data === "object" &&
    data !== null &&
    "kind" in data &&
    (data.kind === "chain" || data.kind === "summary")
  ) {
    return data as Task;
  }
  throw new Error("invalid task: it has no known kind");
}
