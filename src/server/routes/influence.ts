import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { parseQuantityId } from "../../accounts/quantity-id.ts";
import { yearsToShow } from "../../cases/headline-quantities.ts";
import { appraisalOf } from "../drawn-case.ts";
import { OriginInfluenceSchema } from "../schemas/appraisal.ts";
import { answers, InCase, router, type Workbench } from "../workbench.ts";

const list = createRoute({
  method: "get",
  path: "/{case}/influence",
  tags: ["influence"],
  summary: "Every headline figure without each origin in turn",
  request: {
    params: InCase,
    query: z.object({
      figure: z.string().optional().openapi({ example: "workers.world.2012" }),
      origin: z.string().optional(),
    }),
  },
  responses: answers(
    z.object({ influence: z.array(OriginInfluenceSchema).readonly() }),
    "The origins, those first without which some figure moves most; figures of every fifth year unless one figure or one origin is asked for",
  ),
});

/** Route of the influence of origins. */
export function influence(bench: Workbench): OpenAPIHono {
  const app = router();
  app.openapi(list, async (c) => {
    const { case: id } = c.req.valid("param");
    const { figure, origin } = c.req.valid("query");
    const { account } = await bench.shelf.load(id);
    const years = new Set(yearsToShow(account, [account.anchor]));
    const isWanted = (quantity: string): boolean => {
      if (figure !== undefined) return quantity === figure;
      const { year } = parseQuantityId(quantity);
      return origin !== undefined || year === undefined || years.has(year);
    };
    const found = (await appraisalOf(bench, id)).influence
      .filter((one) => origin === undefined || one.origin === origin)
      .map((one) => ({ ...one, figures: one.figures.filter(({ quantity }) => isWanted(quantity)) }));
    return c.json({ influence: found }, 200);
  });
  return app;
}
