import { CommanderError } from "commander";
import { describe, expect, test } from "vitest";
import { amount, interval } from "../../src/cli/amounts.ts";
import { EnvironmentError, endingOf, InputError, UsageError } from "../../src/cli/exit.ts";
import { progressOf } from "../../src/cli/progress.ts";
import { textTable } from "../../src/cli/text-table.ts";
import {
  ConflictError,
  DataFolderError,
  DataInUseError,
  DiskFullError,
  NotFoundError,
} from "../../src/store/errors.ts";

describe("endingOf", () => {
  test.each([
    [new InputError("no case"), 1],
    [new ConflictError("would overwrite"), 1],
    [new NotFoundError("no such claim"), 1],
    [new UsageError("two cases"), 2],
    [new CommanderError(1, "commander.unknownOption", "unknown"), 2],
    [new CommanderError(0, "commander.helpDisplayed", "(help)"), 0],
    [new DataInUseError("data", 1), 3],
    [new DataFolderError("damaged"), 3],
    [new EnvironmentError("port taken"), 3],
    [new DiskFullError("the disk is full"), 3],
    [Object.assign(new Error("ENOSPC: no space left on device, write"), { code: "ENOSPC" }), 3],
    [new Error("folder cannot be written", { cause: Object.assign(new Error("x"), { code: "ENOSPC" }) }), 3],
    [Object.assign(new Error("connect ECONNREFUSED 127.0.0.1:1"), { code: "ECONNREFUSED" }), 3],
    [Object.assign(new Error("open x"), { code: "ENOENT", path: "x" }), 1],
    [new TypeError("x is not a function"), 70],
    ["thrown text", 70],
  ])("endingOf(%s) ends with %i", (error, code) => {
    expect(endingOf(error).code).toBe(code);
  });
  test("endingOf(error) writes a sentence, then every issue on a line of its own", () => {
    const issues = [
      { file: "claims.csv", row: 3, field: "low", value: "x", expected: "a number" },
      { file: "sources.csv", expected: "this file" },
    ];
    expect(endingOf(new InputError("the case is not in order", issues)).lines).toEqual([
      "The case is not in order.",
      '  claims.csv, row 3, low "x": expected a number',
      "  sources.csv: expected this file",
    ]);
  });
  test("endingOf(error) puts no full stop behind an address, which would be copied with it", () => {
    expect(endingOf(new DataInUseError("data", 1, "http://127.0.0.1:1/?token=a")).lines[0]).toMatch(/token=a$/);
  });
});

describe("amount", () => {
  test("amount(value) has two significant figures and groups of three digits", () => {
    expect([61_987, 1_250_000, 0.0832, 7.25, 0, 999.6, -4321].map((value) => amount(value))).toEqual([
      "62 000",
      "1 300 000",
      "0.083",
      "7.3",
      "0",
      "1 000",
      "-4 300",
    ]);
  });
});

describe("interval", () => {
  test("interval(summary, unit) shows shares in per cent", () => {
    const summary = { median: 0.234, q05: 0.1, q25: 0.2, q75: 0.3, q95: 0.4, mean: 0.2, sd: 0.1 };
    expect(interval(summary, "share")).toBe("23 % (10–40 %)");
    expect(interval({ ...summary, median: 62_000, q05: 54_000, q95: 71_000 }, "person")).toBe("62 000 (54 000–71 000)");
  });
});

describe("textTable", () => {
  test("textTable(columns, rows) aligns, cuts with an ellipsis, and gives Korean letters two places", () => {
    const table = textTable(
      [
        { head: "name", max: 6 },
        { head: "n", right: true },
      ],
      [
        ["계약서입니다", "1"],
        ["ab", "12"],
        ["abcdefgh", "123"],
      ],
    );
    expect(table).toBe(["name      n", "──────  ───", "계약…     1", "ab       12", "abcde…  123"].join("\n"));
  });
});

describe("progressOf", () => {
  test("progressOf(shell) writes a line for each tenth where nobody watches", () => {
    const lines: string[] = [];
    const shell = {
      out: () => undefined,
      err: (line: string) => lines.push(line),
      watched: false,
      env: {},
      clock: () => new Date(0),
    };
    const bar = progressOf({ ...shell, err: (line) => void shell.err(line) }, "Reconciling x");
    for (let i = 0; i <= 100; i++) bar.update(i / 100, "drawing");
    expect(lines).toHaveLength(11);
    expect(lines.at(-1)).toBe("Reconciling x: 100 % drawing");
  });
});
