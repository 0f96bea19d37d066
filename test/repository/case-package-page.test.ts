import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { partyTable } from "../../src/cases/party.ts";
import { claimTable } from "../../src/claims/claim-table.ts";
import { decisionTable } from "../../src/claims/decision.ts";
import { custodyTable } from "../../src/sources/custody-table.ts";
import { sourceTable } from "../../src/sources/source-table.ts";
import { consentTable } from "../../src/testimony/consent.ts";
import { witnessTable } from "../../src/testimony/witness.ts";
import { ROOT } from "./tree.ts";

const page = readFileSync(join(ROOT, "docs/methods/case-package.md"), "utf8");
const tables = [sourceTable, claimTable, custodyTable, witnessTable, consentTable, decisionTable, partyTable];

describe("docs/methods/case-package.md", () => {
  for (const { path, columns } of tables) {
    test(`explains each column of ${path}, in its order`, () => {
      const section = page.split(/^## /m).find((part) => part.startsWith(`\`${path}\``)) ?? "";
      const explained = [...section.matchAll(/^\| `(\w+)` \|/gm)].map((match) => match[1]);
      expect(explained).toEqual(columns.map((column) => column.name));
    });
  }

  test("names each file that has a section", () => {
    const sections = [...page.matchAll(/^## `(.+)`$/gm)].map((match) => match[1] ?? "");
    expect(sections.filter((file) => !page.includes(`| \`${file}\` |`))).toEqual([]);
  });
});
