import type { Source } from "../../sources/source.ts";

/** A measure of a case, as far as proposing a claim on it needs to know. */
export interface MeasureTerm {
  readonly id: string;
  /** Its unit in the account, such as `person` or `USD/person/month`; absent for a measure that only claims use. */
  readonly unit?: string;
  /** Words by which this case's sources call it, besides those of its role. */
  readonly words?: readonly string[];
}

/** A place or region of a case's account. */
export interface PlaceTerm {
  readonly id: string;
  readonly name: string;
  /** Of a region: the places in it. */
  readonly members?: readonly string[];
}

/** What a case calls its measures and places, as plain data. */
export interface CaseTerms {
  readonly measures: readonly MeasureTerm[];
  readonly places: readonly PlaceTerm[];
}

/** What proposing claims from a text needs to know besides the text. */
export interface ProposingContext {
  readonly source: Pick<Source, "id" | "type"> &
    Partial<Pick<Source, "author" | "publisher" | "published" | "language">>;
  readonly terms: CaseTerms;
  /** Counts the characters looked at, so that a test can hold the time to be linear. */
  readonly meter?: { steps: number };
}
