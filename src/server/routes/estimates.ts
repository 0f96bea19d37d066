import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { caseSummary } from "../loaded-case.ts";
import { EstimateSchema, ReconcilingStateSchema } from "../schemas/estimates.ts";
import { answers, InCase, router, type Workbench, YearQuery } from "../workbench.ts";

const list = createRoute({
  method: "get",
  path: "/{case}/estimates",
  tags: ["estimates"],
  summary: "Estimates that fit a filter",
  request: {
    params: InCase,
    query: z.object({ measure: z.string().optional(), place: z.string().optional(), year: YearQuery }),
  },
  responses: answers(
    z.object({ estimates: z.array(EstimateSchema).readonly(), reconciling: ReconcilingStateSchema }),
    "The estimates by measure, place and year",
  ),
});

/** Route of the estimates. */
export function estimates(bench: Workbench): OpenAPIHono {
  const app = router();
  app.openapi(list, async (c) => {
    const { case: id } = c.req.valid("param");
    await caseSummary(bench.store, id);
    const asked = Object.fromEntries(
      Object.entries(c.req.valid("query")).filter(([, value]) => value !== undefined && value !== ""),
    );
    const [found, reconciling] = await Promise.all([
      bench.store.estimates.list(id, asked),
      bench.reconcilers.state(id),
    ]);
    return c.json({ estimates: found, reconciling }, 200);
  });
  return app;
}
