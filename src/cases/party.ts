import { present } from "../values/present.ts";
import { SLUG_PATTERN } from "../values/slug.ts";
import { type Column, compareText, memberOf, type RowCells, type TableDef } from "../values/table.ts";

/** What a party is to the labour that a state sends abroad. */
export const PARTY_TYPES = [
  "state",
  "state company",
  "host employer",
  "broker",
  "embassy",
  "site",
  "worker",
  "family",
  "other",
] as const;
export type PartyType = (typeof PARTY_TYPES)[number];

/** Whoever sends, hires, pays, takes or is paid: one row of `parties.csv`. */
export interface Party {
  readonly kind: "party";
  readonly id: string;
  readonly name: string;
  readonly type: PartyType;
  /** ISO 3166-1 alpha-2 code. */
  readonly country?: string;
  readonly note?: string;
}

const columns: readonly Column[] = [
  {
    name: "id",
    title: "Id",
    description: "Short, stable, readable name of the party",
    type: "string",
    required: true,
    pattern: SLUG_PATTERN,
    expected: "an id of lower-case letters, digits and hyphens",
  },
  { name: "name", title: "Name", description: "Its name", type: "string", required: true },
  { name: "type", title: "Type", description: "What it is", type: "string", required: true, enum: PARTY_TYPES },
  {
    name: "country",
    title: "Country",
    description: "Where it belongs (ISO 3166-1 alpha-2)",
    type: "string",
    pattern: "^[A-Z]{2}$",
    expected: "a country code such as KP",
  },
  { name: "note", title: "Note", description: "Anything a reader should know", type: "string" },
];

function parseRow(cells: RowCells): Party {
  return present({
    kind: "party",
    id: cells.get("id"),
    name: cells.get("name"),
    type: memberOf(PARTY_TYPES, cells.get("type")),
    country: cells.optional("country"),
    note: cells.optional("note"),
  } as const);
}

/** `parties.csv`: who sends, hires, pays, takes and is paid, sorted by id. */
export const partyTable: TableDef<Party> = {
  path: "parties.csv",
  title: "Parties",
  columns,
  primaryKey: ["id"],
  parseRow,
  writeRow: (party) => ({ ...party }),
  compare: (left, right) => compareText(left.id, right.id),
};
