import type { Command } from "commander";
import type { Estimate } from "../../estimates/estimate.ts";
import { isAsWideAsPrior } from "../../estimates/find-humps.ts";
import type { Hump } from "../../estimates/hump.ts";
import { isSettled } from "../../estimates/settled.ts";
import { amount, interval } from "../amounts.ts";
import { filterOf, wholeYear } from "../filters.ts";
import { warnIfStale } from "../freshness.ts";
import { checkFilter } from "../known-filter.ts";
import { chosenCase, command, type Place, withCase, withJson, withStoreToRead } from "../options.ts";
import type { Shell } from "../shell.ts";
import { textTable } from "../text-table.ts";

interface Options extends Place {
  readonly case?: string;
  readonly measure?: string;
  readonly place?: string;
  readonly occupation?: string;
  readonly year?: number;
  readonly json: boolean;
}

/** `tributary estimates`: prints what reconciling made of every quantity. */
export function estimatesCommand(shell: Shell): Command {
  return withJson(
    withCase(
      command(
        "estimates",
        "print estimates with their 90 % intervals",
        "tributary estimates --measure workers --year 2012",
      ),
    ),
  )
    .option("--measure <id>", "only this measure")
    .option("--place <id>", "only this place or region")
    .option("--occupation <id>", "only this occupation or group of occupations; all for all work")
    .option("--year <year>", "only this year", wholeYear)
    .action(async (options: Options) => {
      const found = await withStoreToRead(options, shell, async (store) => {
        const { id } = await chosenCase(store, options.case);
        const latest = await store.reconciliations.latest(id);
        const pkg = await store.cases.exportPackage(id);
        checkFilter(pkg, options);
        const stale = await warnIfStale(store, pkg, shell);
        return { case: id, at: latest?.at, stale, estimates: await store.estimates.list(id, filterOf(options)) };
      });
      if (options.json) return shell.out(JSON.stringify(found, null, 2));
      if (found.at === undefined)
        return shell.out(
          `${found.case} has not been reconciled yet; \`tributary reconcile --case ${found.case}\` does it.`,
        );
      shell.out(table(found.estimates));
      shell.err(`${found.estimates.length} estimates, reconciled ${found.at}`);
    });
}

function table(estimates: readonly Estimate[]): string {
  const columns = [
    { head: "quantity" },
    { head: "median (90 %)", right: true },
    { head: "unit" },
    { head: "claims", right: true },
    { head: "origins", right: true },
    { head: "" },
  ];
  return textTable(
    columns,
    estimates.map((e) => [
      e.quantity,
      interval(e, e.unit),
      e.unit === "share" ? "" : e.unit,
      String(e.claims),
      String(e.origins),
      remarks(e),
    ]),
  );
}

function remarks(estimate: Estimate): string {
  return [
    ...(estimate.carriedByPrior ? ["carried by the prior"] : []),
    ...(isAsWideAsPrior(estimate) ? ["as wide as its prior: not known"] : []),
    ...(estimate.humps === undefined
      ? []
      : [`${estimate.humps.length} humps: ${estimate.humps.map(humpLine).join(", ")}`]),
    ...(isSettled(estimate) ? [] : ["not settled"]),
  ].join(", ");
}

function humpLine({ center, mass }: Hump): string {
  return `${amount(center)} (${Math.round(mass * 100)} %)`;
}
