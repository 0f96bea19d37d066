import { present } from "../values/present.ts";
import { type Column, compareText, memberOf, type RowCells, type TableDef } from "../values/table.ts";
import { isTime, TIME_EXPECTED, TIME_PATTERN } from "../values/time.ts";
import { CLAIM_ID_PATTERN } from "./claim-id.ts";

export const DECISION_KINDS = ["accepted", "corrected", "rejected", "dismissed", "confirmed", "withdrawn"] as const;
export type DecisionKind = (typeof DECISION_KINDS)[number];

/** What can be decided, by the letter that the subject's id begins with: a claim, a finding of an audit, a proposal. */
const ABOUT: Readonly<Record<string, { readonly called: string; readonly kinds: readonly DecisionKind[] }>> = {
  c: { called: "a claim", kinds: ["accepted", "corrected", "rejected", "dismissed"] },
  f: { called: "a finding", kinds: ["confirmed", "dismissed"] },
  p: { called: "a proposal", kinds: ["accepted", "corrected", "rejected", "withdrawn"] },
};

/** What a person decided about a claim, a finding or a proposal, when and why: one row of `decisions.csv`. */
export interface Decision {
  readonly kind: "decision";
  /** ISO date, or date and time in UTC. */
  readonly at: string;
  readonly by: string;
  readonly decision: DecisionKind;
  /** Id of the claim, of the finding of an audit, or of the proposal. */
  readonly subject: string;
  /** Id of the claim that a proposal became; it stays noted here when the decision is withdrawn and the claim is gone. */
  readonly claim?: string;
  readonly why?: string;
}

/** Ids of findings and proposals are worked out from claims and texts, and a decision about one outlives it. */
const SUBJECT_PATTERN = "^[cfp][0-9a-f]{12}$";

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
    description: "The claim, the finding of an audit, or the proposal that it is about",
    type: "string",
    required: true,
    pattern: SUBJECT_PATTERN,
    expected: "the id of a claim, of a finding or of a proposal",
    names: { table: "claims.csv", column: "id", where: CLAIM_ID_PATTERN },
  },
  {
    name: "claim",
    title: "Claim",
    description: "The claim that an accepted or corrected proposal became",
    type: "string",
    pattern: CLAIM_ID_PATTERN,
    expected: "the id of the claim that the proposal became, or nothing",
  },
  { name: "why", title: "Why", description: "The reason, in words", type: "string" },
];

function parseRow(cells: RowCells): Decision {
  if (!isTime(cells.get("at"))) cells.refuse("at", TIME_EXPECTED);
  const about = ABOUT[cells.get("subject").charAt(0)];
  const decided = memberOf(DECISION_KINDS, cells.get("decision"));
  if (about !== undefined && !about.kinds.includes(decided))
    cells.refuse("decision", `one of ${about.kinds.join(", ")}, about ${about.called}`);
  const becomes = cells.get("subject").startsWith("p") && (decided === "accepted" || decided === "corrected");
  if (becomes !== (cells.get("claim") !== ""))
    cells.refuse("claim", becomes ? "the claim that the proposal became" : "nothing, as no proposal became a claim");
  return present({
    kind: "decision",
    at: cells.get("at"),
    by: cells.get("by"),
    decision: decided,
    subject: cells.get("subject"),
    claim: cells.optional("claim"),
    why: cells.optional("why"),
  } as const);
}

/** `decisions.csv`: what people decided about claims, findings and proposals, in order of time. */
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
