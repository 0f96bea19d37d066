import type { Account } from "../../src/accounts/account.ts";
import { parseAccount } from "../../src/accounts/parse-account.ts";
import { parseQuantityId } from "../../src/accounts/quantity-id.ts";
import type { Claim } from "../../src/claims/claim.ts";
import { runChain } from "../../src/estimates/chain.ts";
import { createDensity } from "../../src/estimates/density.ts";
import { gatherEvidence } from "../../src/estimates/evidence.ts";
import { compileModel, type Model } from "../../src/estimates/model.ts";
import { createNodes } from "../../src/estimates/nodes.ts";
import { diagnose } from "../../src/math/diagnostics.ts";
import { mean, variance } from "../../src/math/summary.ts";
import { tapeBuilder } from "../../src/math/tape.ts";
import { claimWith, sourceWith } from "../cases/sample-package.ts";

/** Two places whose pay is pooled, months that are the same in both, and what is paid in a year: linear in logarithms. */
export const PAY = `
years: 2012/2012
anchor: 2012
places: [{id: XA, name: Aland}, {id: XB, name: Borland}]
measures:
  - {id: pay, name: Pay, unit: USD/person/month, over: [place], combine: mean, prior: {default: [50, 2000], pooled: 0.5}}
  - {id: months, name: Months, unit: month/year, type: rate, prior: {default: [9, 12]}}
  - {id: yearly, name: Paid in a year, unit: USD/person/year, over: [place], combine: mean, formula: months * pay}
`;

/** People in two places, each known no better than to a factor of twenty, and their sum: not linear in logarithms. */
export const PEOPLE = `
years: 2012/2012
anchor: 2012
places: [{id: XA, name: Aland}, {id: XB, name: Borland}]
measures:
  - {id: workers, name: Workers, unit: person, over: [place], prior: {default: [500, 50000]}}
`;

export function accountFrom(yaml: string): Account {
  const parsed = parseAccount(yaml, "account.yaml");
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  return parsed.value;
}

/** The source of what is said here. */
export const SOURCE = sourceWith({ id: "report-2013", published: "2013", reliability: "B", credibility: "3" });

/** A claim from exp(−half) to exp(half) times a value. */
export function said(
  id: string,
  measure: string,
  place: string,
  value: number,
  half: number,
  fields: Partial<Claim> = {},
): Claim {
  const units = {
    pay: { unit: "money", currency: "USD", per: "person month" },
    yearly: { unit: "money", currency: "USD", per: "person year" },
    months: { unit: "months", per: "year" },
    workers: { unit: "persons" },
  } as const;
  const range = { kind: "between", low: value * Math.exp(-half), high: value * Math.exp(half) } as const;
  const { currency: _currency, per: _per, ...blank } = claimWith({ period: "2012", basis: "survey" });
  const unit = Object.entries(units).find(([name]) => name === measure)?.[1];
  return { ...blank, id, measure, place, range, statistic: "mean", ...unit, ...fields };
}

export function modelOf(account: Account, claims: readonly Claim[]): Model {
  return compileModel(account, gatherEvidence(account, claims, [SOURCE]).groups);
}

/** What several chains say of the logarithms of quantities, and of the conflict of every group's root. */
export interface Sampled {
  /** Chains of the logarithms of each quantity. */
  readonly logs: ReadonlyMap<string, readonly Float64Array[]>;
  /** Chains of the probability, draw by draw, that each group's root is a gross error or miscopied. */
  readonly conflicts: readonly (readonly Float64Array[])[];
}

export function sample(account: Account, model: Model, quantities: readonly string[], draws: number): Sampled {
  const chains = [1, 2].map((seed) => runChain(model, { seed, warmup: 600, draws }).draws);
  const width = model.parameters.names.length;
  const builder = tapeBuilder(width);
  const nodes = createNodes(account, model.parameters, builder);
  const wanted = quantities.map((quantity) => nodes.log(parseQuantityId(quantity)));
  const tape = builder.build();
  const density = createDensity(model);
  const states = model.groups.flatMap(({ group }) => group.components);
  const logs = quantities.map(() => chains.map(() => new Float64Array(draws)));
  const conflicts = model.groups.map(() => chains.map(() => new Float64Array(draws)));
  const values = new Float64Array(tape.nodes);
  const out = new Float64Array(states.length);
  chains.forEach((chain, c) => {
    for (let row = 0; row < draws; row++) {
      const x = chain.subarray(row * width, (row + 1) * width);
      values.set(x);
      tape.forward(values);
      wanted.forEach((node, k) => {
        logs[k]?.[c]?.fill(values[node] ?? Number.NaN, row, row + 1);
      });
      density.responsibilities(x, out);
      let at = 0;
      model.groups.forEach(({ group }, g) => {
        const sum = group.components.reduce((total, one) => {
          const share = out[at++] ?? 0;
          return one.gross || one.miscopied !== 0 ? total + share : total;
        }, 0);
        conflicts[g]?.[c]?.fill(sum, row, row + 1);
      });
    }
  });
  return { logs: new Map(quantities.map((quantity, k) => [quantity, logs[k] ?? []])), conflicts };
}

/** Mean and standard deviation of chains, with the standard error of the mean by their effective sample size. */
export function momentsOf(chains: readonly Float64Array[]): {
  readonly mean: number;
  readonly sd: number;
  readonly error: number;
} {
  const all = Float64Array.from(chains.flatMap((chain) => [...chain]));
  const sd = Math.sqrt(variance(all));
  return { mean: mean(all), sd, error: sd / Math.sqrt(diagnose(chains).ess) };
}
