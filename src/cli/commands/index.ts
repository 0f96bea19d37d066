import type { Command } from "commander";
import type { Shell } from "../shell.ts";
import { attachCommand } from "./attach.ts";
import { auditCommand } from "./audit.ts";
import { claimsCommand } from "./claims.ts";
import { conflictsCommand } from "./conflicts.ts";
import { estimatesCommand } from "./estimates.ts";
import { exportCommand } from "./export.ts";
import { formatCommand } from "./format.ts";
import { importCommand } from "./import.ts";
import { influenceCommand } from "./influence.ts";
import { newCommand } from "./new.ts";
import { nextFactsCommand } from "./next-facts.ts";
import { ocrCommand } from "./ocr.ts";
import { proposalsCommand } from "./proposals.ts";
import { readCommand } from "./read.ts";
import { rebuildCommand } from "./rebuild.ts";
import { reconcileCommand } from "./reconcile.ts";
import { searchCommand } from "./search.ts";
import { serveCommand } from "./serve.ts";
import { traceCommand } from "./trace.ts";
import { whatIfCommand } from "./what-if.ts";

/** Every command of `tributary`, one file each, in the order of the help. */
export const COMMANDS: readonly ((shell: Shell) => Command)[] = [
  serveCommand,
  newCommand,
  importCommand,
  exportCommand,
  formatCommand,
  readCommand,
  ocrCommand,
  attachCommand,
  reconcileCommand,
  estimatesCommand,
  proposalsCommand,
  claimsCommand,
  conflictsCommand,
  influenceCommand,
  nextFactsCommand,
  whatIfCommand,
  auditCommand,
  traceCommand,
  searchCommand,
  rebuildCommand,
];
