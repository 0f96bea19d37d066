import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { conflictsOf } from "../../cases/conflicts.ts";
import { appraisalOf } from "../drawn-case.ts";
import {
  ConflictViewSchema,
  JointReadingsSchema,
  PredictiveCheckSchema,
  RivalReadingsSchema,
} from "../schemas/appraisal.ts";
import { ReconcilingStateSchema } from "../schemas/estimates.ts";
import { answers, InCase, router, type Workbench } from "../workbench.ts";

const list = createRoute({
  method: "get",
  path: "/{case}/conflicts",
  tags: ["conflicts"],
  summary: "Claims that conflict with the account, the worst first, each with the other side",
  request: { params: InCase },
  responses: answers(
    z.object({
      conflicts: z.array(ConflictViewSchema).readonly(),
      check: PredictiveCheckSchema,
      readings: z.array(RivalReadingsSchema).readonly(),
      joint: z.array(JointReadingsSchema).readonly(),
      reconciling: ReconcilingStateSchema,
    }),
    "The conflicts, the predictive check of the whole account, and the weight of rival readings, each by itself and those of a chain together",
  ),
});

/** Route of the conflicts. */
export function conflicts(bench: Workbench): OpenAPIHono {
  const app = router();
  app.openapi(list, async (c) => {
    const { case: id } = c.req.valid("param");
    const { account, claims } = await bench.shelf.load(id);
    const [appraisal, reconciling] = await Promise.all([appraisalOf(bench, id), bench.reconcilers.state(id)]);
    const { check, readings, joint } = appraisal;
    const found = conflictsOf(account, claims, check.claims);
    return c.json({ conflicts: found, check, readings, joint, reconciling }, 200);
  });
  return app;
}
