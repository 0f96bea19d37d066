import { z } from "@hono/zod-openapi";
import { ClaimResultSchema, ClaimSchema } from "./claims.ts";
import { SourceSchema } from "./sources.ts";

const summary = {
  median: z.number(),
  q05: z.number(),
  q25: z.number(),
  q75: z.number(),
  q95: z.number(),
  mean: z.number(),
  sd: z.number(),
};

const Summary = z
  .object(summary)
  .openapi("Summary", { description: "Seven numbers of a distribution, in the quantity's unit." });

/** The distribution of a quantity, as the API describes it. */
export const EstimateSchema = z
  .object({
    kind: z.literal("estimate"),
    quantity: z.string().openapi({ example: "workers.RU.2012" }),
    measure: z.string(),
    place: z.string().optional(),
    occupation: z.string().optional().openapi({ example: "logging" }),
    year: z.number().optional(),
    unit: z.string(),
    ...summary,
    prior: Summary,
    ess: z.number(),
    rhat: z.number(),
    claims: z.number(),
    origins: z.number(),
    carriedByPrior: z.boolean(),
    carriedShare: z.number().optional(),
    percentiles: z.array(z.number()).readonly(),
    humps: z
      .array(z.object({ center: z.number(), low: z.number(), high: z.number(), mass: z.number() }))
      .readonly()
      .optional(),
  })
  .openapi("Estimate", { description: "The distribution of a quantity, from named claims, with its diagnostics." });

const EvidenceProblem = z
  .object({
    kind: z.literal("evidence problem"),
    severity: z.enum(["error", "warning"]),
    claims: z.array(z.string()).readonly(),
    file: z.string(),
    row: z.number().optional(),
    field: z.string().optional(),
    value: z.string().optional(),
    expected: z.string(),
  })
  .openapi("EvidenceProblem", { description: "What is wrong between claims and account, and what to do." });

const RunDiagnostics = z
  .object({
    chains: z.number(),
    draws: z.number(),
    seed: z.number(),
    worstRhat: z.number(),
    minEss: z.number(),
    divergences: z.number(),
    seconds: z.number(),
    unsettled: z.array(z.string()).readonly(),
    problems: z.array(EvidenceProblem).readonly(),
    leftPrior: z.array(z.string()).readonly(),
  })
  .openapi("RunDiagnostics");

/** Whether a case is being reconciled, and how far. */
export const ReconcilingStateSchema = z
  .object({
    kind: z.enum(["none", "stale", "running", "done", "failed"]),
    progress: z.number(),
    message: z.string(),
    diagnostics: RunDiagnostics.optional(),
    at: z.string().optional(),
  })
  .openapi("ReconcilingState", { description: "State of reconciling: none yet, stale, running, done or failed." });

const TracedClaim = z
  .object({ claim: ClaimSchema, result: ClaimResultSchema, source: SourceSchema })
  .openapi("TracedClaim");

/** The way from one number upstream. */
export const TraceSchema = z
  .object({
    kind: z.literal("trace"),
    quantity: z.string(),
    label: z.string(),
    estimate: EstimateSchema,
    formula: z.string().optional(),
    explanation: z.string(),
    inputs: z.array(z.object({ quantity: z.string(), label: z.string(), estimate: EstimateSchema })).readonly(),
    usedBy: z.array(z.string()).readonly(),
    claims: z.array(TracedClaim).readonly(),
    nearby: z.array(TracedClaim).readonly(),
  })
  .openapi("Trace", {
    description: "The way from one number upstream: formula, inputs, claims with their weights, sources.",
  });
