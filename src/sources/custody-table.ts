import { DIGEST_PATTERN } from "../values/digest.ts";
import { present } from "../values/present.ts";
import { type Column, memberOf, type RowCells, type TableDef } from "../values/table.ts";
import { isTime, TIME_EXPECTED, TIME_PATTERN } from "../values/time.ts";
import { CUSTODY_EVENTS, type CustodyEntry } from "./custody.ts";

const digest = {
  type: "string",
  pattern: DIGEST_PATTERN,
  expected: "a SHA-256 digest: 64 lower-case hex digits",
} as const;

const columns: readonly Column[] = [
  {
    name: "source",
    title: "Source",
    description: "The item that it happened to",
    type: "string",
    required: true,
    names: { table: "sources.csv", column: "id" },
  },
  {
    name: "at",
    title: "At",
    description: "When it happened, UTC",
    type: "string",
    required: true,
    pattern: TIME_PATTERN,
    expected: TIME_EXPECTED,
  },
  { name: "event", title: "Event", description: "What happened", type: "string", required: true, enum: CUSTODY_EVENTS },
  { name: "actor", title: "Actor", description: "Who did it: a role or a pseudonym", type: "string", required: true },
  { name: "tool", title: "Tool", description: "With what", type: "string" },
  { name: "input_sha256", title: "Input", description: "Digest of what went in", ...digest },
  { name: "output_sha256", title: "Output", description: "Digest of what came out", ...digest },
  { name: "reason", title: "Reason", description: "Why", type: "string" },
  { name: "previous", title: "Previous", description: "Entry of the row before", ...digest },
  { name: "entry", title: "Entry", description: "Digest of this row's other cells", required: true, ...digest },
];

function parseRow(cells: RowCells): CustodyEntry {
  if (!isTime(cells.get("at"))) cells.refuse("at", TIME_EXPECTED);
  return present({
    kind: "custody entry",
    source: cells.get("source"),
    at: cells.get("at"),
    event: memberOf(CUSTODY_EVENTS, cells.get("event")),
    actor: cells.get("actor"),
    tool: cells.optional("tool"),
    inputSha256: cells.optional("input_sha256"),
    outputSha256: cells.optional("output_sha256"),
    reason: cells.optional("reason"),
    previous: cells.optional("previous"),
    entry: cells.get("entry"),
  } as const);
}

/** `custody.csv`: the chain of custody, in the order in which it happened; rows are only ever added. */
export const custodyTable: TableDef<CustodyEntry> = {
  path: "custody.csv",
  title: "Custody",
  columns,
  primaryKey: ["entry"],
  parseRow,
  writeRow: (entry) => ({ ...entry, input_sha256: entry.inputSha256, output_sha256: entry.outputSha256 }),
};
