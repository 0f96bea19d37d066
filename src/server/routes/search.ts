import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { quantityHits } from "../../cases/quantity-hits.ts";
import { answers, InCase, router, type Workbench } from "../workbench.ts";

const SearchHit = z
  .object({
    kind: z.enum(["source", "passage", "claim", "quantity"]),
    id: z.string(),
    source: z.string().optional(),
    title: z.string(),
    snippet: z.string().openapi({ description: "Text around the match; the matches stand between U+2068 and U+2069." }),
    start: z.number().optional(),
  })
  .openapi("SearchHit");

const find = createRoute({
  method: "get",
  path: "/{case}/search",
  tags: ["search"],
  summary: "Search across quantities, sources, passages and claims",
  request: { params: InCase, query: z.object({ q: z.string({ error: "what to search for" }) }) },
  responses: answers(
    z.object({ hits: z.array(SearchHit).readonly(), total: z.number(), more: z.boolean() }),
    "Hits, the best first; the count stops at 1,000",
  ),
});

/** Route of the search. */
export function search(bench: Workbench): OpenAPIHono {
  const app = router();
  app.openapi(find, async (c) => {
    const { case: id } = c.req.valid("param");
    const q = c.req.valid("query").q.trim();
    const { account, reconciliation } = await bench.shelf.load(id);
    if (q === "") return c.json({ hits: [], total: 0, more: false }, 200);
    const quantities = quantityHits(account, reconciliation?.estimates ?? [], q);
    const found = await bench.store.search.query(id, q);
    return c.json(
      { hits: [...quantities, ...found.hits], total: quantities.length + found.total, more: found.more },
      200,
    );
  });
  return app;
}
