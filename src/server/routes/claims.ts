import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { wordsOfOccupation } from "../../accounts/occupation.ts";
import { notFound } from "../errors.ts";
import { caseSummary } from "../loaded-case.ts";
import { ClaimViewSchema } from "../schemas/claims.ts";
import { answers, InCase, router, type Workbench, YearQuery } from "../workbench.ts";

const count = (what: string) =>
  z.coerce.number({ error: what }).int({ error: what }).min(0, { error: what }).optional();

const Filter = z.object({
  measure: z.string().optional().openapi({ example: "workers" }),
  place: z.string().optional().openapi({ example: "RU" }),
  occupation: z.string().optional().openapi({
    description:
      "An occupation or group of the account with its parts, or a word as claims give it; `all` for claims without one.",
  }),
  year: YearQuery,
  speaker: z.string().optional(),
  source: z.string().optional(),
  q: z.string().optional(),
  conflict: z.enum(["0", "1"], { error: "1 for claims in conflict only" }).optional(),
  limit: count("how many at most"),
  offset: count("how many to skip"),
});

const list = createRoute({
  method: "get",
  path: "/{case}/claims",
  tags: ["claims"],
  summary: "Claims that fit a filter",
  request: { params: InCase, query: Filter },
  responses: answers(
    z.object({ claims: z.array(ClaimViewSchema).readonly(), total: z.number() }),
    "The claims, and how many there are in all",
  ),
});

const one = createRoute({
  method: "get",
  path: "/{case}/claims/{claim}",
  tags: ["claims"],
  summary: "One claim",
  request: { params: InCase.extend({ claim: z.string() }) },
  responses: answers(ClaimViewSchema, "The claim with what reconciling says of it"),
});

/** Routes of the claims: the filtered list, and one by id. */
export function claims(bench: Workbench): OpenAPIHono {
  const app = router();
  app.openapi(list, async (c) => {
    const { case: id } = c.req.valid("param");
    await caseSummary(bench.store, id);
    const { conflict, occupation = "", ...rest } = c.req.valid("query");
    const asked = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined && value !== ""));
    const filter = {
      ...asked,
      ...(occupation === ""
        ? {}
        : { occupations: wordsOfOccupation((await bench.shelf.load(id)).account, occupation) }),
      ...(conflict === "1" ? { conflict: true } : {}),
    };
    return c.json(await bench.store.claims.list(id, filter), 200);
  });
  app.openapi(one, async (c) => {
    const { case: id, claim } = c.req.valid("param");
    await caseSummary(bench.store, id);
    const view = await bench.store.claims.get(id, claim);
    if (view === undefined) throw notFound("claim", claim, `GET /api/cases/${id}/claims lists those there are.`);
    return c.json(view, 200);
  });
  return app;
}
