import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { draftNames } from "../../cases/draft-names.ts";
import { passageWindow } from "../../cases/passage-window.ts";
import { viewOfProposal } from "../../cases/proposal-queue.ts";
import { draftOf } from "../../claims/claim-draft.ts";
import { PROPOSAL_STATUSES } from "../../claims/decided-proposal.ts";
import { present } from "../../values/present.ts";
import { notFound } from "../errors.ts";
import { decidedIn, queueIn } from "../proposal-queue.ts";
import {
  AcceptSchema,
  CorrectSchema,
  DecidedSchema,
  ProposalPassageSchema,
  QueueSchema,
  RejectSchema,
  UndoSchema,
} from "../schemas/proposals.ts";
import { answers, InCase, router, type Workbench } from "../workbench.ts";

const count = (what: string) =>
  z.coerce.number({ error: what }).int({ error: what }).min(0, { error: what }).optional();

const InProposal = InCase.extend({ proposal: z.string() });
const json = <T extends z.ZodType>(schema: T) => ({ required: true, content: { "application/json": { schema } } });

const list = createRoute({
  method: "get",
  path: "/{case}/proposals",
  tags: ["proposals"],
  summary: "The claims that reading proposes and nobody has decided about, or those with another status",
  request: {
    params: InCase,
    query: z.object({
      source: z.string().optional(),
      measure: z.string().optional().openapi({ description: "Id of a measure; `-` for proposals without one." }),
      status: z.enum(PROPOSAL_STATUSES).optional(),
      limit: count("how many at most"),
      offset: count("how many to skip"),
    }),
  },
  responses: answers(QueueSchema, "The proposals, and how many wait where"),
});

const one = createRoute({
  method: "get",
  path: "/{case}/proposals/{proposal}",
  tags: ["proposals"],
  summary: "One proposal, with its passage in the text",
  request: { params: InProposal },
  responses: answers(ProposalPassageSchema, "The proposal and the text round its passage"),
});

const accept = createRoute({
  method: "post",
  path: "/{case}/proposals/accept",
  tags: ["proposals"],
  summary: "Accept proposals as they stand: all become claims, or none",
  request: { params: InCase, body: json(AcceptSchema) },
  responses: answers(DecidedSchema, "The decisions, with the claims"),
});

const correct = createRoute({
  method: "post",
  path: "/{case}/proposals/{proposal}/correct",
  tags: ["proposals"],
  summary: "Accept a proposal with other fields",
  request: { params: InProposal, body: json(CorrectSchema) },
  responses: answers(DecidedSchema, "The decision: corrected, or accepted where no field differs"),
});

const reject = createRoute({
  method: "post",
  path: "/{case}/proposals/reject",
  tags: ["proposals"],
  summary: "Reject proposals: they do not come back",
  request: { params: InCase, body: json(RejectSchema) },
  responses: answers(DecidedSchema, "The decisions"),
});

const undo = createRoute({
  method: "post",
  path: "/{case}/proposals/undo",
  tags: ["proposals"],
  summary: "Take back the person's last act, or the decisions about named proposals",
  request: { params: InCase, body: json(UndoSchema) },
  responses: answers(DecidedSchema, "The withdrawals; none where nothing stood"),
});

/** Routes of the queue: what waits, and what a person makes of it. */
export function proposals(bench: Workbench): OpenAPIHono {
  const app = router();
  const { store } = bench;
  const now = () => bench.clock().toISOString();
  app.openapi(list, async (c) =>
    c.json(await queueIn(bench, c.req.valid("param").case, present(c.req.valid("query"))), 200),
  );
  app.openapi(one, async (c) => {
    const { case: id, proposal } = c.req.valid("param");
    return c.json(await passageOf(bench, id, proposal), 200);
  });
  app.openapi(accept, async (c) => {
    const { case: id } = c.req.valid("param");
    const { by, proposals: asked } = c.req.valid("json");
    const voices = new Map((await store.sources.all(id)).map((source) => [source.id, source]));
    const all = new Map((await store.proposals.all(id)).map((proposal) => [proposal.id, proposal]));
    const decisions = asked.map(({ id: proposalId, paraphrase }) => {
      const proposal = all.get(proposalId);
      if (proposal === undefined) throw noProposal(id, proposalId);
      return {
        id: proposalId,
        decision: "accepted" as const,
        draft: draftOf(proposal, voices.get(proposal.source) ?? {}),
        paraphrase,
      };
    });
    return c.json({ decisions: await store.proposals.decide(id, { by, at: now(), decisions }) }, 200);
  });
  app.openapi(correct, async (c) => {
    const { case: id, proposal } = c.req.valid("param");
    const { by, draft, paraphrase } = c.req.valid("json");
    const decisions = [{ id: proposal, decision: "accepted" as const, draft: present(draft), paraphrase }];
    return c.json({ decisions: await store.proposals.decide(id, { by, at: now(), decisions }) }, 200);
  });
  app.openapi(reject, async (c) => {
    const { case: id } = c.req.valid("param");
    const { by, ids, why } = c.req.valid("json");
    const reason = why === "" ? {} : { why };
    const decisions = ids.map((one) => ({ id: one, decision: "rejected" as const, ...reason }));
    return c.json({ decisions: await store.proposals.decide(id, { by, at: now(), decisions }) }, 200);
  });
  app.openapi(undo, async (c) => {
    const { case: id } = c.req.valid("param");
    const { by, ids } = c.req.valid("json");
    const named = ids === undefined ? {} : { ids };
    return c.json({ decisions: await store.proposals.withdraw(id, { by, at: now(), ...named }) }, 200);
  });
  return app;
}

function noProposal(caseId: string, id: string) {
  return notFound(
    "proposal",
    id,
    `Its text may have changed; GET /api/cases/${caseId}/proposals lists those there are.`,
  );
}

async function passageOf(bench: Workbench, id: string, proposalId: string) {
  const loaded = await bench.shelf.load(id);
  const decided = (await decidedIn(bench, id)).find(({ proposal }) => proposal.id === proposalId);
  if (decided === undefined) throw noProposal(id, proposalId);
  const { source, span } = decided.proposal;
  const held = loaded.sources.find((view) => view.source.id === source)?.source;
  const names = draftNames(
    loaded.account,
    loaded.claims.map(({ claim }) => claim),
  );
  const view = viewOfProposal(decided, { source: held ?? { title: source }, names });
  const passage = passageWindow(await bench.store.copies.text(id, source), span);
  return { view, language: held?.language ?? "und", passage };
}
