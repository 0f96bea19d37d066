import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { auditCase } from "../../audits/audit-case.ts";
import { type DecidedFinding, decidedFindings } from "../../audits/decided-finding.ts";
import { AUDIT_RULES } from "../../audits/rules/index.ts";
import type { AuditView } from "../../cases/views.ts";
import type { Decision } from "../../claims/decision.ts";
import { notFound } from "../errors.ts";
import { AuditViewSchema, DecidedFindingSchema } from "../schemas/audit.ts";
import { answers, InCase, router, type Workbench } from "../workbench.ts";

const Judgement = z
  .object({
    decision: z.enum(["confirmed", "dismissed"], { error: "confirmed or dismissed" }),
    why: z.string().trim().max(2000, { error: "a reason of at most 2,000 characters" }).default(""),
    by: z.string().trim().min(1, { error: "a role or a pseudonym" }).max(80).default("analyst"),
  })
  .refine(({ decision, why }) => decision === "confirmed" || why !== "", {
    error: "a reason, since a finding is dismissed with one",
    path: ["why"],
  })
  .openapi("AuditJudgement");

const list = createRoute({
  method: "get",
  path: "/{case}/audit",
  tags: ["audit"],
  summary: "What in the claims of a case cannot be right as it stands",
  request: { params: InCase },
  responses: answers(AuditViewSchema, "The findings, the claims that they name, and the rules"),
});

const decide = createRoute({
  method: "post",
  path: "/{case}/audit/{finding}",
  tags: ["audit"],
  summary: "Confirm a finding, or dismiss it with a reason",
  request: {
    params: InCase.extend({ finding: z.string() }),
    body: { required: true, content: { "application/json": { schema: Judgement } } },
  },
  responses: answers(DecidedFindingSchema, "The finding with the decision"),
});

/** Routes of the audits: the findings, and what a person makes of one. */
export function audit(bench: Workbench): OpenAPIHono {
  const app = router();
  app.openapi(list, async (c) => c.json(await viewOf(bench, c.req.valid("param").case), 200));
  app.openapi(decide, async (c) => {
    const { case: id, finding: findingId } = c.req.valid("param");
    const found = (await viewOf(bench, id)).findings.find(({ finding }) => finding.id === findingId);
    if (found === undefined) throw notFound("finding", findingId, `GET /api/cases/${id}/audit lists those there are.`);
    const { decision, why, by } = c.req.valid("json");
    const at = after(found.decision?.at, bench.clock());
    const reason = why === "" ? {} : { why };
    const made: Decision = { kind: "decision", at, by, decision, subject: findingId, ...reason };
    await bench.store.decisions.append(id, [made]);
    return c.json({ finding: found.finding, status: decision, decision: made } satisfies DecidedFinding, 200);
  });
  return app;
}

/** The time now; a moment after the decision before it where the clock has not moved on, or went back. */
function after(before: string | undefined, now: Date): string {
  const least = before === undefined ? 0 : Date.parse(before) + 1;
  return new Date(Math.max(now.getTime(), least)).toISOString();
}

async function viewOf({ shelf, store }: Workbench, id: string): Promise<AuditView> {
  const { account, claims, sources } = await shelf.load(id);
  const [witnesses, decisions] = await Promise.all([store.witnesses.list(id), store.decisions.list(id)]);
  const input = { account, claims: claims.map(({ claim }) => claim), sources: sources.map(({ source }) => source) };
  const findings = decidedFindings(auditCase({ ...input, witnesses }), decisions);
  const named = new Set(findings.flatMap(({ finding }) => finding.claims));
  const rules = AUDIT_RULES.map(({ id: rule, name, checks, tolerance, citation }) => ({
    id: rule,
    name,
    checks,
    tolerance,
    citation,
  }));
  return { findings, claims: claims.filter(({ claim }) => named.has(claim.id)), rules };
}
