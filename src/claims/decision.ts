import { present } from "../values/present.ts";
import { type Column, compareText, memberOf, type RowCells, type TableDef } from "../values/table.ts";
import { isTime, TIME_EXPECTED, TIME_PATTERN } from "../values/time.ts";
import { CLAIM_ID_PATTERN } from "./claim-id.ts";

/** What a person can decide about a claim. */
export const DECISION_KINDS = ["accepted", "corrected", "rejected", "dismissed"] as const;
export type DecisionKind = (typeof DECISION_KINDS)[number];

/** What a person decided about a claim, when and why: one row of `decisions.csv`. */
export interface Decision {
  readonly kind: "decision";
  /** ISO date, or date and time in UTC. */
  readonly at: string;
  readonly by: string;
  readonly decision: DecisionKind;
  /** Id of the claim. */
  readonly subject: string;
  readonly why?: string;
}

const columns: readonly Column[] = [
  {
    name: "at",
    title: "At",
    description: "When it was decided, UTC",
    type: "string",
    required: true,
    pattern: TIME_PATTERN,
    expected: TIME_EXPECTED,
  },
  { name: "by", title: "By", description: "Who decided: a role or a pseudonym", type: "string", required: true },
  {
    name: "decision",
    title: "Decision",
    description: "What was decided",
    type: "string",
    required: true,
    enum: DECISION_KINDS,
  },
  {
    name: "subject",
    title: "Subject",
    description: "The claim that it is about",
    type: "string",
    required: true,
    pattern: CLAIM_ID_PATTERN,
    expected: "the id of a claim",
    names: { table: "claims.csv", column: "id" },
  },
  { name: "why", title: "Why", description: "The reason, in words", type: "string" },
];

function parseRow(cells: RowCells): Decision {
  if (!isTime(cells.get("at"))) cells.refuse("at", TIME_EXPECTED);
  return present({
    kind: "decision",
    at: cells.get("at"),
    by: cells.get("by"),
    decision: memberOf(DECISION_KINDS, cells.get("decision")),
    subject: cells.get("subject"),
    why: cells.optional("why"),
  } as const);
}

/** `decisions.csv`: what people decided about claims, in order of time. */
export const decisionTable: TableDef<Decision> = {
  path: "decisions.csv",
  title: "Decisions",
  columns,
  primaryKey: ["at", "by", "decision", "subject"],
  parseRow,
  writeRow: (decision) => ({ ...decision }),
  compare: (left, right) =>
    compareText(left.at, right.at) ||
    compareText(left.subject, right.subject) ||
    compareText(left.decision, right.decision) ||
    compareText(left.by, right.by),
};
