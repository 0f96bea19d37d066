import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { measureViewsOf, occupationViewsOf, placeViewsOf } from "../../cases/measure-views.ts";
import { overviewOf } from "../../cases/overview.ts";
import { newCase } from "../../cases/template.ts";
import { ConflictError } from "../../store/errors.ts";
import { badData, Refusal } from "../errors.ts";
import {
  CaseSummarySchema,
  MeasureViewSchema,
  OccupationViewSchema,
  OverviewSchema,
  PlaceViewSchema,
} from "../schemas/cases.ts";
import { answers, InCase, refusals, router, type Workbench, YearQuery } from "../workbench.ts";

const list = createRoute({
  method: "get",
  path: "/",
  tags: ["cases"],
  summary: "All cases",
  responses: answers(z.object({ cases: z.array(CaseSummarySchema).readonly() }), "The cases by id"),
});

const NewCase = z.object({
  id: z.string({ error: "an id for the case" }),
  title: z.string({ error: "a title" }).trim().min(1, { error: "a title" }),
});

const create = createRoute({
  method: "post",
  path: "/",
  tags: ["cases"],
  summary: "A new case from the template",
  request: { body: { required: true, content: { "application/json": { schema: NewCase } } } },
  responses: {
    201: { description: "The new case", content: { "application/json": { schema: CaseSummarySchema } } },
    ...refusals,
  },
});

const overview = createRoute({
  method: "get",
  path: "/{case}/overview",
  tags: ["cases"],
  summary: "What the first page shows for one year",
  request: { params: InCase, query: z.object({ year: YearQuery }) },
  responses: answers(OverviewSchema, "Headlines, places, years, flow and the loudest conflicts"),
});

const measures = createRoute({
  method: "get",
  path: "/{case}/measures",
  tags: ["cases"],
  summary: "Measures, places, occupations and years of a case",
  request: { params: InCase },
  responses: answers(
    z.object({
      measures: z.array(MeasureViewSchema).readonly(),
      places: z.array(PlaceViewSchema).readonly(),
      occupations: z.array(OccupationViewSchema).readonly(),
      years: z.tuple([z.number(), z.number()]).readonly(),
    }),
    "The words of the account",
  ),
});

/** Routes of the cases: list, new, overview, measures. */
export function cases(bench: Workbench): OpenAPIHono {
  const app = router();
  app.openapi(list, async (c) => c.json({ cases: await bench.store.cases.list() }, 200));
  app.openapi(create, async (c) => {
    const { id, title } = c.req.valid("json");
    const made = newCase({ id, title });
    if (!made.ok) throw badData(made.issues);
    try {
      return c.json(await bench.store.cases.create(made.value), 201);
    } catch (error) {
      if (error instanceof ConflictError) throw new Refusal(409, `There is a case "${id}" already. Choose another id.`);
      throw error;
    }
  });
  app.openapi(overview, async (c) => {
    const id = c.req.valid("param").case;
    const [loaded, reconciling] = await Promise.all([bench.shelf.load(id), bench.reconcilers.state(id)]);
    const input = {
      case: loaded.summary,
      account: loaded.account,
      claims: loaded.claims,
      estimates: loaded.reconciliation?.estimates ?? [],
      reconciling,
    };
    return c.json(overviewOf(input, c.req.valid("query").year), 200);
  });
  app.openapi(measures, async (c) => {
    const { account, claims } = await bench.shelf.load(c.req.valid("param").case);
    const words = {
      measures: measureViewsOf(
        account,
        claims.map((view) => view.claim),
      ),
      places: placeViewsOf(account),
      occupations: occupationViewsOf(account),
    };
    return c.json({ ...words, years: [account.firstYear, account.lastYear] as const }, 200);
  });
  return app;
}
