import type { Command } from "commander";
import type { Account } from "../../accounts/account.ts";
import type { CasePackage } from "../../cases/case-package.ts";
import { overHeadlines, yearsToShow } from "../../cases/headline-quantities.ts";
import type { Reconciliation } from "../../estimates/estimate.ts";
import { describeIssue } from "../../values/issue.ts";
import { interval } from "../amounts.ts";
import { loadFolder } from "../case-folder.ts";
import { UsageError } from "../exit.ts";
import { wholeNumber } from "../filters.ts";
import { chosenCase, command, type Place, withCase, withJson, withStore } from "../options.ts";
import { headlinePriors, type QuantityPrior } from "../prior.ts";
import type { Shell } from "../shell.ts";
import { evidenceIn, type RunLength, reconcilePackage, reconcileStored } from "../stored-case.ts";
import { textTable } from "../text-table.ts";

interface Options extends Place, RunLength {
  readonly case?: string;
  readonly prior: boolean;
  readonly json: boolean;
}

const EXAMPLE = "tributary reconcile cases/example --json > example.json";

/** `tributary reconcile`: finds the account that fits all claims best, of a stored case or of any case folder. */
export function reconcileCommand(shell: Shell): Command {
  return withJson(
    withCase(
      command("reconcile [folder]", "find the account that fits all claims best, with its uncertainty", EXAMPLE),
    ),
  )
    .option("--seed <number>", "seed of the draws", wholeNumber)
    .option("--chains <number>", "how many chains", wholeNumber)
    .option("--draws <number>", "draws of each chain", wholeNumber)
    .option("--prior", "only print what is thought of every headline before any claim is heard", false)
    .action(async (folder: string | undefined, options: Options) => {
      if (folder !== undefined && options.case !== undefined)
        throw new UsageError("a folder and --case name two cases; give one of them");
      if (options.prior) return tellPrior(shell, await packageMeant(shell, folder, options), options);
      const { pkg, reconciliation } =
        folder === undefined ? await ofStore(shell, options) : await ofFolder(shell, folder, options);
      if (options.json) return shell.out(JSON.stringify(asJson(pkg.id, reconciliation), null, 2));
      shell.out(summary(pkg.id, evidenceIn(pkg).account, reconciliation));
    });
}

interface Outcome {
  readonly pkg: CasePackage;
  readonly reconciliation: Reconciliation;
}

async function ofFolder(shell: Shell, folder: string, options: Options): Promise<Outcome> {
  const pkg = await loadFolder(folder);
  return { pkg, reconciliation: await reconcilePackage(pkg, shell, lengthOf(options)) };
}

function ofStore(shell: Shell, options: Options): Promise<Outcome> {
  return withStore(options, shell, async (store) => {
    const { id } = await chosenCase(store, options.case);
    const reconciliation = await reconcileStored(store, id, { shell, length: lengthOf(options) });
    return { pkg: await store.cases.exportPackage(id), reconciliation };
  });
}

async function packageMeant(shell: Shell, folder: string | undefined, options: Options): Promise<CasePackage> {
  if (folder !== undefined) return loadFolder(folder);
  return withStore(options, shell, async (store) =>
    store.cases.exportPackage((await chosenCase(store, options.case)).id),
  );
}

function lengthOf({ seed, chains, draws }: Options): RunLength {
  return {
    ...(seed === undefined ? {} : { seed }),
    ...(chains === undefined ? {} : { chains }),
    ...(draws === undefined ? {} : { draws }),
  };
}

function tellPrior(shell: Shell, pkg: CasePackage, { seed, json }: Options): void {
  const { account } = evidenceIn(pkg);
  const priors = headlinePriors(account, seed ?? 1);
  const data = { case: pkg.id, priors: priors.map(({ quantity, unit, prior }) => ({ id: quantity, unit, ...prior })) };
  const shown = overHeadlines(account, priors, yearsToShow(account, [account.anchor]));
  shell.out(json ? JSON.stringify(data, null, 2) : priorTable(shown));
}

function priorTable(priors: readonly QuantityPrior[]): string {
  const columns = [{ head: "quantity" }, { head: "before any claim (90 %)", right: true }, { head: "unit" }];
  return textTable(
    columns,
    priors.map(({ quantity, unit, prior }) => [quantity, interval(prior, unit), shownUnit(unit)]),
  );
}

/** What programs read: every quantity, every claim, the diagnostics. */
function asJson(id: string, reconciliation: Reconciliation) {
  const quantities = reconciliation.estimates.map(
    ({ quantity, unit, median, q05, q25, q75, q95, ess, rhat, claims, origins }) => ({
      id: quantity,
      unit,
      median,
      q05,
      q25,
      q75,
      q95,
      ess,
      rhat,
      claims,
      origins,
    }),
  );
  const claims = reconciliation.claims.map(({ claim, conflict, distance, weight, group, quantity, slip, unused }) => ({
    id: claim,
    grossError: conflict,
    distance,
    weight,
    origin: group,
    ...(quantity === undefined ? {} : { quantity }),
    ...(slip === undefined ? {} : { slip, bayesFactor: slip.bayesFactor }),
    ...(unused === undefined ? {} : { unused }),
  }));
  return { case: id, input: reconciliation.input, quantities, claims, diagnostics: reconciliation.diagnostics };
}

function summary(id: string, account: Account, { diagnostics, claims, estimates }: Reconciliation): string {
  const used = claims.filter((r) => r.unused === undefined);
  const conflicts = used.filter((r) => r.conflict >= 0.5);
  const unsettled =
    diagnostics.unsettled.length === 0
      ? "every quantity has settled"
      : `${diagnostics.unsettled.length} quantities have not settled: draw more`;
  const columns = [
    { head: "quantity" },
    { head: "median (90 %)", right: true },
    { head: "unit" },
    { head: "origins", right: true },
  ];
  const shown = overHeadlines(account, estimates, yearsToShow(account, [account.anchor]));
  return [
    `${id}: ${used.length} of ${claims.length} claims used, ${new Set(used.map((r) => r.group)).size} independent origins, ${conflicts.length} in conflict`,
    `${diagnostics.chains} chains of ${diagnostics.draws} draws in ${diagnostics.seconds.toFixed(1)} s; worst R-hat ${diagnostics.worstRhat.toFixed(3)}, least ESS ${Math.round(diagnostics.minEss)}; ${unsettled}`,
    ...warnings(diagnostics),
    "",
    textTable(
      columns,
      shown.map((e) => [e.quantity, interval(e, e.unit), shownUnit(e.unit), String(e.origins)]),
    ),
  ].join("\n");
}

/** More problems than this are counted and left to `--json`. */
const MOST_TOLD = 5;

/** What is wrong between claims and account, and which stated priors the evidence has left. */
function warnings({ problems, leftPrior }: Reconciliation["diagnostics"]): readonly string[] {
  const more = problems.length - MOST_TOLD;
  const left =
    leftPrior.length === 0 ? [] : [`outside the 90 % prior that the account states: ${leftPrior.join(", ")}`];
  return [
    ...problems.slice(0, MOST_TOLD).map((problem) => `warning: ${describeIssue(problem)}`),
    ...(more > 0 ? [`and ${more} more warnings; --json prints them all`] : []),
    ...left,
  ];
}

/** Shares are printed in per cent, with the sign beside the number. */
function shownUnit(unit: string): string {
  return unit === "share" ? "" : unit;
}
