import type { Claim } from "../claims/claim.ts";
import { aboutYearOf } from "../estimates/observation.ts";
import type { Source } from "../sources/source.ts";
import { compareText } from "../values/table.ts";
import { type Witness, witnessIn } from "./witness.ts";

/** What one published row says of one witness: the cells by which somebody could recognise the person. */
export interface PublishedRow {
  readonly witness: string;
  readonly cells: Readonly<Record<string, string>>;
}

/** A combination of published cells that too few witnesses share. */
export interface SingledOut {
  /** `place=KW · sector=construction`. */
  readonly combination: string;
  /** Ids of the witnesses whom it covers. */
  readonly witnesses: readonly string[];
}

/**
 * What `witnesses.csv` publishes of each witness: source, place and sector.
 * @example
 * witnessRows([{ kind: "witness", id: "a-m", source: "a", letter: "M", place: "gulf", protection: "protected" }]) // => [{"witness":"a-m","cells":{"source":"a","place":"gulf"}}]
 */
export function witnessRows(witnesses: readonly Witness[]): readonly PublishedRow[] {
  return witnesses.map(({ id, source, place, sector }) => ({ witness: id, cells: filled({ source, place, sector }) }));
}

/**
 * What `claims.csv` says of each witness, joined by letter with `witnesses.csv`: source, place and sector of the witness;
 * where the claim speaks of another place (`about`); and its period, currency, occupation and sex. A period that only
 * repeats the date of the source tells nothing of a person, and neither do dollars, into which sums are converted: both
 * are left out, so that such a claim covers every witness of its place and sector.
 * @example
 * claimRows([], [], []) // => []
 */
export function claimRows(
  claims: readonly Claim[],
  witnesses: readonly Witness[],
  sources: readonly Pick<Source, "id" | "published">[],
): readonly PublishedRow[] {
  const byId = new Map(witnesses.map((one) => [one.id, one]));
  const dates = new Map(sources.map(({ id, published }) => [id, published && aboutYearOf(published)]));
  return claims.flatMap((claim): PublishedRow[] => {
    const witness = witnessIn(claim.statedBy);
    if (witness === undefined) return [];
    const { source, period, currency, occupation, sex } = claim;
    const { place, sector } = byId.get(witness) ?? {};
    const cells = filled({
      source,
      place,
      sector,
      about: claim.place === place ? undefined : claim.place,
      period: period === dates.get(source) ? undefined : period,
      currency: currency === "USD" ? undefined : currency,
      occupation,
      sex,
    });
    return [{ witness, cells }];
  });
}

function filled(cells: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(cells).flatMap(([name, cell]) => (cell === undefined ? [] : [[name, cell]])),
  );
}

/** Every combination of some of the cells: `place=KW`, `place=KW · sector=construction` … */
function combinationsOf(cells: Readonly<Record<string, string>>): readonly string[] {
  let combinations: readonly string[] = [];
  for (const [name, cell] of Object.entries(cells)) {
    const word = `${name}=${cell}`;
    combinations = [...combinations, word, ...combinations.map((combination) => `${combination} · ${word}`)];
  }
  return combinations;
}

/**
 * The combinations of published cells that cover fewer than `least` witnesses, and so single somebody out.
 * @example
 * singledOut([{ witness: "a-m", cells: { place: "KW" } }, { witness: "a-n", cells: { place: "QA" } }], 2) // => [{"combination":"place=KW","witnesses":["a-m"]},{"combination":"place=QA","witnesses":["a-n"]}]
 */
export function singledOut(rows: readonly PublishedRow[], least: number): readonly SingledOut[] {
  const covered = new Map<string, Set<string>>();
  for (const { witness, cells } of rows) {
    for (const combination of combinationsOf(cells)) {
      const witnesses = covered.get(combination) ?? new Set();
      covered.set(combination, witnesses.add(witness));
    }
  }
  return [...covered]
    .filter(([, witnesses]) => witnesses.size < least)
    .map(([combination, witnesses]) => ({ combination, witnesses: [...witnesses].sort(compareText) }))
    .sort((left, right) => compareText(left.combination, right.combination));
}
