import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { traceQuantity } from "../../estimates/trace-quantity.ts";
import { notFound, Refusal } from "../errors.ts";
import { TraceSchema } from "../schemas/estimates.ts";
import { answers, InCase, router, type Workbench } from "../workbench.ts";

const one = createRoute({
  method: "get",
  path: "/{case}/trace",
  tags: ["trace"],
  summary: "The way from one number upstream",
  request: {
    params: InCase,
    query: z.object({
      quantity: z
        .string({ error: "the id of a quantity, such as workers.RU.2012" })
        .openapi({ example: "workers.RU.2012" }),
    }),
  },
  responses: answers(TraceSchema, "Formula, inputs, claims with their weights, sources"),
});

/** Route of the trace of a quantity. */
export function trace(bench: Workbench): OpenAPIHono {
  const app = router();
  app.openapi(one, async (c) => {
    const { case: id } = c.req.valid("param");
    const { quantity } = c.req.valid("query");
    const { account, claims, sources, reconciliation } = await bench.shelf.load(id);
    if (reconciliation === undefined)
      throw new Refusal(
        409,
        "This case has not been reconciled yet, so that there is no number to trace. It can be traced as soon as reconciling is done.",
      );
    const input = {
      account,
      claims: claims.map((view) => view.claim),
      sources: sources.map((view) => view.source),
      reconciliation,
    };
    const found = traceQuantity(input, quantity);
    if (found === undefined)
      throw notFound("quantity", quantity, `GET /api/cases/${id}/estimates lists those there are.`);
    return c.json(found, 200);
  });
  return app;
}
