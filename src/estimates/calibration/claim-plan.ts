import type { Claim } from "../../claims/claim.ts";

/** What a made-up claim will be about, before its number is drawn. */
export interface ClaimPlan {
  /** Measure and place of the quantity, such as `workers.XA`; only the measure where it has no places. */
  readonly about: readonly [measure: string, place?: string];
  /** When, as a claim prints it (EDTF); absent where the measure has no years. */
  readonly period?: string;
  /** Whether it gives a value, one person's, the largest of many people's, or says on which side of a number the truth is. */
  readonly form: "value" | "one person" | "maximum" | "bound";
  /** A witness's, of one place of the region that is named. */
  readonly witness?: boolean;
  /** How often the root was read differently: each reading may be a miscopy. */
  readonly readings: 1 | 2;
  readonly basis: Claim["basis"];
}

type Cell = readonly [measure: string, place?: string];

function valuesOf(about: Cell, ...periods: readonly (string | undefined)[]): readonly ClaimPlan[] {
  return periods.map((period) => plan(about, period));
}

function plan(about: Cell, period?: string, fields: Partial<ClaimPlan> = {}): ClaimPlan {
  return {
    about,
    ...(period === undefined ? {} : { period }),
    form: "value",
    readings: 1,
    basis: fields.form === "bound" ? "count" : "survey",
    ...fields,
  };
}

/** The claims of one made-up problem: every form, the common kinds of period, roots that were read twice. */
export const CLAIM_PLANS: readonly ClaimPlan[] = [
  ...valuesOf(["workers", "XA"], "2010", "2012", "2013", "2014"),
  ...valuesOf(["workers", "XB"], "2010", "2011/2013", "2012~", "2014"),
  ...valuesOf(["workers", "XC"], "2010", "201X", "2013"),
  ...valuesOf(["workers", "world"], "2012", "2014"),
  plan(["workers", "XC"], "2012", { readings: 2 }),
  plan(["workers", "world"], "2011", { readings: 2 }),
  plan(["workers", "XB"], "2013", { form: "bound" }),
  plan(["workers", "world"], "2013", { form: "bound" }),
  ...valuesOf(["take", "XA"], "2012"),
  ...valuesOf(["take", "XB"], "2012~"),
  plan(["take", "XC"], "2014", { readings: 2 }),
  plan(["take", "XC"], "2010", { form: "maximum" }),
  ...["2010", "2011", "2013", "2014"].map((year) => plan(["take", "XA"], year, { form: "one person" })),
  ...valuesOf(["hand", "XA"], "2012"),
  ...valuesOf(["hand", "XB"], "2013"),
  ...valuesOf(["hand", "world"], "2012"),
  plan(["hand", "north"], "2012", { witness: true }),
  ...["2010", "2011", "2013", "2014"].map((year) => plan(["hand", "XC"], year, { form: "one person" })),
  plan(["hand", "XC"], "2012", { form: "maximum" }),
  ...valuesOf(["gross", "XC"], "2012"),
  plan(["gross", "XA"], "2014", { form: "bound" }),
  ...valuesOf(["wage", "XB"], "2012"),
  ...valuesOf(["wage", "XA"], "2010"),
  ...valuesOf(["share", "XA"], "2012"),
  ...valuesOf(["share", "XB"], "2014"),
  ...valuesOf(["months"], undefined),
  ...valuesOf(["revenue"], "2012", "2013"),
  plan(["revenue"], "2014", { readings: 2 }),
];
