import { z } from "@hono/zod-openapi";
import { RELIABILITIES } from "../../sources/grade.ts";
import { ClaimViewSchema } from "./claims.ts";

const Span90 = z
  .object({ median: z.number(), q05: z.number(), q95: z.number() })
  .openapi("Span90", { description: "Median and 90 % interval, in the quantity's unit." });

const MovedFigure = z
  .object({ quantity: z.string(), now: Span90, without: Span90, shift: z.number() })
  .openapi("MovedFigure", { description: "A headline figure as it stands, and as it would stand without something." });

const reweighted = { k: z.number(), ess: z.number(), rerun: z.boolean() };

/** Every headline figure without one origin. */
export const OriginInfluenceSchema = z
  .object({
    kind: z.literal("origin influence"),
    origin: z.string(),
    claims: z.array(z.string()).readonly(),
    ...reweighted,
    largestShift: z.number(),
    figures: z.array(MovedFigure).readonly(),
  })
  .openapi("OriginInfluence", {
    description: "Headline figures without one origin, by reweighting; not to be trusted where `rerun` is true.",
  });

/** A claim held against what the account without its origin leads one to expect. */
export const ClaimCheckSchema = z
  .object({
    claim: z.string(),
    group: z.string(),
    quantity: z.string(),
    pit: z.number(),
    z: z.number(),
    k: z.number(),
    counted: z.boolean(),
  })
  .openapi("ClaimCheck");

/** A claim that conflicts with the account, with the other side. */
export const ConflictViewSchema = z
  .object({ view: ClaimViewSchema, check: ClaimCheckSchema.optional(), against: z.array(ClaimViewSchema).readonly() })
  .openapi("ConflictView");

/** Whether claims scatter around the account as they should. */
export const PredictiveCheckSchema = z
  .object({
    kind: z.literal("predictive check"),
    counted: z.number(),
    expectedBeyond: z.number(),
    beyond: z.number(),
    pValue: z.number(),
    tenths: z.array(z.number()).readonly(),
    claims: z.array(ClaimCheckSchema).readonly(),
  })
  .openapi("PredictiveCheck");

const ReadingWeight = z
  .object({ measure: z.string(), prior: z.number(), posterior: z.number() })
  .openapi("ReadingWeight");

/** What the readings of one mixed measure weigh after the evidence. */
export const RivalReadingsSchema = z
  .object({
    kind: z.literal("rival readings"),
    measure: z.string(),
    readings: z.array(ReadingWeight).readonly(),
    groups: z
      .array(
        z.object({
          group: z.string(),
          claims: z.array(z.string()).readonly(),
          readings: z.array(ReadingWeight).readonly(),
        }),
      )
      .readonly(),
  })
  .openapi("RivalReadings");

/** What ways of reading a printed deduction chain weigh after the evidence. */
export const JointReadingsSchema = z
  .object({
    kind: z.literal("joint readings"),
    chain: z.string(),
    source: z.string(),
    claims: z.array(z.string()).readonly(),
    combinations: z
      .array(z.object({ measures: z.array(z.string()).readonly(), prior: z.number(), posterior: z.number() }))
      .readonly(),
  })
  .openapi("JointReadings");

/** Which facts would narrow a figure most. */
export const NextFactsSchema = z
  .object({
    kind: z.literal("next facts"),
    figure: z.string(),
    grade: z.enum(RELIABILITIES),
    now: Span90,
    sd: z.number(),
    draws: z.number(),
    facts: z
      .array(
        z.object({
          quantity: z.string(),
          now: Span90,
          correlation: z.number(),
          gain: z.number(),
          width: z.number(),
        }),
      )
      .readonly(),
  })
  .openapi("NextFacts", { description: "Which quantities to ask about, so that a figure becomes narrower." });

/** What to switch off. */
export const SwitchedOffSchema = z
  .object({
    claims: z.array(z.string()).readonly(),
    origins: z.array(z.string()).readonly(),
    priors: z.array(z.string()).readonly(),
  })
  .openapi("SwitchedOff");

/** Headline figures with something switched off. */
export const WhatIfSchema = z
  .object({
    kind: z.literal("what if"),
    without: SwitchedOffSchema,
    method: z.enum(["reweighted", "drawn"]),
    ...reweighted,
    figures: z.array(MovedFigure).readonly(),
  })
  .openapi("WhatIf");
