import type { Account, Measure } from "../../src/accounts/account.ts";

type Over = Measure["over"];

const estimated = (id: string, unit: string, over: Over): Measure => ({
  kind: "estimated",
  id,
  name: `Name of ${id}`,
  unit,
  over,
  combine: "sum",
  report: "all",
  scale: "log",
  prior: { default: [1, 2], places: new Map([["A", [3, 4]]]), total: [5, 6] },
});
const derived = (id: string, unit: string, over: Over, text: string): Measure => ({
  kind: "derived",
  id,
  name: `Name of ${id}`,
  unit,
  over,
  combine: "mean",
  report: "all",
  text,
  formula: { kind: "number", value: 1 },
});

const cells: Over = ["place", "year"];
/** A small account: people and pay at two places, money to the state. */
export const account: Account = {
  kind: "account",
  firstYear: 2000,
  lastYear: 2010,
  anchor: 2005,
  places: [
    { id: "A", name: "Aland", group: "A", at: [10, 20] },
    { id: "B", name: "Boland", group: "B" },
  ],
  regions: [{ id: "world", name: "World", members: ["A", "B"] }],
  groups: [],
  occupations: [],
  occupationGroups: [],
  measures: new Map(
    [
      estimated("workers", "person", cells),
      derived("gross", "USD/person/month", cells, "taken + net"),
      estimated("taken", "USD/person/month", cells),
      estimated("net", "USD/person/month", cells),
      derived("net_share", "share", cells, "net / gross"),
      derived("revenue", "USD/year", ["year"], "months * sum(workers * taken over place)"),
      estimated("months", "month/year", []),
    ].map((m) => [m.id, m]),
  ),
  chains: [],
  shown: new Map(),
  lines: new Map(),
  headlines: ["workers", "revenue", "net", "months"],
  flow: { of: "gross", parts: ["taken", "net"], worker: "net" },
};
