import { describe, expect, test } from "vitest";
import { parseAccount } from "../../src/accounts/parse-account.ts";
import { ACCOUNT, accountOf } from "./sample-account.ts";

const CHAIN = `chains:
  - id: pay
    name: Deductions from pay
    of: gross
    left: in_hand
    side: side
    steps:
      - party: state
        takes: taken
        printed:
          - {id: state_share, name: Share of the state, rule: share of gross}
          - {id: quota, name: Quota of the state, rule: quota owed}
      - party: agency
        takes: fee
        printed:
          - {id: fee_share, name: Share of agencies in the rest, rule: share of what is left, report: claimed}
      - party: embassy
        takes: dues
        printed:
          - {id: dues_of_side, name: Dues of side earnings, rule: share of side earnings}
          - id: dues_share
            name: Share of the embassy in the rest, as printed
            why: The text does not say which rest.
            readings:
              - {id: dues_at_once, name: At once, rule: share of the rest after, after: state, weight: 0.25}
              - {id: dues_in_turn, name: In turn, rule: share of what is left, weight: 0.75}
`;

const PARTS = ["fee", "dues", "side"].map(
  (id) =>
    `  - {id: ${id}, name: ${id}, unit: USD/person/month, over: [place, year], combine: mean, weights: workers, prior: {default: [5, 50]}}\n`,
);
const WITH_CHAIN = `${ACCOUNT.replace("  - {id: pay_spread", `${PARTS.join("")}  - {id: pay_spread`).replace(
  "formula: taken + in_hand}",
  "formula: taken + fee + dues + in_hand}",
)}${CHAIN}`;

function issues(from: string, to: string) {
  if (!WITH_CHAIN.includes(from)) throw new Error(`not in the sample: ${from}`);
  const parsed = parseAccount(WITH_CHAIN.replace(from, to), "account.yaml");
  return parsed.ok ? [] : parsed.issues;
}

describe("chainMeasures(chains, measures)", () => {
  const account = accountOf(WITH_CHAIN);
  const text = (id: string) => {
    const measure = account.measures.get(id);
    return measure?.kind === "derived" ? measure.text : undefined;
  };

  test("[A5] makes the identity of every printed part by its rule", () => {
    expect(text("state_share")).toBe("taken / gross");
    expect(text("quota")).toBe("taken");
    expect(text("fee_share")).toBe("fee / (fee + dues + in_hand)");
    expect(text("dues_of_side")).toBe("dues / side");
    expect(account.measures.get("fee_share")).toMatchObject({
      unit: "share",
      over: ["place", "year"],
      combine: "mean",
      weights: "workers",
      report: "claimed",
    });
    expect(account.measures.get("quota")).toMatchObject({ unit: "USD/person/month", spread: "pay_spread" });
  });

  test("[A5] rival readings become a mixture of their identities with the stated weights", () => {
    expect(text("dues_at_once")).toBe("dues / (fee + dues + in_hand)");
    expect(text("dues_in_turn")).toBe("dues / (dues + in_hand)");
    expect(account.measures.get("dues_share")).toMatchObject({
      kind: "mixed",
      unit: "share",
      why: "The text does not say which rest.",
      readings: [
        { measure: "dues_at_once", weight: 0.25 },
        { measure: "dues_in_turn", weight: 0.75 },
      ],
    });
    expect(account.chains.map(({ steps }) => steps.map(({ party }) => party))).toEqual([
      ["state", "agency", "embassy"],
    ]);
  });

  test("[A5] what is wrong in a chain is told with its line", () => {
    const told = (from: string, to: string, line: string) => {
      const [first, ...more] = issues(from, to);
      expect(more).toEqual([]);
      const row =
        WITH_CHAIN.replace(from, to)
          .split("\n")
          .findIndex((one) => one.includes(line)) + 1;
      expect(first?.row).toBe(row);
      return first?.expected;
    };
    expect(told("after: state", "after: agent", "dues_at_once")).toContain("the party of an earlier step");
    expect(told("    side: side\n", "", "dues_of_side")).toContain("names its `side` earnings");
    expect(told("    of: gross\n", "    of: whole\n", "of: whole")).toContain("a measure of this account");
    expect(told("weight: 0.75", "weight: 0.7", "id: dues_at_once")).toContain("weights that add up to 1");
    expect(told("{id: quota,", "{id: gross,", "{id: gross, name: Quota")).toContain("each measure once");
    expect(told("rule: quota owed", "rule: quota", "rule: quota}")).toBeDefined();
  });
});

describe("measures that are shown and not used", () => {
  test("[A6] carry their reason, and none is a measure of the account", () => {
    const account = accountOf(`${ACCOUNT}shown: {change: "a difference, where no whole is stated"}\n`);
    expect([...account.shown]).toEqual([["change", "a difference, where no whole is stated"]]);
    const parsed = parseAccount(`${ACCOUNT}shown: {workers: "no"}\n`, "account.yaml");
    expect(parsed.ok ? [] : parsed.issues).toMatchObject([
      { value: "workers", expected: "a measure that this account does not have" },
    ]);
  });
});
