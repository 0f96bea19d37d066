import { z } from "zod";
import { chainSchema } from "./chain-schema.ts";

const id = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]*$/, "a short name of letters, digits, - and _");
/** Names in a prior that are no places. */
const reserved = ["default", "total", "most", "pooled"];
const placeId = id
  .refine((value) => !reserved.includes(value), "a name other than default, total, most and pooled")
  .refine((value) => !/^\d{4}$/.test(value), "a name that does not look like a year");
const positive = z.number().positive("a number above zero");
const interval = z
  .tuple([positive, positive], "two numbers, [low, high]")
  .refine(([low, high]) => low < high, "low below high");
const years = z
  .union([z.string(), z.number()])
  .refine((value) => /^\d{4}(\/\d{4})?$/.test(String(value)), "years such as 2017/2018")
  .transform((value): readonly [number, number] => {
    const [from = 0, to = from] = String(value).split("/").map(Number);
    return [from, to];
  })
  .refine(([from, to]) => from <= to, "the earlier year first");

const placeSchema = z.strictObject({
  id: placeId,
  name: z.string().min(1),
  group: id.optional(),
  at: z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]).optional(),
});

const occupationSchema = z.strictObject({
  id: placeId.refine((value) => value !== "all", "a name other than all, which is all work together"),
  name: z.string().min(1),
  members: z.array(z.string().min(1)).default([]),
  parts: z.array(z.string().min(1)).default([]),
});

const breakSchema = z.strictObject({
  places: z.array(id).optional(),
  occupations: z.array(id).optional(),
  years,
  scale: positive,
  policy: z.string().optional(),
});

const walkSchema = z.strictObject({
  scale: positive,
  steps: z.enum(["student", "normal"]).default("student"),
  every: z.number().int().min(1).max(20).default(1),
  by: z.enum(["place", "group", "occupation", "cell"]).optional(),
  breaks: z.array(breakSchema).default([]),
});

const priorSchema = z
  .object({ default: interval, total: interval.optional(), most: positive.optional(), pooled: positive.optional() })
  .catchall(interval);

const measureSchema = z
  .strictObject({
    id: z.string().regex(/^(?!(sum|over)$)[a-z][a-z0-9_]*$/, "lower case letters, digits and _; not sum or over"),
    name: z.string().min(1),
    unit: z.string().min(1).optional(),
    type: z.enum(["stock", "flow", "rate"]).optional(),
    scale: z.enum(["log", "logit"]).optional(),
    over: z.array(z.enum(["place", "occupation", "year"])).default([]),
    combine: z.enum(["sum", "mean"]).optional(),
    weights: z.string().optional(),
    spread: z.string().optional(),
    report: z.enum(["all", "claimed"]).default("all"),
    why: z.string().optional(),
    prior: priorSchema.optional(),
    walk: walkSchema.optional(),
    formula: z.string().optional(),
    readings: z.record(z.string(), positive).optional(),
    bound: z.literal("at least").optional(),
    dated: z.literal("start").optional(),
  })
  .refine(
    (measure) => [measure.prior, measure.formula, measure.readings].filter((part) => part !== undefined).length === 1,
    "exactly one of prior, formula and readings",
  )
  .refine(
    (measure) => measure.readings !== undefined || (measure.bound ?? measure.dated) === undefined,
    "bound and dated only beside readings",
  )
  .refine((measure) => measure.readings !== undefined || measure.unit !== undefined, "a unit");

/** The shape of `account.yaml` as written, before names are looked up and units checked. */
export const accountSchema = z.strictObject({
  years,
  anchor: z.number().int(),
  places: z.array(placeSchema).min(1),
  regions: z.array(z.strictObject({ id: placeId, name: z.string().min(1), members: z.array(id).min(1) })).default([]),
  groups: z.array(z.strictObject({ id, name: z.string().min(1) })).default([]),
  occupations: z.array(occupationSchema).default([]),
  measures: z.array(measureSchema).min(1),
  chains: z.array(chainSchema).default([]),
  shown: z.record(z.string(), z.string().min(1)).default({}),
  headlines: z.array(z.string()).default([]),
  flow: z.strictObject({ of: z.string(), parts: z.array(z.string()).min(2), worker: z.string() }).optional(),
});

/** An account as its YAML says it. */
export type WrittenAccount = z.infer<typeof accountSchema>;
/** A measure as its YAML says it. */
export type WrittenMeasure = WrittenAccount["measures"][number];
