import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { CasePackage } from "../../src/cases/case-package.ts";
import { writePackage } from "../../src/cases/write-package.ts";
import type { Claim } from "../../src/claims/claim.ts";
import { claimWith, sourceWith } from "./sample-package.ts";

/** An invented case whose pay and people are by occupation: two hosts, three kinds of work, five years. */
const ACCOUNT = `years: 2010/2014
anchor: 2012
places:
  - {id: XB, name: Ordania, at: [60, 58]}
  - {id: XC, name: Sahlim, at: [50, 25]}
occupations:
  - {id: logging, name: Logging, members: [loggers, forestry]}
  - {id: building, name: Building, members: [construction, builders], parts: [plasterers]}
  - {id: other, name: Other work}
  - {id: outdoors, name: Outdoor work, members: [logging, building]}
measures:
  - id: workers
    name: Workers abroad
    unit: person
    type: stock
    over: [place, occupation, year]
    why: Thousands at each host; nobody names a trade with more than ten thousand.
    prior: {default: [100, 10000], total: [5000, 40000]}
    walk: {scale: 0.1}
  - id: in_hand
    name: In hand
    unit: USD/person/month
    over: [place, occupation, year]
    combine: mean
    weights: workers
    spread: pay_spread
    why: More than at home, less than what locals get.
    prior: {default: [50, 500], pooled: 0.4}
    walk: {scale: 0.05, by: place}
  - {id: state_take, name: Taken by the state, unit: USD/person/month, over: [place, year], combine: mean, weights: workers, why: A part of pay., prior: {default: [60, 600], pooled: 0.4}}
  - {id: pay_spread, name: Spread of pay, unit: log, type: rate, scale: log, why: Between people at one work., prior: {default: [0.2, 0.9]}}
  - {id: gross_pay, name: Gross pay, unit: USD/person/month, over: [place, occupation, year], combine: mean, weights: workers, formula: state_take + in_hand}
  - {id: kept_share, name: Share in hand, unit: share, over: [place, occupation, year], formula: in_hand / gross_pay}
  - {id: wage_bill, name: Paid out in a month, unit: USD/month, over: [place, year], formula: sum(workers * in_hand over occupation)}
headlines: [workers, in_hand, wage_bill]
flow: {of: gross_pay, parts: [state_take, in_hand], worker: in_hand}
`;

/** What is true in 2012, by place and occupation: how many, and what they have in hand in dollars a month. */
export const WORK_TRUTH = {
  XB: { logging: [6000, 120], building: [2500, 240], other: [500, 90] },
  XC: { logging: [300, 140], building: [3000, 260], other: [1200, 110] },
} as const;

const REGISTER = { source: "register-2013", basis: "register", statedBy: "the ministry" } as const;
const SURVEY = { source: "survey-2013", basis: "survey", statedBy: "Fair Hand" } as const;
const PRESS = { source: "post-2014", basis: "press", statedBy: "the Post" } as const;

type Said = Partial<Claim> & { readonly value: number };

function people({ value, ...fields }: Said): Claim {
  return claimWith({ ...REGISTER, period: "2012", range: { kind: "point", value }, paraphrase: "So many", ...fields });
}

function pay({ value, ...fields }: Said): Claim {
  const money = { measure: "in_hand", unit: "money", currency: "USD", per: "person month", statistic: "mean" } as const;
  return claimWith({
    ...SURVEY,
    ...money,
    period: "2012",
    range: { kind: "point", value },
    paraphrase: "So much",
    ...fields,
  });
}

/** The claims: each scatters around the truth as its grade allows, but for the press, which has the pay of loggers ten times too high. */
export const WORK_CLAIMS = {
  all: people({ place: "XB", value: 9200 }),
  loggers: people({ place: "XB", occupation: "loggers", value: 6100 }),
  builders: people({ place: "XB", occupation: "construction", value: 2400 }),
  others: people({ place: "XC", value: 4620 }),
  buildersToo: people({ place: "XC", occupation: "Builders", value: 2900 }),
  plasterers: people({ place: "XC", occupation: "plasterers", value: 212 }),
  payOfLoggers: pay({ place: "XB", occupation: "loggers", value: 115 }),
  payOfBuilders: pay({ place: "XB", occupation: "construction", value: 251 }),
  payOfBuildersToo: pay({ place: "XC", occupation: "builders", value: 254 }),
  payOfAll: pay({ place: "XC", value: 206 }),
  waiters: people({ place: "XC", occupation: "waiters", value: 80 }),
  payOfPlasterers: pay({ place: "XC", occupation: "plasterers", value: 305 }),
  slip: pay({ ...PRESS, place: "XB", occupation: "forestry", value: 1180 }),
  takeOfLoggers: pay({ place: "XB", measure: "state_take", occupation: "loggers", value: 205 }),
} as const;

/** The case as a package. */
export function workCase(): CasePackage {
  return {
    kind: "case package",
    id: "trades",
    title: "Trades, invented",
    description: "Invented. Pay and people by occupation.",
    invented: true,
    version: "0.1.0",
    licenses: [{ name: "CC-BY-4.0" }],
    sources: [
      sourceWith({
        id: "post-2014",
        type: "press",
        title: "A paper",
        published: "2014",
        reliability: "D",
        credibility: "3",
      }),
      sourceWith({ id: "register-2013", type: "official", title: "A register", published: "2013", reliability: "A" }),
      sourceWith({ id: "survey-2013", title: "A survey", published: "2013", reliability: "B" }),
    ],
    custody: [],
    witnesses: [],
    consents: [],
    claims: Object.values(WORK_CLAIMS).toSorted((a, b) => (`${a.source}${a.id}` < `${b.source}${b.id}` ? -1 : 1)),
    decisions: [],
    parties: [],
    policies: [],
    files: new Map([
      ["README.md", "# Trades\n"],
      ["account.yaml", ACCOUNT],
    ]),
  };
}

/** Writes the case into a folder. */
export async function writeWorkCase(folder: string): Promise<void> {
  for (const [path, text] of writePackage(workCase())) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
}
