import type { Credibility, Reliability } from "../sources/grade.ts";
import type { Span } from "../sources/passage.ts";
import type { Range } from "../values/range.ts";

/** How the number was come by, as far as its source says. */
export const BASES = [
  "count",
  "register",
  "survey",
  "interview",
  "official statement",
  "intelligence",
  "press",
  "estimate",
  "unknown",
] as const;
export type Basis = (typeof BASES)[number];

/** The mood in which the number is given. Plans and hypotheticals inform no estimate. */
export const MODALITIES = ["asserted", "hearsay", "planned", "hypothetical"] as const;
export type Modality = (typeof MODALITIES)[number];

/** Before the id of a witness in `statedBy`. */
export const WITNESS_PREFIX = "witness:";

/** What the number says of a group. */
export const STATISTICS = ["total", "mean", "typical", "one_person", "minimum", "maximum", "spread"] as const;
export type Statistic = (typeof STATISTICS)[number];

/** Whether the source says the number or we worked it out from what it says. */
export const DERIVATIONS = ["stated", "inferred"] as const;
export type Derivation = (typeof DERIVATIONS)[number];

/**
 * A statement that gives a number for a measure, place and period: one row of `claims.csv`.
 * Numbers stand as printed (shares in per cent); conversion happens in the account.
 */
export interface Claim {
  readonly kind: "claim";
  /** Derived from the content by `claimId`. */
  readonly id: string;
  /** Id of the source that prints it. */
  readonly source: string;
  /** Page or section, as a person would look it up. */
  readonly locator: string;
  /** Where the passage stands in the source's text; absent when the text was not at hand. */
  readonly span?: Span;
  /** Who says the number: a name, an office, or `witness:<id>`. */
  readonly statedBy: string;
  readonly basis: Basis;
  readonly modality: Modality;
  /** Id of a measure of the account, or of a measure that the account does not use yet. */
  readonly measure: string;
  readonly statistic: Statistic;
  /** ISO 3166-1 alpha-2 code, or the id of a place or region of the account. */
  readonly place: string;
  readonly occupation?: string;
  readonly sex?: string;
  /** EDTF text; absent when the claim is undated. */
  readonly period?: string;
  readonly range: Range;
  readonly approximate: boolean;
  readonly unit: string;
  /** ISO 4217 code, or `SUR-coupon` and the like for what is not a currency of today. */
  readonly currency?: string;
  /** Per whom and per what time, such as `person month`. */
  readonly per?: string;
  /** Ids of the claims whose number this one copies or computes with. */
  readonly derivedFrom: readonly string[];
  /** Name of the root that the number comes from when that root is not in the case. */
  readonly origin?: string;
  readonly derivation: Derivation;
  /** Overrides the source's grade. */
  readonly reliability?: Reliability;
  readonly credibility?: Credibility;
  /** What the passage says, in our own words. */
  readonly paraphrase: string;
  readonly note?: string;
}
