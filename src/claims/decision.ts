import { present } from "../values/present.ts";
import { type Column, compareText, memberOf, type RowCells, type TableDef } from "../values/table.ts";
import { isTime, TIME_EXPECTED, TIME_PATTERN } from "../values/time.ts";
import { CLAIM_ID_PATTERN } from "./claim-id.ts";

/** What a person can decide: about a claim all but `confirmed`, about a finding of an audit `confirmed` or `dismissed`. */
export const DECISION_KINDS = ["accepted", "corrected", "rejected", "dismissed", "confirmed"] as const;
export type DecisionKind = (typeof DECISION_KINDS)[number];

/** What a person decided about a claim or a finding, when and why: one row of `decisions.csv`. */
export interface Decision {
  readonly kind: "decision";
  /** ISO date, or date and time in UTC. */
  readonly at: string;
  readonly by: string;
  readonly decision: DecisionKind;
  /** Id of the claim, or of the finding of an audit. */
  readonly subject: string;
  readonly why?: string;
}

/** A finding's id is worked out in the audits, and a decision about one outlives it. */
const SUBJECT_PATTERN = "^[cf][0-9a-f]{12}$";

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
    description: "The claim, or the finding of an audit, that it is about",
    type: "string",
    required: true,
    pattern: SUBJECT_PATTERN,
    expected: "the id of a claim or of a finding",
    names: { table: "claims.csv", column: "id", where: CLAIM_ID_PATTERN },
  },
  { name: "why", title: "Why", description: "The reason, in words", type: "string" },
];

function parseRow(cells: RowCells): Decision {
  if (!isTime(cells.get("at"))) cells.refuse("at", TIME_EXPECTED);
  const aboutFinding = cells.get("subject").startsWith("f");
  const decided = cells.get("decision");
  if (aboutFinding && decided !== "confirmed" && decided !== "dismissed")
    cells.refuse("decision", "confirmed or dismissed, about a finding");
  if (!aboutFinding && decided === "confirmed") cells.refuse("decision", "another word about a claim than confirmed");
  return present({
    kind: "decision",
    at: cells.get("at"),
    by: cells.get("by"),
    decision: memberOf(DECISION_KINDS, cells.get("decision")),
    subject: cells.get("subject"),
    why: cells.optional("why"),
  } as const);
}

/** `decisions.csv`: what people decided about claims and findings, in order of time. */
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
