import type { CasePackage } from "../../src/cases/case-package.ts";
import type { Appraisal } from "../../src/estimates/appraisal.ts";
import type { Estimate, Reconciliation } from "../../src/estimates/estimate.ts";
import type { ThinnedDraws } from "../../src/estimates/thinned-draws.ts";

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

/** What might be asked of its draws, and two draws of two parameters that four bytes hold exactly. */
export function appraisedSample(): { readonly appraisal: Appraisal; readonly draws: ThinnedDraws } {
  const span = { median: 5000, q05: 4000, q95: 6000 };
  const figures = [{ quantity: "workers.RU.2012", now: span, without: span, shift: 0 }];
  const origin = (name: string) =>
    ({
      kind: "origin influence",
      origin: name,
      claims: ["c1"],
      k: 0.3,
      ess: 900,
      rerun: false,
      largestShift: 0,
      figures,
    }) as const;
  return {
    draws: { width: 2, count: 2, rows: Float64Array.of(0.5, -1.25, 3, 0) },
    appraisal: {
      kind: "appraisal",
      input: "an invented digest",
      influence: [origin("press"), origin("ministry")],
      check: { kind: "predictive check", counted: 0, expectedBeyond: 0, beyond: 0, pValue: 1, tenths: [], claims: [] },
      readings: [],
      joint: [
        {
          kind: "joint readings",
          chain: "pay",
          source: "report",
          claims: ["c1", "c2"],
          combinations: [{ measures: ["dues_at_once", "fee_in_turn"], prior: 0.25, posterior: 0.5 }],
        },
      ],
    },
  };
}
