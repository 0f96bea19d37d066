import { describe, expect, test } from "vitest";
import { parseAccount } from "../../src/accounts/parse-account.ts";
import { quantityHits } from "../../src/cases/quantity-hits.ts";
import { TEMPLATE_ACCOUNT } from "../../src/cases/template.ts";
import type { Estimate } from "../../src/estimates/estimate.ts";

const parsed = parseAccount(TEMPLATE_ACCOUNT, "account.yaml");
if (!parsed.ok) throw new Error("the template is not in order");
const account = parsed.value;

const summary = { median: 1, q05: 1, q25: 1, q75: 1, q95: 1, mean: 1, sd: 0 };
const estimate = (measure: string, place: string, year: number, origins: number): Estimate => ({
  kind: "estimate",
  quantity: `${measure}.${place}.${year}`,
  measure,
  place,
  year,
  unit: "person",
  ...summary,
  prior: summary,
  ess: 1,
  rhat: 1,
  claims: origins,
  origins,
  carriedByPrior: origins === 0,
  percentiles: [],
});

const years = Array.from({ length: 12 }, (_, i) => estimate("workers", "world", 2005 + i, i));
const estimates = [...years, estimate("workers", "first-host", 2012, 1), estimate("in_hand", "world", 2012, 2)];
const found = (query: string) => quantityHits(account, estimates, query).map((hit) => hit.id);

describe("quantityHits", () => {
  test("quantityHits(account, estimates, query) finds by every word of the name, by their beginnings, in any case", () => {
    expect(found("WORK first 2012")).toEqual(["workers.first-host.2012"]);
    expect(found("hand 2012")).toEqual(["in_hand.world.2012"]);
    expect(found("workers nowhere")).toEqual([]);
    expect(found("  ")).toEqual([]);
  });
  test("quantityHits(account, estimates, query) lists those with the most origins first, at most six", () => {
    expect(found("workers world")).toEqual([2016, 2015, 2014, 2013, 2012, 2011].map((year) => `workers.world.${year}`));
  });
  test("quantityHits(account, estimates, query) names the quantity and says on how much it rests", () => {
    expect(quantityHits(account, estimates, "workers world 2006")[0]).toMatchObject({
      title: "Workers abroad · World · 2006",
      snippet: "1 claim from 1 independent origin",
    });
    expect(quantityHits(account, estimates, "workers world 2005")[0]?.snippet).toBe("no claim speaks of it directly");
  });
});
