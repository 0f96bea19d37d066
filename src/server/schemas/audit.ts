import { z } from "@hono/zod-openapi";
import { AUDIT_CAUSES, AUDIT_GRADES, READING_NAMES, SURENESSES } from "../../audits/audit-finding.ts";
import { FINDING_STATUSES } from "../../audits/decided-finding.ts";
import { DECISION_KINDS } from "../../claims/decision.ts";
import { ClaimViewSchema } from "./claims.ts";

const ids = z.array(z.string()).readonly();

const Amount = z
  .object({ low: z.number().optional(), high: z.number().optional(), unit: z.string() })
  .openapi("AuditAmount", { description: "A number with its unit; an open end is absent." });

const Reading = z
  .object({
    name: z.enum(READING_NAMES),
    steps: z.array(z.string()).readonly(),
    computed: Amount,
    agrees: z.boolean(),
  })
  .openapi("AuditReading", { description: "One way of reading the printed numbers, step by step." });

const Finding = z
  .object({
    kind: z.literal("audit finding"),
    id: z.string(),
    rule: z.string(),
    grade: z.enum(AUDIT_GRADES),
    sureness: z.enum(SURENESSES),
    cause: z.enum(AUDIT_CAUSES),
    claims: ids,
    tested: ids,
    against: ids,
    copies: ids,
    stated: Amount,
    computed: Amount,
    tolerance: z.string(),
    explanation: z.string(),
    readings: z.array(Reading).readonly(),
  })
  .openapi("AuditFinding", { description: "Something in the claims of a case that cannot be right as it stands." });

/** What a person decided, as the API describes it. */
export const DecisionSchema = z
  .object({
    kind: z.literal("decision"),
    at: z.string(),
    by: z.string(),
    decision: z.enum(DECISION_KINDS),
    subject: z.string(),
    claim: z.string().optional(),
    why: z.string().optional(),
  })
  .openapi("Decision");

/** A finding with what was decided about it, as the API describes it. */
export const DecidedFindingSchema = z
  .object({ finding: Finding, status: z.enum(FINDING_STATUSES), decision: DecisionSchema.optional() })
  .openapi("DecidedFinding");

const TextFindingSchema = z
  .object({
    kind: z.literal("text finding"),
    id: z.string(),
    rule: z.string(),
    grade: z.enum(AUDIT_GRADES),
    sureness: z.enum(SURENESSES),
    passages: z.array(z.object({ id: z.string(), start: z.number(), end: z.number() })).readonly(),
    stated: z.string(),
    computed: z.string(),
    steps: z.array(z.string()).readonly().optional(),
    explanation: z.string(),
    tolerance: z.string(),
  })
  .openapi("TextFinding", { description: "Something in the words of documents that cannot be right as it stands." });

const Passage = z
  .object({
    source: z.string(),
    sourceTitle: z.string(),
    start: z.number(),
    end: z.number(),
    pieces: z.array(z.object({ words: z.string(), marked: z.boolean() })).readonly(),
  })
  .openapi("FindingPassage", {
    description:
      "A passage in code points of the source's text; no pieces where its words would tell more of a witness than the case publishes.",
  });

/** A finding in the words of documents with its passages and what was decided about it, as the API describes it. */
export const TextFindingViewSchema = z
  .object({
    finding: TextFindingSchema,
    status: z.enum(FINDING_STATUSES),
    decision: DecisionSchema.optional(),
    passages: z.array(Passage).readonly(),
  })
  .openapi("TextFindingView");

/** Everything that the page of audits shows, as the API describes it. */
export const AuditViewSchema = z
  .object({
    findings: z.array(DecidedFindingSchema).readonly(),
    claims: z.array(ClaimViewSchema).readonly(),
    texts: z.array(TextFindingViewSchema).readonly(),
    textsRead: z.number(),
    rules: z
      .array(
        z.object({
          id: z.string(),
          name: z.string(),
          checks: z.string(),
          tolerance: z.string(),
          citation: z.string(),
        }),
      )
      .readonly(),
  })
  .openapi("AuditView");
