import { present } from "../values/present.ts";
import { type Column, compareText, memberOf, type RowCells, type TableDef } from "../values/table.ts";
import { isTime, TIME_EXPECTED, TIME_PATTERN } from "../values/time.ts";

/** What a witness may consent to, from the least exposed to the most. */
export const CONSENT_USES = [
  "internal analysis",
  "paraphrase",
  "pseudonymous quote",
  "public data set",
  "share with UN or prosecutor",
] as const;
export type ConsentUse = (typeof CONSENT_USES)[number];

/** Whether a witness agreed to one use, when and how: one row of `consents.csv`. */
export interface Consent {
  readonly kind: "consent";
  readonly witness: string;
  readonly use: ConsentUse;
  readonly given: boolean;
  /** `written`, `spoken and recorded` … */
  readonly how?: string;
  readonly language?: string;
  readonly conditions?: string;
  /** ISO date on which it was asked. */
  readonly date: string;
  /** ISO date on which it was withdrawn. */
  readonly withdrawn?: string;
  /** ISO date on which to ask again. */
  readonly review?: string;
}

/** How a use stands with a witness. Not asked is not refused, and neither is a yes. */
export type ConsentState = "given" | "refused" | "withdrawn" | "not asked";

const time = { type: "string", pattern: TIME_PATTERN, expected: TIME_EXPECTED } as const;

const columns: readonly Column[] = [
  {
    name: "witness",
    title: "Witness",
    description: "Who was asked",
    type: "string",
    required: true,
    names: { table: "witnesses.csv", column: "id" },
  },
  { name: "use", title: "Use", description: "What for", type: "string", required: true, enum: CONSENT_USES },
  { name: "given", title: "Given", description: "The answer", type: "string", required: true, enum: ["yes", "no"] },
  { name: "how", title: "How", description: "In what form it was given", type: "string" },
  { name: "language", title: "Language", description: "In what language it was asked", type: "string" },
  { name: "conditions", title: "Conditions", description: "What the witness asked for in return", type: "string" },
  { name: "date", title: "Date", description: "When it was asked", required: true, ...time },
  { name: "withdrawn", title: "Withdrawn", description: "When it was withdrawn", ...time },
  { name: "review", title: "Review", description: "When to ask again", ...time },
];

function parseRow(cells: RowCells): Consent {
  for (const column of ["date", "withdrawn", "review"]) {
    const cell = cells.optional(column);
    if (cell !== undefined && !isTime(cell)) cells.refuse(column, TIME_EXPECTED);
  }
  const withdrawn = cells.optional("withdrawn");
  if (withdrawn !== undefined && withdrawn < cells.get("date"))
    cells.refuse("withdrawn", "a date not before it was given");
  if (withdrawn !== undefined && cells.get("given") === "no")
    cells.refuse("withdrawn", "nothing, as it was never given");
  return present({
    kind: "consent",
    witness: cells.get("witness"),
    use: memberOf(CONSENT_USES, cells.get("use")),
    given: cells.get("given") === "yes",
    how: cells.optional("how"),
    language: cells.optional("language"),
    conditions: cells.optional("conditions"),
    date: cells.get("date"),
    withdrawn,
    review: cells.optional("review"),
  } as const);
}

/** `consents.csv`: what each witness agreed to. */
export const consentTable: TableDef<Consent> = {
  path: "consents.csv",
  title: "Consents",
  columns,
  primaryKey: ["witness", "use", "date"],
  parseRow,
  writeRow: (consent) => ({ ...consent, given: consent.given ? "yes" : "no" }),
  compare: (left, right) =>
    compareText(left.witness, right.witness) || compareText(left.use, right.use) || compareText(left.date, right.date),
};

/**
 * How one use stands with one witness, by the latest time that it was asked.
 * @example
 * consentState([], "nksc-2012-m", "paraphrase") // => "not asked"
 */
export function consentState(consents: readonly Consent[], witness: string, use: ConsentUse): ConsentState {
  const asked = consents.filter((consent) => consent.witness === witness && consent.use === use);
  const latest = asked.toSorted((left, right) => compareText(left.date, right.date)).at(-1);
  if (latest === undefined) return "not asked";
  if (!latest.given) return "refused";
  return latest.withdrawn === undefined ? "given" : "withdrawn";
}
