import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import type { Estimate, Summary } from "../../estimates/estimate.ts";
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
    query: z.object({
      measure: z.string().optional(),
      place: z.string().optional(),
      occupation: z.string().optional().openapi({ description: "An occupation or group of them; `all` for all work." }),
      year: YearQuery,
    }),
  },
  responses: answers(
    z.object({ estimates: z.array(EstimateSchema).readonly(), reconciling: ReconcilingStateSchema }),
    "The estimates by measure, place, occupation and year, with six significant figures; percentiles are left out where nothing is asked for but everything",
  ),
});

const FIGURES = 6;

const round = (value: number): number => Number(value.toPrecision(FIGURES));

/** An estimate as a list carries it: six significant figures, more than draws can tell; no percentiles in a list of everything. */
function brief(estimate: Estimate, bare: boolean): Estimate {
  const { ess, rhat, percentiles } = estimate;
  const drawn = { prior: rounded(estimate.prior), ess: round(ess), rhat: round(rhat) };
  return { ...estimate, ...rounded(estimate), ...drawn, percentiles: bare ? [] : percentiles.map(round) };
}

function rounded({ median, q05, q25, q75, q95, mean, sd }: Summary): Summary {
  const ends = { q05: round(q05), q25: round(q25), q75: round(q75), q95: round(q95) };
  return { median: round(median), ...ends, mean: round(mean), sd: round(sd) };
}

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
    const bare = Object.keys(asked).length === 0;
    return c.json({ estimates: found.map((estimate) => brief(estimate, bare)), reconciling }, 200);
  });
  return app;
}
