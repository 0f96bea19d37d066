import { describe, expect, test } from "vitest";
import { decisionTable } from "../../src/claims/decision.ts";
import { parseTable, writeTable } from "../../src/values/table.ts";

const header = "at,by,decision,subject,claim,why\n";

describe("decisionTable", () => {
  test("keeps decisions in order of time", () => {
    const rows =
      "2026-11-20,analyst,accepted,c000000000001,,\n2026-11-21T10:00:00Z,analyst,dismissed,c000000000000,,a copy\n";
    const parsed = parseTable(decisionTable, header + rows);
    if (!parsed.ok) throw new Error("invalid decisions");
    expect(writeTable(decisionTable, parsed.value.map(({ record }) => record).toReversed())).toBe(header + rows);
  });

  test("refuses days that do not exist, unknown words and what is no claim", () => {
    const parsed = parseTable(
      decisionTable,
      `${header}2026-02-30,analyst,accepted,c000000000001,,\n2026-11-20,,liked,x,,\n`,
    );
    expect(parsed.ok ? [] : parsed.issues.map((issue) => issue.field)).toEqual(["at", "by", "decision", "subject"]);
  });

  test("[U14] keeps what was decided about findings, and knows which words go with which", () => {
    const rows = [
      "2026-11-20,analyst,dismissed,f000000000001,,older than it looks",
      "2026-11-21,analyst,confirmed,f000000000001,,",
    ];
    const parsed = parseTable(decisionTable, `${header}${rows.join("\n")}\n`);
    expect(parsed.ok && parsed.value.map(({ record }) => record.decision)).toEqual(["dismissed", "confirmed"]);
    const wrong = `${header}2026-11-20,a,accepted,f000000000001,,\n2026-11-20,a,confirmed,c000000000001,,\n`;
    const refused = parseTable(decisionTable, wrong);
    expect(refused.ok ? [] : refused.issues.map(({ field, row }) => `${field} ${row}`)).toEqual([
      "decision 2",
      "decision 3",
    ]);
  });
});
