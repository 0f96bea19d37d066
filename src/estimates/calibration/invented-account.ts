import type { Account } from "../../accounts/account.ts";
import { parseAccount } from "../../accounts/parse-account.ts";

/**
 * Three places and five years with everything that an account can have: a prior on a total and a ceiling, walks with a break, by
 * place and by group, pooling, identities, a share, a mixture, spreads between people, of one of them place by place.
 */
const ACCOUNT = `
years: 2010/2014
anchor: 2012
places:
  - {id: XA, name: Aland, group: north}
  - {id: XB, name: Borland, group: north}
  - {id: XC, name: Corland, group: south}
regions: [{id: north, name: North, members: [XA, XB]}]
groups: [{id: north, name: North}, {id: south, name: South}]
measures:
  - id: workers
    name: Workers
    unit: person
    over: [place, year]
    prior: {default: [1000, 20000], total: [6000, 60000], most: 100000}
    walk: {scale: 0.2, breaks: [{places: [XA], years: 2014, scale: 0.6}]}
  - id: take
    name: Take
    unit: USD/person/month
    over: [place, year]
    combine: mean
    weights: workers
    spread: take_spread
    prior: {default: [100, 600], pooled: 0.4}
    walk: {scale: 0.1, every: 2, by: group}
  - id: hand
    name: In hand
    unit: USD/person/month
    over: [place, year]
    combine: mean
    weights: workers
    spread: hand_spread
    prior: {default: [50, 300], pooled: 0.4}
  - {id: take_spread, name: Spread of the take, unit: log, type: rate, scale: log, over: [place], combine: mean, prior: {default: [0.2, 0.9], pooled: 0.4}}
  - {id: hand_spread, name: Spread of what is in hand, unit: log, type: rate, scale: log, prior: {default: [0.2, 0.9]}}
  - {id: gross, name: Gross, unit: USD/person/month, over: [place, year], combine: mean, weights: workers, formula: take + hand}
  - {id: wage, name: Wage as printed, readings: {gross: 0.6, hand: 0.4}}
  - {id: share, name: Share, unit: share, over: [place, year], formula: take / gross}
  - {id: months, name: Months, unit: month/year, type: rate, prior: {default: [9, 12]}}
  - {id: revenue, name: Revenue, unit: USD/year, over: [year], formula: months * sum(workers * take over place)}
`;

/**
 * The small invented account on which reconciling is held against known truths.
 * @example
 * inventedAccount().places.length // => 3
 */
export function inventedAccount(): Account {
  const parsed = parseAccount(ACCOUNT, "account.yaml");
  if (!parsed.ok) throw new Error(`invalid account: ${JSON.stringify(parsed.issues)}`);
  return parsed.value;
}
