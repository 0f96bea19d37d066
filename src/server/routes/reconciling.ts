import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import { streamSSE } from "hono/streaming";
import { caseSummary } from "../loaded-case.ts";
import { ReconcilingStateSchema } from "../schemas/estimates.ts";
import { answers, InCase, refusals, router, type Workbench } from "../workbench.ts";

const HEARTBEAT_MS = 15_000;

const shared = { tags: ["reconciling"], request: { params: InCase } };
const path = "/{case}/reconciling";
const started = {
  202: { description: "Where it stands now", content: { "application/json": { schema: ReconcilingStateSchema } } },
  ...refusals,
};

const state = createRoute({
  ...shared,
  path,
  method: "get",
  summary: "Whether a case is being reconciled, and how far",
  responses: answers(ReconcilingStateSchema, "The state"),
});
const start = createRoute({ ...shared, path, method: "post", summary: "Start reconciling", responses: started });
const cancel = createRoute({
  ...shared,
  path,
  method: "delete",
  summary: "Stop reconciling; the estimates before it stay",
  responses: answers(ReconcilingStateSchema, "The state"),
});

const events = createRoute({
  ...shared,
  path: "/{case}/events",
  method: "get",
  summary: "Every new state of reconciling, as server-sent events named `reconciling`",
  responses: {
    200: {
      description: "A stream of states, the present one first",
      content: { "text/event-stream": { schema: ReconcilingStateSchema } },
    },
    ...refusals,
  },
});

/** Routes of reconciling: state, start, cancel, and the stream of states. */
export function reconciling(bench: Workbench): OpenAPIHono {
  const app = router();
  app.openapi(state, async (c) => {
    const { case: id } = c.req.valid("param");
    await caseSummary(bench.store, id);
    return c.json(await bench.reconcilers.state(id), 200);
  });
  app.openapi(start, async (c) => {
    const { case: id } = c.req.valid("param");
    await caseSummary(bench.store, id);
    bench.reconcilers.start(id);
    return c.json(await bench.reconcilers.state(id), 202);
  });
  app.openapi(cancel, async (c) => {
    const { case: id } = c.req.valid("param");
    await caseSummary(bench.store, id);
    await bench.reconcilers.cancel(id);
    return c.json(await bench.reconcilers.state(id), 200);
  });
  app.openapi(events, async (c) => {
    const { case: id } = c.req.valid("param");
    await caseSummary(bench.store, id);
    return streamSSE(c, (stream) => tell(bench, id, stream));
  });
  return app;
}

/** Sends the present state and then each new one until the reader leaves; an empty comment now and then keeps the line open. */
async function tell(
  bench: Workbench,
  id: string,
  stream: Parameters<Parameters<typeof streamSSE>[1]>[0],
): Promise<void> {
  const send = (value: unknown) =>
    stream.writeSSE({ event: "reconciling", data: JSON.stringify(value) }).catch(() => stream.abort());
  const left = new Promise<void>((resolve) => stream.onAbort(resolve));
  const stopListening = bench.reconcilers.listen(id, send);
  const heartbeat = setInterval(() => stream.write(": still here\n\n").catch(() => stream.abort()), HEARTBEAT_MS);
  try {
    await send(await bench.reconcilers.state(id));
    await left;
  } finally {
    clearInterval(heartbeat);
    stopListening();
  }
}
