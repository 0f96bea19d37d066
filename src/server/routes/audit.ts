import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { auditCase } from "../../audits/audit-case.ts";
import { decidedFindings } from "../../audits/decided-finding.ts";
import type { AuditReport } from "../../audits/report/audit-report.ts";
import { reportHtml } from "../../audits/report/report-html.ts";
import { AUDIT_RULES } from "../../audits/rules/index.ts";
import { TEXT_RULES } from "../../audits/text-rules/index.ts";
import { caseReport } from "../../cases/case-report.ts";
import { textFindingViews } from "../../cases/text-findings.ts";
import type { AuditView } from "../../cases/views.ts";
import type { Decision } from "../../claims/decision.ts";
import { textsAtHand } from "../../store/texts-at-hand.ts";
import { notFound } from "../errors.ts";
import { AuditViewSchema, DecidedFindingSchema, TextFindingViewSchema } from "../schemas/audit.ts";
import { answers, InCase, refusals, router, type Workbench } from "../workbench.ts";

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
  summary: "What in the claims of a case, and in the documents that it has at hand, cannot be right as it stands",
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
  responses: answers(z.union([DecidedFindingSchema, TextFindingViewSchema]), "The finding with the decision"),
});

const report = createRoute({
  method: "get",
  path: "/{case}/audit/report",
  tags: ["audit"],
  summary: "The report on the audits: one HTML file to print or to send",
  request: { params: InCase },
  responses: {
    200: { description: "The report", content: { "text/html": { schema: z.string() } } },
    ...refusals,
  },
});

/** Routes of the audits: the findings, and what a person makes of one. */
export function audit(bench: Workbench): OpenAPIHono {
  const app = router();
  app.openapi(list, async (c) => c.json(await viewOf(bench, c.req.valid("param").case), 200));
  app.openapi(report, async (c) => {
    const { case: id } = c.req.valid("param");
    c.header("content-disposition", `attachment; filename="audit-${id}.html"`);
    return c.html(reportHtml(await reportOf(bench, id)), 200);
  });
  app.openapi(decide, async (c) => {
    const { case: id, finding: findingId } = c.req.valid("param");
    const view = await viewOf(bench, id);
    const found = [...view.findings, ...view.texts].find(({ finding }) => finding.id === findingId);
    if (found === undefined) throw notFound("finding", findingId, `GET /api/cases/${id}/audit lists those there are.`);
    const { decision, why, by } = c.req.valid("json");
    const at = after(found.decision?.at, bench.clock());
    const reason = why === "" ? {} : { why };
    const made: Decision = { kind: "decision", at, by, decision, subject: findingId, ...reason };
    await bench.store.decisions.append(id, [made]);
    return c.json({ ...found, status: decision, decision: made }, 200);
  });
  return app;
}

async function reportOf(bench: Workbench, id: string): Promise<AuditReport> {
  const { summary, account, claims, sources } = await bench.shelf.load(id);
  const { findings, texts, textsRead } = await viewOf(bench, id);
  return caseReport({
    title: summary.title,
    made: bench.clock().toISOString().slice(0, 10),
    account,
    claims: claims.map(({ claim }) => claim),
    sources: sources.map(({ source }) => source),
    findings,
    texts,
    textsRead,
  });
}

/** The time now; a moment after the decision before it where the clock has not moved on, or went back. */
function after(before: string | undefined, now: Date): string {
  const least = before === undefined ? 0 : Date.parse(before) + 1;
  return new Date(Math.max(now.getTime(), least)).toISOString();
}

async function viewOf(bench: Workbench, id: string): Promise<AuditView> {
  const { shelf, store } = bench;
  const { account, claims, sources } = await shelf.load(id);
  const [witnesses, decisions] = await Promise.all([store.witnesses.list(id), store.decisions.list(id)]);
  const input = { account, claims: claims.map(({ claim }) => claim), sources: sources.map(({ source }) => source) };
  const findings = decidedFindings(auditCase({ ...input, witnesses }), decisions);
  const named = new Set(findings.flatMap(({ finding }) => finding.claims));
  const texts = await textsAtHand(store, id, sources);
  const found = await bench.auditor.audit(texts);
  return {
    findings,
    claims: claims.filter(({ claim }) => named.has(claim.id)),
    texts: textFindingViews(found, { texts, sources: input.sources, decisions }),
    textsRead: texts.length,
    rules: [...AUDIT_RULES, ...TEXT_RULES].map(({ id: rule, name, checks, tolerance, citation }) => ({
      id: rule,
      name,
      checks,
      tolerance,
      citation,
    })),
  };
}
