import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { askWhatIf, redrawWhatIf } from "../../engine/ask-draws.ts";
import type { ReconcileInput } from "../../engine/reconcile-case.ts";
import { gatherEvidence } from "../../estimates/evidence.ts";
import type { SwitchedOff } from "../../estimates/what-if.ts";
import { drawnCase } from "../drawn-case.ts";
import { notFound, Refusal } from "../errors.ts";
import { WhatIfSchema } from "../schemas/appraisal.ts";
import { answers, InCase, router, type Workbench } from "../workbench.ts";

/** Long enough to see where figures go; a full run is for what is kept. */
const DRAWS = 400;
const WARMUP = 300;

const names = z.array(z.string()).max(1000).default([]);

const Asked = z
  .object({
    claims: names.openapi({ description: "Ids of claims." }),
    origins: names.openapi({ description: "Names of origins, as `influence` gives them." }),
    priors: names.openapi({ description: "Ids of measures whose priors are loosened." }),
    redraw: z.boolean().default(false).openapi({ description: "Draw again instead of reweighting: takes its time." }),
    draws: z
      .number()
      .int()
      .min(20)
      .max(5000)
      .default(DRAWS)
      .openapi({ description: "Draws of each of four chains, where it is drawn again." }),
  })
  .openapi("WhatIfAsked");

const ask = createRoute({
  method: "post",
  path: "/{case}/what-if",
  tags: ["what if"],
  summary: "The headline figures with claims, origins or priors switched off",
  request: { params: InCase, body: { required: true, content: { "application/json": { schema: Asked } } } },
  responses: answers(
    WhatIfSchema,
    "The figures as they stand and as they would; not to be trusted where `rerun` is true",
  ),
});

/** Route of what-if. Nothing that it works out is kept. */
export function whatIf(bench: Workbench): OpenAPIHono {
  const app = router();
  let isDrawing = false;
  app.openapi(ask, async (c) => {
    const { case: id } = c.req.valid("param");
    const { redraw, draws: length, ...without } = c.req.valid("json");
    const { input, draws } = await drawnCase(bench, id);
    checkThere(input, id, without);
    if (!redraw) return c.json(await askWhatIf(input, draws, without), 200);
    if (isDrawing) throw new Refusal(409, "Another what-if is being drawn. Ask again when it is done.");
    isDrawing = true;
    try {
      const run = { chains: 4, warmup: Math.min(WARMUP, length), draws: length, without, signal: c.req.raw.signal };
      return c.json(await redrawWhatIf(input, draws, run), 200);
    } finally {
      isDrawing = false;
    }
  });
  return app;
}

/** Throws a refusal that names what is to be switched off and is not there. */
function checkThere({ account, claims, sources }: ReconcileInput, id: string, without: SwitchedOff): void {
  const ids = new Set(claims.map((claim) => claim.id));
  const origins = new Set(gatherEvidence(account, claims, sources).groups.map(({ origin }) => origin));
  const look = (what: string) => `GET /api/cases/${id}/${what} lists those there are.`;
  for (const claim of without.claims) if (!ids.has(claim)) throw notFound("claim", claim, look("claims"));
  for (const origin of without.origins) if (!origins.has(origin)) throw notFound("origin", origin, look("influence"));
  for (const measure of without.priors)
    if (account.measures.get(measure)?.kind !== "estimated") throw notFound("prior", measure, look("measures"));
}
