import type { Migration } from "kysely";
import { tables } from "./0001-tables.ts";
import { draws } from "./0002-draws.ts";
import { proposals } from "./0003-proposals.ts";
import { occupations } from "./0004-occupations.ts";

/** Every change to the tables, in order. One that has been released is never edited: add another. */
export const migrations: Readonly<Record<string, Migration>> = {
  "0001-tables": tables,
  "0002-draws": draws,
  "0003-proposals": proposals,
  "0004-occupations": occupations,
};
