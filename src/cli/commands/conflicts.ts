import type { Command } from "commander";
import { type ConflictView, conflictsOf } from "../../cases/conflicts.ts";
import type { ClaimView } from "../../cases/views.ts";
import type { JointReadings, PredictiveCheck, RivalReadings } from "../../estimates/appraisal.ts";
import { slipLine } from "../amounts.ts";
import { appraisalOf } from "../drawn-case.ts";
import { warnIfStale } from "../freshness.ts";
import { chosenCase, command, type Place, withCase, withJson, withStoreToRead } from "../options.ts";
import type { Shell } from "../shell.ts";
import { evidenceIn } from "../stored-case.ts";
import { printed, unitOf } from "./claims.ts";

const AGAINST_SHOWN = 3;

/** `tributary conflicts`: prints the claims that do not fit, the worst first, with the other side and what may explain them. */
export function conflictsCommand(shell: Shell): Command {
  return withJson(
    withCase(
      command(
        "conflicts",
        "print claims that conflict with the account, what may explain them, and the other side",
        "tributary conflicts --case example",
      ),
    ),
  ).action(async (options: Place & { case?: string; json: boolean }) => {
    const found = await withStoreToRead(options, shell, async (store) => {
      const { id } = await chosenCase(store, options.case);
      const { check, readings, joint } = await appraisalOf(store, id);
      const pkg = await store.cases.exportPackage(id);
      await warnIfStale(store, pkg, shell);
      const { claims } = await store.claims.list(id);
      const conflicts = conflictsOf(evidenceIn(pkg).account, claims, check.claims);
      return { case: id, conflicts, check, readings, joint };
    });
    if (options.json) return shell.out(JSON.stringify(found, null, 2));
    const lines = found.conflicts.flatMap(conflictLines);
    const { check, readings, joint } = found;
    shell.out(
      [...lines, ...checkLines(check), ...readings.flatMap(readingLines), ...joint.flatMap(jointLines)].join("\n"),
    );
  });
}

function conflictLines({ view, against }: ConflictView): readonly string[] {
  const { result, claim } = view;
  if (result === undefined) return [];
  const slip = result.slip === undefined ? [] : [`    ${slipLine(result.slip)}${doubt(result.slip.k)}`];
  const side = result.distance > 0 ? "above" : "below";
  return [
    `${Math.round(result.conflict * 100)} %  ${said(view)}`,
    `    ${Math.abs(result.distance).toFixed(1)} standard deviations ${side} the account, on ${result.quantity ?? ""}  [${claim.id}]`,
    ...slip,
    ...against.slice(0, AGAINST_SHOWN).map((other) => `    against: ${said(other)}`),
    "",
  ];
}

function doubt(k: number | undefined): string {
  return k !== undefined && k > 0.7 ? ` (not to be trusted: its origin decides the account, k ${k.toFixed(2)})` : "";
}

function said({ claim, sourceTitle }: ClaimView): string {
  return `${printed(claim)} ${unitOf(claim)}, ${claim.period ?? "undated"}, ${claim.statedBy}, in ${sourceTitle}, ${claim.locator}`;
}

function checkLines(check: PredictiveCheck): readonly string[] {
  return [
    `Of ${check.counted} numbers, each held against the account without its origin, ${check.expectedBeyond.toFixed(0)} should lie beyond their 90 % interval, and ${check.beyond} do; so uneven a spread has a probability of ${check.pValue.toPrecision(2)} if the method is right.`,
  ];
}

function readingLines({ measure, readings, groups }: RivalReadings): readonly string[] {
  const weights = readings.map((one) => `${one.measure} ${weightWords(one)}`);
  return [`${measure} may be ${weights.join(", ")}; ${groups.length} ${groups.length === 1 ? "root" : "roots"}`];
}

function jointLines({ chain, source, combinations }: JointReadings): readonly string[] {
  const weights = combinations.map((one) => `${one.measures.join(" with ")} ${weightWords(one)}`);
  return [`the chain ${chain} in ${source}, its open parts read together: ${weights.join(", ")}`];
}

function weightWords({ prior, posterior }: { readonly prior: number; readonly posterior: number }): string {
  return `${Math.round(posterior * 100)} % (before: ${Math.round(prior * 100)} %)`;
}
