import type { Command } from "commander";
import { yearsToShow } from "../../cases/headline-quantities.ts";
import { askWhatIf, redrawWhatIf } from "../../engine/ask-draws.ts";
import type { ReconcileInput } from "../../engine/reconcile-case.ts";
import { gatherEvidence } from "../../estimates/evidence.ts";
import type { SwitchedOff, WhatIf } from "../../estimates/what-if.ts";
import { drawnCase } from "../drawn-case.ts";
import { InputError, UsageError } from "../exit.ts";
import { wholeNumber } from "../filters.ts";
import { chosenCase, command, type Place, withCase, withJson, withStoreToRead } from "../options.ts";
import { progressOf } from "../progress.ts";
import type { Shell } from "../shell.ts";
import { movedTable } from "./influence.ts";

interface Options extends Place {
  readonly case?: string;
  readonly withoutClaim: readonly string[];
  readonly withoutOrigin: readonly string[];
  readonly withoutPrior: readonly string[];
  readonly redraw: boolean;
  readonly draws?: number;
  readonly json: boolean;
}

const collect = (value: string, before: readonly string[]): readonly string[] => [...before, value];

/** `tributary what-if`: prints the headline figures with claims, origins or priors switched off. Keeps nothing. */
export function whatIfCommand(shell: Shell): Command {
  return withJson(
    withCase(
      command(
        "what-if",
        "print the headline figures with claims, origins or priors switched off; nothing is kept",
        "tributary what-if --without-origin nkdb-2015 --without-claim c0d65b9255260",
      ),
    ),
  )
    .option("--without-claim <id>", "switch a claim off (may be given several times)", collect, [])
    .option("--without-origin <name>", "switch an origin off, with all claims that go back to it", collect, [])
    .option("--without-prior <measure>", "make the prior of a measure three times as wide", collect, [])
    .option("--redraw", "draw again instead of reweighting the draws that are there: takes its time", false)
    .option("--draws <number>", "draws of each chain, where it is drawn again", wholeNumber)
    .action(async (options: Options) => {
      const without = { claims: options.withoutClaim, origins: options.withoutOrigin, priors: options.withoutPrior };
      if (Object.values(without).every((list) => list.length === 0))
        throw new UsageError("say what is switched off: --without-claim, --without-origin or --without-prior");
      const { found, years } = await withStoreToRead(options, shell, async (store) => {
        const { id } = await chosenCase(store, options.case);
        const { input, draws } = await drawnCase(store, id);
        checkThere(input, without);
        const years = yearsToShow(input.account, [input.account.anchor]);
        if (!options.redraw) return { found: await askWhatIf(input, draws, without), years };
        const length = options.draws === undefined ? {} : { draws: options.draws };
        const bar = progressOf(shell, `Drawing ${id} again`);
        try {
          return { found: await redrawWhatIf(input, draws, { ...length, without, onProgress: bar.update }), years };
        } finally {
          bar.end();
        }
      });
      if (options.json) return shell.out(JSON.stringify(found, null, 2));
      shell.out(movedTable(found.figures, years));
      shell.err(trust(found));
    });
}

/** Ends the command where something is to be switched off that is not there. */
function checkThere({ account, claims, sources }: ReconcileInput, without: SwitchedOff): void {
  const ids = new Set(claims.map((claim) => claim.id));
  const origins = new Set(gatherEvidence(account, claims, sources).groups.map(({ origin }) => origin));
  for (const id of without.claims)
    if (!ids.has(id)) throw new InputError(`there is no claim "${id}"; \`tributary claims\` lists them`);
  for (const origin of without.origins)
    if (!origins.has(origin))
      throw new InputError(`there is no origin "${origin}"; \`tributary influence\` lists them`);
  for (const measure of without.priors)
    if (account.measures.get(measure)?.kind !== "estimated")
      throw new InputError(`"${measure}" is no measure with a prior of its own`);
}

function trust({ method, k, ess, rerun }: WhatIf): string {
  if (method === "drawn") return "drawn again";
  if (rerun)
    return `not to be trusted: what is switched off decides the account (k ${k.toFixed(2)}, worth ${ess} draws); add --redraw`;
  return `from reweighted draws, worth about ${ess} (k ${k.toFixed(2)})`;
}
