import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { askNextFacts } from "../../engine/ask-draws.ts";
import { RELIABILITIES } from "../../sources/grade.ts";
import { drawnCase } from "../drawn-case.ts";
import { notFound } from "../errors.ts";
import { NextFactsSchema } from "../schemas/appraisal.ts";
import { answers, InCase, router, type Workbench } from "../workbench.ts";

const list = createRoute({
  method: "get",
  path: "/{case}/next-facts",
  tags: ["next facts"],
  summary: "Which facts would narrow a figure most",
  request: {
    params: InCase,
    query: z.object({
      figure: z
        .string({ error: "the id of a quantity, such as state_revenue.world.2012" })
        .openapi({ example: "state_revenue.world.2012" }),
      grade: z.enum(RELIABILITIES, { error: "a reliability, A to F" }).default("B"),
    }),
  },
  responses: answers(NextFactsSchema, "The facts, the most telling first, with what each is expected to take off"),
});

/** Route of the facts that would narrow a figure. */
export function nextFacts(bench: Workbench): OpenAPIHono {
  const app = router();
  app.openapi(list, async (c) => {
    const { case: id } = c.req.valid("param");
    const { figure, grade } = c.req.valid("query");
    const { loaded, input, draws } = await drawnCase(bench, id);
    if (!loaded.reconciliation?.estimates.some(({ quantity }) => quantity === figure))
      throw notFound("quantity", figure, `GET /api/cases/${id}/estimates lists those there are.`);
    return c.json(await askNextFacts(input, draws, { figure, grade }), 200);
  });
  return app;
}
