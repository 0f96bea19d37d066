import { QUESTIONS } from "./question.ts";
import type { Order, Task } from "./task.ts";

const KINDS: ReadonlySet<unknown> = new Set(["chains", "agreement", "prior", "prior summary", "summary", ...QUESTIONS]);

const ORDERS: ReadonlySet<unknown> = new Set(["stretch", "heed", "draw"] satisfies readonly Order["kind"][]);

/** Whether a message to a thread is an order for the chains that it keeps; messages come from this package alone. */
export function isOrder(data: unknown): data is Order {
  return typeof data === "object" && data !== null && "kind" in data && ORDERS.has(data.kind);
}

/** The task that a thread was given; it comes from this package alone, so only its kind is checked. */
export function parseTask(data: unknown): Task {
  if (typeof data === "object" && data !== null && "kind" in data && KINDS.has(data.kind)) {
    return data as Task;
  }
  throw new Error("invalid task: it has no known kind");
}
