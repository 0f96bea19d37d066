import type { Span } from "../sources/passage.ts";
import type { Range } from "../values/range.ts";
import type { Basis, Modality, Statistic } from "./claim.ts";
import type { QuantityKind, Stretch } from "./quantity.ts";

/**
 * A claim as reading proposes it from a number and its sentence. It waits until a person accepts, corrects or rejects it;
 * nothing is accepted by itself. What the words do not say is absent, never guessed.
 */
export interface ClaimProposal {
  readonly kind: "proposal";
  /** `p` and twelve hex digits, derived from the source, the passage's digest and the number's place in it. */
  readonly id: string;
  /** Id of the source that prints it. */
  readonly source: string;
  /** Page or section, as a person would look it up; empty in a document without parts. */
  readonly locator: string;
  /** The sentence that gives the number, or the clause of a long one, anchored as a claim's passage is. */
  readonly span: Span;
  /** Where the number itself stands in the text. */
  readonly number: Stretch;
  readonly quantityKind: QuantityKind;
  readonly range: Range;
  readonly approximate: boolean;
  /** Whether the range is our reading of a vague number. */
  readonly vague: boolean;
  /** As claims print it: persons, money, percent, hours …; `count` for things that no word names. */
  readonly unit: string;
  readonly currency?: string;
  readonly per?: string;
  /** Id of a measure of the case's account. */
  readonly measure?: string;
  readonly statistic: Statistic;
  /** Ids of the account's places, or ISO 3166-1 alpha-2 codes where it has none; empty where the words name no place. */
  readonly places: readonly string[];
  /** ISO 3166-1 alpha-2 codes of the countries that the words name, before they are fitted into the account's places. */
  readonly countries: readonly string[];
  readonly occupation?: string;
  readonly sex?: string;
  /** EDTF text. */
  readonly period?: string;
  /** A name, an office, an organisation, a witness's letter as the text labels it; absent where nobody is named. */
  readonly speaker?: string;
  readonly basis: Basis;
  readonly modality: Modality;
}
