import type { Claim } from "../claims/claim.ts";
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
 * What `claims.csv` publishes of each witness who speaks of one person, most often of himself: source, place,
 * occupation, sex and period.
 * @example
 * claimRows([]) // => []
 */
export function claimRows(claims: readonly Claim[]): readonly PublishedRow[] {
  return claims.flatMap(({ statedBy, statistic, source, place, occupation, sex, period }): PublishedRow[] => {
    const witness = witnessIn(statedBy);
    if (witness === undefined || statistic !== "one_person") return [];
    return [{ witness, cells: filled({ source, place, occupation, sex, period }) }];
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
