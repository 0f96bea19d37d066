/** A small invented account that tells occupations apart: two hosts, three kinds of work and a group of two of them. */
export const WORK = `years: 2010/2012
anchor: 2011
places: [{id: AA, name: Aland, group: north}, {id: BB, name: Boland, group: north}]
groups: [{id: north, name: North}]
occupations:
  - {id: wood, name: Logging, members: [loggers, lumber]}
  - {id: building, name: Building, members: [construction], parts: [plasterers]}
  - {id: other, name: Other work}
  - {id: outdoors, name: Outdoor work, members: [wood, building]}
measures:
  - id: workers
    name: Workers
    unit: person
    type: stock
    over: [place, occupation, year]
    prior: {default: [100, 10000], AA: [200, 20000], other: [50, 5000], "BB:other": [10, 1000], total: [2000, 60000]}
    walk: {scale: 0.1, breaks: [{occupations: [wood], years: 2012, scale: 0.5}]}
  - {id: pay, name: Pay, unit: USD/person/month, over: [place, occupation, year], combine: mean, weights: workers, spread: pay_spread, prior: {default: [100, 900], pooled: 0.5}, walk: {scale: 0.2, by: place}}
  - {id: fee, name: Fee, unit: USD/person, over: [occupation], combine: mean, weights: workers, prior: {default: [100, 900], pooled: 0.3}}
  - {id: living, name: Living costs, unit: USD/person/month, over: [place, year], combine: mean, weights: workers, prior: {default: [20, 200]}}
  - {id: guards, name: Guards, unit: person, over: [place, year], prior: {default: [10, 100]}}
  - {id: pay_spread, name: Spread of pay, unit: log, type: rate, prior: {default: [0.2, 0.9]}}
  - {id: months, name: Months, unit: month/year, type: rate, prior: {default: [9, 12]}}
  - {id: gross, name: Gross pay, unit: USD/person/month, over: [place, occupation, year], combine: mean, weights: workers, formula: pay + living}
  - {id: pay_share, name: Share of pay, unit: share, over: [place, occupation, year], formula: pay / gross}
  - {id: bill, name: Wage bill, unit: USD/year, over: [place, year], formula: months * sum(workers * pay over occupation)}
  - {id: work_bill, name: Wage bill by work, unit: USD/year, over: [place, occupation, year], formula: months * workers * pay}
  - {id: work_share, name: Share of workers, unit: share, over: [place, occupation, year], formula: workers / sum(workers over occupation)}
headlines: [workers, pay]
`;
