import type { Account } from "../../src/accounts/account.ts";
import { parseAccount } from "../../src/accounts/parse-account.ts";
import { parseQuantityId, quantityId } from "../../src/accounts/quantity-id.ts";
import type { Claim } from "../../src/claims/claim.ts";
import { fromPrior } from "../../src/estimates/chain.ts";
import { createNodes } from "../../src/estimates/nodes.ts";
import { parametersOf } from "../../src/estimates/parameters.ts";
import { COPY_SD, GROSS_SD, MISCOPY } from "../../src/estimates/root-mixture.ts";
import { createRandom, type Random } from "../../src/math/random.ts";
import { tapeBuilder } from "../../src/math/tape.ts";
import type { Source } from "../../src/sources/source.ts";

/** A small account of three places and five years, with everything an account has: walks, a break, pooling, identities. */
const ACCOUNT = `
years: 2010/2014
anchor: 2012
places:
  - {id: XA, name: Aland, group: north}
  - {id: XB, name: Borland, group: north}
  - {id: XC, name: Corland, group: south}
groups: [{id: north, name: North}, {id: south, name: South}]
measures:
  - id: workers
    name: Workers
    unit: person
    over: [place, year]
    prior: {default: [1000, 20000]}
    walk: {scale: 0.2, breaks: [{places: [XA], years: 2014, scale: 0.6}]}
  - id: take
    name: Take
    unit: USD/person/month
    over: [place, year]
    combine: mean
    weights: workers
    prior: {default: [100, 600], pooled: 0.4}
    walk: {scale: 0.1, every: 2, by: group}
  - id: hand
    name: In hand
    unit: USD/person/month
    over: [place, year]
    combine: mean
    weights: workers
    prior: {default: [50, 300], pooled: 0.4}
  - {id: gross, name: Gross, unit: USD/person/month, over: [place, year], combine: mean, weights: workers, formula: take + hand}
  - {id: share, name: Share, unit: share, over: [place, year], formula: take / gross}
  - {id: months, name: Months, unit: month/year, prior: {default: [9, 12]}}
  - {id: revenue, name: Revenue, unit: USD/year, over: [year], formula: months * sum(workers * take over place)}
`;

/** The account of the simulated problems. */
export function simulatedAccount(): Account {
  const parsed = parseAccount(ACCOUNT, "account.yaml");
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  return parsed.value;
}

/** What claims are made on. */
const CLAIMED = [
  ...["XA", "XB", "XC"].flatMap((place) => [2010, 2012, 2013, 2014].map((year) => `workers.${place}.${year}`)),
  "workers.world.2012",
  "workers.world.2014",
  ...[
    "take.XA.2012",
    "take.XB.2012",
    "take.XC.2014",
    "hand.XA.2012",
    "hand.XB.2013",
    "hand.world.2012",
    "gross.XC.2012",
    "gross.XA.2014",
  ],
  ...["share.XA.2012", "share.XB.2014", "months", "revenue.2012", "revenue.2013", "revenue.2014"],
];

/** The quantities whose recovery is counted. */
export const COUNTED = [
  ...new Set([
    ...CLAIMED,
    "workers.world.2010",
    "take.world.2012",
    "gross.world.2013",
    "revenue.2011",
    "workers.XC.2011",
  ]),
];

/** Known truths and the claims that were made of them. */
export interface SimulatedProblem {
  readonly account: Account;
  readonly truth: ReadonlyMap<string, number>;
  readonly claims: readonly Claim[];
  readonly sources: readonly Source[];
  /** Ids of the claims that were made as gross errors or miscopied. */
  readonly wrong: ReadonlySet<string>;
}

const SOURCE: Source = {
  kind: "source",
  id: "invented",
  type: "report",
  title: "Invented",
  language: "en",
  reliability: "B",
  credibility: "3",
};
const HALF = 0.1;
const NINETY = 1.6448536269514722;

/** Truths drawn from the prior, and claims drawn from the observation model: every number is the model's own. */
export function simulateProblem(seed: number): SimulatedProblem {
  const account = simulatedAccount();
  const random = createRandom(seed);
  const truth = drawTruth(account, random);
  const wrong = new Set<string>();
  const claims = CLAIMED.map((quantity, position) => claimOn(account, quantity, truth, position, random, wrong));
  return { account, truth, claims, sources: [SOURCE], wrong };
}

function drawTruth(account: Account, random: Random): ReadonlyMap<string, number> {
  const parameters = parametersOf(account);
  const builder = tapeBuilder(parameters.names.length);
  const nodes = createNodes(account, parameters, builder);
  const wanted = COUNTED.map((quantity) => [quantity, nodes.log(parseQuantityId(quantity))] as const);
  const tape = builder.build();
  const values = new Float64Array(tape.nodes);
  fromPrior(values.subarray(0, tape.parameters), { parameters }, random);
  tape.forward(values);
  return new Map(wanted.map(([quantity, node]) => [quantity, Math.exp(values[node] ?? Number.NaN)]));
}

function claimOn(
  account: Account,
  quantity: string,
  truth: ReadonlyMap<string, number>,
  position: number,
  random: Random,
  wrong: Set<string>,
): Claim {
  const { measure, place, year } = parseQuantityId(quantity);
  const isShare = account.measures.get(measure)?.unit === "share";
  const value = truth.get(quantity) ?? Number.NaN;
  const center = isShare ? Math.log(value / (1 - value)) : Math.log(value);
  const gross = random.uniform() < 0.1;
  const miscopied = random.uniform() < MISCOPY;
  const said =
    center +
    Math.hypot(HALF / NINETY, 0.1) * random.normal() +
    (gross ? GROSS_SD * random.normal() : 0) +
    COPY_SD * random.normal() +
    (miscopied ? GROSS_SD * random.normal() : 0);
  const id = `c${position}`;
  if (gross || miscopied) wrong.add(id);
  const printed = (point: number): number => (isShare ? 100 / (1 + Math.exp(-point)) : Math.exp(point));
  return {
    kind: "claim",
    id,
    source: "invented",
    locator: "p. 1",
    statedBy: "invented",
    basis: "survey",
    modality: "asserted",
    measure,
    statistic: "mean",
    place: place ?? "world",
    ...(year === undefined ? {} : { period: String(year) }),
    range: { kind: "between", low: printed(said - HALF), high: printed(said + HALF) },
    approximate: false,
    ...unitOf(measure, isShare),
    derivedFrom: [],
    derivation: "stated",
    paraphrase: quantityId({ measure }),
  };
}

function unitOf(measure: string, isShare: boolean): Pick<Claim, "unit" | "currency" | "per"> {
  if (isShare) return { unit: "percent" };
  if (measure === "workers") return { unit: "persons" };
  if (measure === "months") return { unit: "months", per: "year" };
  return { unit: "money", currency: "USD", per: measure === "revenue" ? "year" : "person month" };
}
