import { CREDIBILITIES, RELIABILITIES } from "../sources/grade.ts";
import { DIGEST_PATTERN } from "../values/digest.ts";
import type { Column } from "../values/table.ts";
import { BASES, DERIVATIONS, MODALITIES, STATISTICS } from "./claim.ts";
import { CLAIM_ID_PATTERN } from "./claim-id.ts";
import { UNITS } from "./printed-unit.ts";

const digest = {
  type: "string",
  pattern: DIGEST_PATTERN,
  expected: "a SHA-256 digest: 64 lower-case hex digits",
} as const;
const text = { type: "string" } as const;
const needed = { type: "string", required: true } as const;

const identity: readonly Column[] = [
  {
    name: "id",
    title: "Id",
    description: "Made from the content; leave it empty in a new row",
    ...text,
    pattern: CLAIM_ID_PATTERN,
    expected: "c and 12 hex digits, or nothing",
  },
  {
    name: "source",
    title: "Source",
    description: "The source that prints it",
    ...needed,
    names: { table: "sources.csv", column: "id" },
  },
  { name: "locator", title: "Locator", description: "Page or section, as a person would look it up", ...needed },
];

const span: readonly Column[] = [
  {
    name: "start",
    title: "Start",
    description: "First code point of the passage in the source's text",
    type: "integer",
  },
  { name: "end", title: "End", description: "Code point after the passage", type: "integer" },
  { name: "passage_sha256", title: "Passage", description: "Digest of the passage, spaces folded", ...digest },
  { name: "before_sha256", title: "Before", description: "Digest of the 32 code points before it", ...digest },
  { name: "after_sha256", title: "After", description: "Digest of the 32 code points after it", ...digest },
];

const meaning: readonly Column[] = [
  { name: "stated_by", title: "Stated by", description: "Who says it: a name, an office, or witness:<id>", ...needed },
  { name: "basis", title: "Basis", description: "How the number was come by", ...needed, enum: BASES },
  { name: "modality", title: "Modality", description: "The mood in which it is given", ...needed, enum: MODALITIES },
  {
    name: "measure",
    title: "Measure",
    description: "What is counted",
    ...needed,
    pattern: "^[a-z][a-z0-9_]*$",
    expected: "the id of a measure: lower-case letters, digits and underscores",
  },
  { name: "statistic", title: "Statistic", description: "What it says of a group", ...needed, enum: STATISTICS },
  {
    name: "place",
    title: "Place",
    description: "ISO 3166-1 alpha-2 code, or the id of a place or region of the account",
    ...needed,
    pattern: "^([A-Z]{2}|[a-z0-9]+(-[a-z0-9]+)*)$",
    expected: "a country code such as RU, or the id of a place such as middle-east",
  },
  { name: "occupation", title: "Occupation", description: "Which workers, where it is narrower than all", ...text },
  { name: "sex", title: "Sex", description: "Where it is narrower than all", ...text },
  { name: "period", title: "Period", description: "When it held (EDTF)", ...text },
];

const number: readonly Column[] = [
  { name: "low", title: "Low", description: "Lower bound as printed; equal to the upper for a point", type: "number" },
  { name: "high", title: "High", description: "Upper bound as printed", type: "number" },
  { name: "approximate", title: "Approximate", description: "yes where it says about", ...text, enum: ["yes"] },
  { name: "unit", title: "Unit", description: "What the number counts", ...needed, enum: UNITS },
  {
    name: "currency",
    title: "Currency",
    description: "ISO 4217 code; SUR-coupon and the like for what is none",
    ...text,
    pattern: "^[A-Z]{3}(-[a-z]+)?$",
    expected: "a currency code such as USD",
  },
  { name: "per", title: "Per", description: "For whom and what time, such as person month", ...text },
];

const grading: readonly Column[] = [
  {
    name: "derived_from",
    title: "Derived from",
    description: "Claims whose number it copies or computes with, ids joined by a space",
    ...text,
    pattern: "^c[0-9a-f]{12}( c[0-9a-f]{12})*$",
    expected: "ids of claims joined by single spaces",
  },
  { name: "origin", title: "Origin", description: "Name of the root that is not in the case", ...text },
  {
    name: "derivation",
    title: "Derivation",
    description: "Stated by the source or inferred by us",
    ...needed,
    enum: DERIVATIONS,
  },
  {
    name: "reliability",
    title: "Reliability",
    description: "Overrides the source's grade",
    ...text,
    enum: RELIABILITIES,
  },
  {
    name: "credibility",
    title: "Credibility",
    description: "Overrides the source's grade",
    ...text,
    enum: CREDIBILITIES,
  },
  { name: "paraphrase", title: "Paraphrase", description: "What the passage says, in our own words", ...needed },
  { name: "note", title: "Note", description: "Anything a reader should know", ...text },
];

/** The columns of `claims.csv`, in order. */
export const claimColumns: readonly Column[] = [...identity, ...span, ...meaning, ...number, ...grading];
