import type { CasePackage } from "../../src/cases/case-package.ts";
import type { Estimate, Reconciliation } from "../../src/estimates/estimate.ts";

function estimateOf(quantity: string): Estimate {
  const [measure = "", place = "", year = ""] = quantity.split(".");
  const summary = { median: 0.1 + 0.2, q05: 1e-7, q25: 0.2, q75: 0.4, q95: 1e21, mean: 1 / 3, sd: 0.1 };
  return {
    kind: "estimate",
    quantity,
    measure,
    ...(place === "" ? {} : { place }),
    ...(year === "" ? {} : { year: Number(year) }),
    unit: "persons",
    ...summary,
    prior: summary,
    ess: 812.5,
    rhat: 1.001,
    claims: 2,
    origins: 1,
    carriedByPrior: false,
    percentiles: [0.1, 0.2],
  };
}

/** What reconciling might say of the sample: three estimates, and the first two claims in conflict. */
export function reconciliationOf(pkg: CasePackage): Reconciliation {
  const conflicts = [0.6, 0.9, 0.1];
  return {
    kind: "reconciliation",
    input: "an invented digest",
    estimates: ["workers.RU.2013", "workers.RU.2012", "months"].map(estimateOf),
    claims: pkg.claims.map((claim, index) => ({
      kind: "claim result",
      claim: claim.id,
      quantity: "workers.RU.2012",
      conflict: conflicts[index] ?? 0,
      distance: 1.5,
      center: 5000,
      low: 4000,
      high: 6000,
      weight: 0.5,
      group: "ministry",
    })),
    diagnostics: {
      chains: 4,
      draws: 1000,
      seed: 7,
      worstRhat: 1.001,
      minEss: 812.5,
      divergences: 0,
      seconds: 1.5,
      unsettled: [],
      problems: [],
      leftPrior: [],
    },
  };
}
