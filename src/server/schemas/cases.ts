import { z } from "@hono/zod-openapi";
import { ClaimViewSchema } from "./claims.ts";
import { EstimateSchema, ReconcilingStateSchema } from "./estimates.ts";

/** One case as a list shows it. */
export const CaseSummarySchema = z
  .object({
    id: z.string(),
    title: z.string(),
    description: z.string(),
    invented: z.boolean(),
    sources: z.number(),
    claims: z.number(),
  })
  .openapi("CaseSummary");

/** A measure as the pages name it. */
export const MeasureViewSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    unit: z.string(),
    over: z.array(z.enum(["place", "occupation", "year"])).readonly(),
    formula: z.string().optional(),
    prior: z.string().optional(),
    why: z.string().optional(),
    inAccount: z.boolean(),
    claims: z.number(),
  })
  .openapi("MeasureView");

/** A place or region as the pages name it. */
export const PlaceViewSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    members: z.array(z.string()).readonly().optional(),
    at: z.tuple([z.number(), z.number()]).readonly().optional(),
  })
  .openapi("PlaceView");

/** An occupation or a group of them as the pages name it. */
export const OccupationViewSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    members: z.array(z.string()).readonly().optional(),
    words: z.array(z.string()).readonly().optional(),
  })
  .openapi("OccupationView");

const FlowPart = z
  .object({
    measure: z.string(),
    name: z.string(),
    quantity: z.string(),
    median: z.number(),
    q05: z.number(),
    q95: z.number(),
    worker: z.boolean(),
  })
  .openapi("FlowPart", { description: "What of 100 earned goes to one party: median and 90 % interval." });

/** What the first page shows for one year. */
export const OverviewSchema = z
  .object({
    case: CaseSummarySchema,
    year: z.number(),
    years: z.tuple([z.number(), z.number()]).readonly(),
    bestYear: z.number(),
    sources: z.number(),
    claims: z.number(),
    usedClaims: z.number(),
    origins: z.number(),
    headlines: z.array(z.object({ name: z.string(), estimate: EstimateSchema })).readonly(),
    places: z.array(z.object({ place: PlaceViewSchema, estimate: EstimateSchema })).readonly(),
    people: z.array(EstimateSchema).readonly(),
    money: z.array(EstimateSchema).readonly(),
    flow: z.array(FlowPart).readonly(),
    conflicts: z.array(ClaimViewSchema).readonly(),
    reconciling: ReconcilingStateSchema,
  })
  .openapi("Overview");
