/** What sort of number a cue is for; a sum of money from a million on is large. */
export type CuedNumber =
  | "persons"
  | "documents"
  | "countries"
  | "share"
  | "money"
  | "large money"
  | "hours"
  | "duration";

/**
 * Words by which a measure is known, whatever case they stand in. Its id is the role that accounts name their measures by
 * (`workers`, `in_hand`): the cue holds in every case that has a measure of that id, and in no other.
 */
export interface MeasureCue {
  readonly measure: string;
  readonly of: CuedNumber;
  /** Must stand near the number: in its clause, between its neighbours. */
  readonly near: RegExp;
  /** Must stand in its sentence or in the words before it. */
  readonly sentence?: RegExp;
  /** Must not stand near the number. */
  readonly not?: RegExp;
  /** The number reaches at least this: fewer people are a group and no stock. */
  readonly least?: number;
  /** Times of which one must be the number's basis; an empty text stands for no time at all. */
  readonly times?: readonly string[];
}
