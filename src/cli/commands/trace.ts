import type { Command } from "commander";
import { isSettled } from "../../estimates/settled.ts";
import type { Trace, TracedClaim } from "../../estimates/trace.ts";
import { amount, interval, slipLine } from "../amounts.ts";
import { warnIfStale } from "../freshness.ts";
import { chosenCase, command, type Place, withCase, withJson, withStoreToRead } from "../options.ts";
import type { Shell } from "../shell.ts";
import { traceStored } from "../stored-case.ts";
import { printed, unitOf } from "./claims.ts";

const INPUTS_SHOWN = 12;

/** `tributary trace`: prints the way from one number upstream to its sources. */
export function traceCommand(shell: Shell): Command {
  return withJson(
    withCase(
      command(
        "trace <quantity>",
        "follow a number upstream: formula, inputs, claims, sources",
        "tributary trace state_revenue.world.2012",
      ),
    ),
  ).action(async (quantity: string, options: Place & { case?: string; json: boolean }) => {
    const trace = await withStoreToRead(options, shell, async (store) => {
      const { id } = await chosenCase(store, options.case);
      const found = await traceStored(store, id, quantity);
      await warnIfStale(store, await store.cases.exportPackage(id), shell);
      return found;
    });
    shell.out(options.json ? JSON.stringify(trace, null, 2) : lines(trace).join("\n"));
  });
}

function lines(trace: Trace): string[] {
  const { estimate } = trace;
  return [
    trace.label,
    `  ${interval(estimate, estimate.unit)} ${estimate.unit}; before any claim ${interval(estimate.prior, estimate.unit)}`,
    ...(isSettled(estimate)
      ? []
      : [`  not settled: R-hat ${estimate.rhat.toFixed(3)}, ESS ${Math.round(estimate.ess)}; draw more`]),
    ...(trace.formula === undefined ? [] : [`  = ${trace.formula}`]),
    `  ${trace.explanation}`,
    ...section(
      "Computed from",
      trace.inputs
        .slice(0, INPUTS_SHOWN)
        .map(
          (input) =>
            `${input.label}: ${interval(input.estimate, input.estimate.unit)} ${input.estimate.unit}${isSettled(input.estimate) ? "" : ", not settled"}  [${input.quantity}]`,
        ),
    ),
    ...(trace.inputs.length > INPUTS_SHOWN ? [`    and ${trace.inputs.length - INPUTS_SHOWN} more`] : []),
    ...section("Claims on it", trace.claims.flatMap(claimLines)),
    ...section("Claims nearby", trace.nearby.flatMap(claimLines)),
    ...section("Goes into", trace.usedBy.slice(0, INPUTS_SHOWN)),
  ];
}

function section(title: string, entries: readonly string[]): string[] {
  return entries.length === 0 ? [] : ["", `  ${title}`, ...entries.map((entry) => `    ${entry}`)];
}

function claimLines({ claim, result, source }: TracedClaim): string[] {
  const says =
    result.unused === undefined
      ? `weight ${amount(result.weight)}, conflict ${Math.round(result.conflict * 100)} %`
      : `not used: ${result.unused}`;
  const slip = result.slip === undefined ? "" : `; ${slipLine(result.slip)}`;
  return [
    `${printed(claim)} ${unitOf(claim)}, ${claim.period ?? "undated"} (${says}${slip})  [${claim.id}]`,
    `    ${claim.statedBy}, in ${source.title}, ${claim.locator}: ${claim.paraphrase}`,
  ];
}
