import type { Account } from "../../src/accounts/account.ts";
import { parseAccount } from "../../src/accounts/parse-account.ts";

/** A small invented account: three hosts, people, pay in two parts, money to the state, a mixture. */
export const ACCOUNT = `years: 2000/2020
anchor: 2010
places:
  - {id: AA, name: Aland, group: north, at: [10, 20]}
  - {id: BB, name: Boland, group: south}
  - {id: CC, name: Coland, group: south}
regions:
  - {id: south, name: The south, members: [BB, CC]}
groups:
  - {id: north, name: North}
  - {id: south, name: South}
measures:
  - id: workers
    name: Workers abroad
    unit: person
    type: stock
    over: [place, year]
    prior: {default: [500, 8000], AA: [5000, 40000], total: [10000, 60000]}
    why: Tens of thousands in all.
    walk: {scale: 0.15, breaks: [{places: [AA], years: 2017/2018, scale: 0.5, policy: ban}]}
  - {id: taken, name: Taken, unit: USD/person/month, over: [place, year], combine: mean, weights: workers, spread: pay_spread, prior: {default: [50, 500], pooled: 0.5}, walk: {scale: 0.1, every: 5, by: group}}
  - {id: in_hand, name: In hand, unit: USD/person/month, over: [place, year], combine: mean, weights: workers, spread: pay_spread, prior: {default: [50, 500]}}
  - {id: pay_spread, name: Spread of pay, unit: log, type: rate, prior: {default: [0.2, 0.9]}}
  - {id: months, name: Months worked, unit: month/year, type: rate, prior: {default: [9, 12]}}
  - {id: gross, name: Gross pay, unit: USD/person/month, over: [place, year], combine: mean, weights: workers, spread: pay_spread, formula: taken + in_hand}
  - {id: taken_share, name: Share taken, unit: share, over: [place, year], combine: mean, weights: workers, formula: taken / gross}
  - {id: saved_share, name: Share saved, unit: share, type: rate, over: [place], prior: {default: [0.2, 0.9]}}
  - {id: revenue, name: Money to the state, unit: USD/year, over: [year], formula: months * sum(workers * taken over place)}
  - {id: wage_bill, name: Wage bill, unit: USD/year, over: [year], formula: months * sum(workers * gross over place)}
  - {id: printed_revenue, name: Revenue as printed, readings: {revenue: 0.6, wage_bill: 0.4}}
  - {id: wage, name: Wage as printed, readings: {gross: 0.5, in_hand: 0.5}}
headlines: [workers, revenue]
flow: {of: gross, parts: [taken, in_hand], worker: in_hand}
`;

/** The account of a text that is in order. */
export function accountOf(text: string = ACCOUNT): Account {
  const parsed = parseAccount(text, "account.yaml");
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  return parsed.value;
}
