import { z } from "zod";

const measureId = z
  .string()
  .regex(/^(?!(sum|over)$)[a-z][a-z0-9_]*$/, "lower case letters, digits and _; not sum or over");

const rule = {
  rule: z.enum([
    "share of gross",
    "share of what is left",
    "share of the rest after",
    "share of side earnings",
    "fixed sum",
    "quota owed",
    "one-off",
  ]),
  /** Of `share of the rest after`: the party after whose part the rest is what remains. */
  after: z.string().optional(),
};

const readingSchema = z.strictObject({
  id: measureId,
  name: z.string().min(1),
  ...rule,
  weight: z.number().positive("a number above zero"),
});

const printedSchema = z
  .strictObject({
    id: measureId,
    name: z.string().min(1),
    why: z.string().optional(),
    report: z.enum(["all", "claimed"]).default("all"),
    rule: rule.rule.optional(),
    after: rule.after,
    readings: z.array(readingSchema).min(2).optional(),
  })
  .refine(
    (printed) => (printed.rule === undefined) !== (printed.readings === undefined),
    "either a rule, or two or more rival readings",
  );

const stepSchema = z.strictObject({
  party: z.string().min(1),
  takes: measureId,
  printed: z.array(printedSchema).min(1),
});

/** The shape of a deduction chain in `account.yaml`: who takes what in which order, and how sources print it. */
export const chainSchema = z.strictObject({
  id: z.string().min(1),
  name: z.string().min(1),
  of: measureId,
  left: measureId,
  side: measureId.optional(),
  steps: z.array(stepSchema).min(1),
});

/** A deduction chain as its YAML says it. */
export type WrittenChain = z.infer<typeof chainSchema>;
