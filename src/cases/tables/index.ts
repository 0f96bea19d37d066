import { claimTable } from "../../claims/claim-table.ts";
import { decisionTable } from "../../claims/decision.ts";
import { custodyTable } from "../../sources/custody-table.ts";
import { sourceTable } from "../../sources/source-table.ts";
import { consentTable } from "../../testimony/consent.ts";
import { witnessTable } from "../../testimony/witness.ts";
import type { TableSchema } from "../../values/table.ts";
import { partyTable } from "../party.ts";

/** The tables of a case package by the name of what they hold, in the order in which a reader meets them. */
export const tables = {
  sources: sourceTable,
  custody: custodyTable,
  witnesses: witnessTable,
  consents: consentTable,
  claims: claimTable,
  decisions: decisionTable,
  parties: partyTable,
} as const;

/** The same tables as schemas alone. */
export const tableSchemas: readonly TableSchema[] = Object.values(tables);
