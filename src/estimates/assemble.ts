import type { Account } from "../accounts/account.ts";
import { parseQuantityId } from "../accounts/quantity-id.ts";
import type { ClaimResult, Estimate, Reconciliation, RunDiagnostics } from "./estimate.ts";
import type { Evidence } from "./evidence.ts";
import { leftPriors } from "./left-priors.ts";
import { isSettled } from "./settled.ts";
import type { QuantitySummary } from "./summarise.ts";
import { carriedShare, supportOf } from "./support.ts";

/** How the sampler was run. */
export type RunFacts = Pick<RunDiagnostics, "chains" | "draws" | "seed" | "divergences" | "seconds" | "problems">;

/**
 * The reconciliation of a case from its summaries and judged claims.
 * @example
 * assembleReconciliation({ measures: new Map(), places: [], regions: [] }, { groups: [], unused: [] }, [], [], { chains: 0, draws: 0, seed: 1, divergences: 0, seconds: 0, problems: [] }, "x").estimates // => []
 */
export function assembleReconciliation(
  account: Account,
  evidence: Evidence,
  summaries: readonly QuantitySummary[],
  judged: readonly ClaimResult[],
  facts: RunFacts,
  input: string,
): Reconciliation {
  const support = supportOf(account, evidence.groups);
  const medians = new Map(summaries.map((summary) => [summary.quantity, summary.posterior.median]));
  const estimates = summaries.map((summary): Estimate => {
    const name = parseQuantityId(summary.quantity);
    const measure = account.measures.get(name.measure);
    const share =
      measure?.combine === "sum"
        ? carriedShare(
            account,
            summary.quantity,
            (id) => medians.get(id) ?? 0,
            (cell) => support(cell).carriedByPrior,
          )
        : undefined;
    return {
      kind: "estimate",
      quantity: summary.quantity,
      ...name,
      unit: measure?.unit ?? "share",
      ...summary.posterior,
      prior: summary.prior,
      ess: summary.ess,
      rhat: summary.rhat,
      ...support(name),
      ...(share === undefined ? {} : { carriedShare: share }),
      percentiles: summary.percentiles,
      ...(summary.humps.length === 0 ? {} : { humps: summary.humps }),
    };
  });
  return {
    kind: "reconciliation",
    input,
    estimates,
    claims: [...judged, ...evidence.unused],
    diagnostics: { ...facts, ...worst(estimates), leftPrior: leftPriors(account, estimates) },
  };
}

function worst(estimates: readonly Estimate[]): Pick<RunDiagnostics, "worstRhat" | "minEss" | "unsettled"> {
  return {
    worstRhat: estimates.reduce((most, estimate) => Math.max(most, estimate.rhat), 1),
    minEss: estimates.reduce((least, estimate) => Math.min(least, estimate.ess), Number.POSITIVE_INFINITY),
    unsettled: estimates.filter((estimate) => !isSettled(estimate)).map(({ quantity }) => quantity),
  };
}
