import { WITNESS_PREFIX } from "../claims/claim.ts";
import { present } from "../values/present.ts";
import { type Column, compareText, memberOf, type RowCells, type TableDef } from "../values/table.ts";

/** How far a witness is protected: known from a public report only, or by us. */
export const PROTECTIONS = ["public report", "protected"] as const;
export type Protection = (typeof PROTECTIONS)[number];

/** A person who testifies, under a pseudonym: one row of `witnesses.csv`. Identities are held elsewhere, sealed. */
export interface Witness {
  readonly kind: "witness";
  /** `<source>-<letter in lower case>`. */
  readonly id: string;
  readonly source: string;
  /** The letter that stands for the person in the source. */
  readonly letter: string;
  /** A place coarse enough that others were there too. */
  readonly place?: string;
  /** A sector coarse enough that others worked in it too. */
  readonly sector?: string;
  readonly protection: Protection;
  readonly note?: string;
}

const columns: readonly Column[] = [
  { name: "id", title: "Id", description: "Source and letter: nksc-2012-m", type: "string", required: true },
  {
    name: "source",
    title: "Source",
    description: "The source in which the person testifies",
    type: "string",
    required: true,
    names: { table: "sources.csv", column: "id" },
  },
  {
    name: "letter",
    title: "Letter",
    description: "The letter that stands for the person",
    type: "string",
    required: true,
    pattern: "^[A-Z]{1,2}$",
    expected: "one or two capital letters, never a name",
  },
  { name: "place", title: "Place", description: "Where, coarse enough that it singles nobody out", type: "string" },
  { name: "sector", title: "Sector", description: "At what, coarse enough that it singles nobody out", type: "string" },
  {
    name: "protection",
    title: "Protection",
    description: "How the person is protected",
    type: "string",
    required: true,
    enum: PROTECTIONS,
  },
  {
    name: "note",
    title: "Note",
    description: "Anything a reader should know; nothing that could identify",
    type: "string",
  },
];

function parseRow(cells: RowCells): Witness {
  const id = `${cells.get("source")}-${cells.get("letter").toLowerCase()}`;
  if (cells.get("id") !== id) cells.refuse("id", `${id}: the source and the letter`);
  return present({
    kind: "witness",
    id,
    source: cells.get("source"),
    letter: cells.get("letter"),
    place: cells.optional("place"),
    sector: cells.optional("sector"),
    protection: memberOf(PROTECTIONS, cells.get("protection")),
    note: cells.optional("note"),
  } as const);
}

/** `witnesses.csv`: people who testify, by letter, sorted by id. */
export const witnessTable: TableDef<Witness> = {
  path: "witnesses.csv",
  title: "Witnesses",
  columns,
  primaryKey: ["id"],
  parseRow,
  writeRow: (witness) => ({ ...witness }),
  compare: (left, right) => compareText(left.id, right.id),
};

/**
 * The id of the witness whom a claim names as its speaker; absent when somebody else speaks.
 * @example
 * [witnessIn("witness:nksc-2012-m"), witnessIn("a newspaper") ?? "nobody"] // => ["nksc-2012-m","nobody"]
 */
export function witnessIn(statedBy: string): string | undefined {
  return statedBy.startsWith(WITNESS_PREFIX) ? statedBy.slice(WITNESS_PREFIX.length) : undefined;
}
