import { z } from "@hono/zod-openapi";
import { BASES, DERIVATIONS, MODALITIES, STATISTICS } from "../../claims/claim.ts";
import { SLIP_KINDS } from "../../estimates/slip.ts";
import { CREDIBILITIES, RELIABILITIES } from "../../sources/grade.ts";

/** A number as its source gave it, as the API describes it. */
export const RangeSchema = z
  .discriminatedUnion("kind", [
    z.object({ kind: z.literal("point"), value: z.number() }),
    z.object({ kind: z.literal("between"), low: z.number(), high: z.number() }),
    z.object({ kind: z.literal("at least"), low: z.number() }),
    z.object({ kind: z.literal("at most"), high: z.number() }),
  ])
  .openapi("Range", { description: "A number as its source gave it, in the printed unit." });

/** A place in a text with its digests, as the API describes it. */
export const SpanSchema = z
  .object({ start: z.number(), end: z.number(), passage: z.string(), before: z.string(), after: z.string() })
  .openapi("Span", {
    description:
      "Place in the source's text, in Unicode code points, with SHA-256 digests of the words there and on either side.",
  });

const Claim = z
  .object({
    kind: z.literal("claim"),
    id: z.string(),
    source: z.string(),
    locator: z.string(),
    span: SpanSchema.optional(),
    statedBy: z.string(),
    basis: z.enum(BASES),
    modality: z.enum(MODALITIES),
    measure: z.string(),
    statistic: z.enum(STATISTICS),
    place: z.string(),
    occupation: z.string().optional(),
    sex: z.string().optional(),
    period: z.string().optional(),
    range: RangeSchema,
    approximate: z.boolean(),
    unit: z.string(),
    currency: z.string().optional(),
    per: z.string().optional(),
    derivedFrom: z.array(z.string()).readonly(),
    origin: z.string().optional(),
    derivation: z.enum(DERIVATIONS),
    reliability: z.enum(RELIABILITIES).optional(),
    credibility: z.enum(CREDIBILITIES).optional(),
    paraphrase: z.string(),
    note: z.string().optional(),
  })
  .openapi("Claim", { description: "A statement that gives a number for a measure, place and period." });

const Slip = z
  .object({
    kind: z.enum(SLIP_KINDS),
    factor: z.number(),
    currency: z.string().optional(),
    bayesFactor: z.number(),
    against: z.enum(["account", "other reading"]),
    k: z.number().optional(),
    words: z.string(),
  })
  .openapi("Slip", {
    description:
      "A slip of pen or reading that explains a claim, and how much likelier it is than an unexplained error.",
  });

const ClaimResult = z
  .object({
    kind: z.literal("claim result"),
    claim: z.string(),
    unused: z.string().optional(),
    quantity: z.string().optional(),
    conflict: z.number(),
    distance: z.number(),
    center: z.number(),
    low: z.number(),
    high: z.number(),
    weight: z.number(),
    group: z.string(),
    slip: Slip.optional(),
  })
  .openapi("ClaimResult", {
    description: "What reconciling says of one claim: whether it is used, its probability of conflict, its weight.",
  });

const Acceptance = z
  .object({ by: z.string(), at: z.string(), decision: z.enum(["accepted", "corrected"]) })
  .openapi("Acceptance", { description: "Who accepted or corrected a claim last, and when." });

/** A claim with what reconciling says of it, as the API describes it. */
export const ClaimViewSchema = z
  .object({
    claim: Claim,
    result: ClaimResult.optional(),
    sourceTitle: z.string(),
    attached: z.boolean(),
    accepted: Acceptance.optional(),
  })
  .openapi("ClaimView");

/** A claim as it stands in the case. */
export const ClaimSchema = Claim;

/** What reconciling says of a claim. */
export const ClaimResultSchema = ClaimResult;
