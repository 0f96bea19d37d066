import { describe, expect, test } from "vitest";
import { tableSchemas, tables } from "../../src/cases/tables/index.ts";
import { parseTable, type TableDef, writeTable } from "../../src/values/table.ts";
import { samplePackage } from "./sample-package.ts";

const sample = samplePackage();

/** What every table of the family must do, on the rows that the sample has. */
function keepsPromises<T>(def: TableDef<T>, records: readonly T[]): void {
  const text = writeTable(def, records);
  const parsed = parseTable(def, text);
  expect(parsed.ok ? [] : parsed.issues).toEqual([]);
  if (parsed.ok)
    expect(
      writeTable(
        def,
        parsed.value.map(({ record }) => record),
      ),
    ).toBe(text);
  expect(records.length).toBeGreaterThan(0);
}

describe("every table", () => {
  test("reads what it writes, to the byte", () => {
    keepsPromises(tables.sources, sample.sources);
    keepsPromises(tables.custody, sample.custody);
    keepsPromises(tables.witnesses, sample.witnesses);
    keepsPromises(tables.consents, sample.consents);
    keepsPromises(tables.claims, sample.claims);
    keepsPromises(tables.decisions, sample.decisions);
    keepsPromises(tables.parties, sample.parties);
  });

  for (const { path, columns, primaryKey } of tableSchemas) {
    const names = columns.map((column) => column.name);

    test(`${path} has columns with a title and a description each, once, and a key of them`, () => {
      expect(new Set(names).size).toBe(names.length);
      expect(columns.filter(({ title, description }) => title === "" || description === "")).toEqual([]);
      expect(primaryKey.filter((name) => !names.includes(name))).toEqual([]);
    });

    test(`${path} says in words what a pattern wants, and names columns that are there`, () => {
      expect(columns.filter((column) => column.pattern !== undefined && column.expected === undefined)).toEqual([]);
      const named = columns.flatMap((column) => column.names ?? []);
      const there = named.filter(({ table, column }) =>
        tableSchemas.some((schema) => schema.path === table && schema.columns.some(({ name }) => name === column)),
      );
      expect(there).toEqual(named);
    });
  }
});
