import type { Command } from "commander";
import { overHeadlines } from "../../cases/headline-quantities.ts";
import type { Estimate, Reconciliation } from "../../estimates/estimate.ts";
import { interval } from "../amounts.ts";
import { loadFolder } from "../case-folder.ts";
import { UsageError } from "../exit.ts";
import { wholeNumber } from "../filters.ts";
import { chosenCase, command, type Place, withCase, withJson, withStore } from "../options.ts";
import type { Shell } from "../shell.ts";
import { evidenceIn, type RunLength, reconcilePackage, reconcileStored } from "../stored-case.ts";
import { textTable } from "../text-table.ts";

interface Options extends Place, RunLength {
  readonly case?: string;
  readonly prior: boolean;
  readonly json: boolean;
}

interface Outcome {
  readonly id: string;
  readonly reconciliation: Reconciliation;
  /** The quantities that lead the pages. */
  readonly headlines: readonly Estimate[];
}

/** `tributary reconcile`: finds the account that fits all claims best, of a stored case or of any case folder. */
export function reconcileCommand(shell: Shell): Command {
  return withJson(
    withCase(
      command(
        "reconcile [folder]",
        "find the account that fits all claims best, with its uncertainty",
        "tributary reconcile cases/example --json > example.json",
      ),
    ),
  )
    .option("--seed <number>", "seed of the draws", wholeNumber)
    .option("--chains <number>", "how many chains", wholeNumber)
    .option("--draws <number>", "draws of each chain", wholeNumber)
    .option("--prior", "print what is thought of every headline before any claim is heard", false)
    .action(async (folder: string | undefined, options: Options) => {
      if (folder !== undefined && options.case !== undefined)
        throw new UsageError("a folder and --case name two cases; give one of them");
      const outcome = folder === undefined ? await ofStore(shell, options) : await ofFolder(shell, folder, options);
      if (options.json) shell.out(JSON.stringify(asJson(outcome, options.prior), null, 2));
      else shell.out(options.prior ? priorTable(outcome) : summary(outcome));
    });
}

async function ofFolder(shell: Shell, folder: string, options: Options): Promise<Outcome> {
  const { pkg } = await loadFolder(folder);
  const reconciliation = await reconcilePackage(pkg, shell, lengthOf(options));
  return { id: pkg.id, reconciliation, headlines: overHeadlines(evidenceIn(pkg).account, reconciliation.estimates) };
}

function ofStore(shell: Shell, options: Options): Promise<Outcome> {
  return withStore(options, shell, async (store) => {
    const { id } = await chosenCase(store, options.case);
    const reconciliation = await reconcileStored(store, id, { shell, length: lengthOf(options) });
    const { account } = evidenceIn(await store.cases.exportPackage(id));
    return { id, reconciliation, headlines: overHeadlines(account, reconciliation.estimates) };
  });
}

function lengthOf({ seed, chains, draws }: Options): RunLength {
  return {
    ...(seed === undefined ? {} : { seed }),
    ...(chains === undefined ? {} : { chains }),
    ...(draws === undefined ? {} : { draws }),
  };
}

/** What programs read: every quantity, every claim, the diagnostics. */
function asJson({ id, reconciliation, headlines }: Outcome, prior: boolean) {
  if (prior) return { case: id, priors: headlines.map((e) => ({ id: e.quantity, unit: e.unit, ...e.prior })) };
  return {
    case: id,
    input: reconciliation.input,
    quantities: reconciliation.estimates.map((e) => ({
      id: e.quantity,
      unit: e.unit,
      median: e.median,
      q05: e.q05,
      q25: e.q25,
      q75: e.q75,
      q95: e.q95,
      ess: e.ess,
      rhat: e.rhat,
      claims: e.claims,
      origins: e.origins,
    })),
    claims: reconciliation.claims.map((r) => ({
      id: r.claim,
      grossError: r.conflict,
      distance: r.distance,
      weight: r.weight,
      origin: r.group,
      ...(r.quantity === undefined ? {} : { quantity: r.quantity }),
      ...(r.slip === undefined ? {} : { slip: r.slip }),
      ...(r.unused === undefined ? {} : { unused: r.unused }),
    })),
    diagnostics: reconciliation.diagnostics,
  };
}

function priorTable({ headlines }: Outcome): string {
  const columns = [
    { head: "quantity" },
    { head: "before any claim (90 %)", right: true },
    { head: "after all claims (90 %)", right: true },
    { head: "unit" },
  ];
  return textTable(
    columns,
    headlines.map((e) => [
      e.quantity,
      interval(e.prior, e.unit),
      interval(e, e.unit),
      e.unit === "share" ? "" : e.unit,
    ]),
  );
}

function summary({ id, reconciliation, headlines }: Outcome): string {
  const { diagnostics, claims } = reconciliation;
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
  return [
    `${id}: ${used.length} of ${claims.length} claims used, ${new Set(used.map((r) => r.group)).size} independent origins, ${conflicts.length} in conflict`,
    `${diagnostics.chains} chains of ${diagnostics.draws} draws in ${diagnostics.seconds.toFixed(1)} s; worst R-hat ${diagnostics.worstRhat.toFixed(3)}, least ESS ${Math.round(diagnostics.minEss)}; ${unsettled}`,
    "",
    textTable(
      columns,
      headlines.map((e) => [e.quantity, interval(e, e.unit), e.unit === "share" ? "" : e.unit, String(e.origins)]),
    ),
  ].join("\n");
}
