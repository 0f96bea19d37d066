import { describe, expect, test } from "vitest";
import { withoutDifferences } from "../../src/accounts/difference.ts";
import { parseFormula, type WrittenFormula } from "../../src/accounts/formula.ts";
import { parseAccount } from "../../src/accounts/parse-account.ts";
import { ACCOUNT, accountOf } from "./sample-account.ts";

function tree(text: string): WrittenFormula {
  const parsed = parseFormula(text);
  if (!parsed.ok) throw new Error(parsed.expected);
  return parsed.formula;
}

const IDENTITIES = new Map(
  Object.entries({
    gross: "taken + in_hand",
    taken: "state + agency + embassy",
    rounder: "rounder + gross",
    product: "months * state",
    outward: "state + embassy",
  }).map(([id, text]) => [id, tree(text)]),
);

/** What a formula is without its differences, or why it is refused. */
function resolved(text: string): unknown {
  const found = withoutDifferences(tree(text), IDENTITIES);
  return found.ok ? found.formula : found.expected;
}

describe("withoutDifferences(formula, identities)", () => {
  test("[A4] a whole less a part of it is the sum of its other parts", () => {
    expect(resolved("gross - taken")).toEqual(tree("in_hand"));
    expect(resolved("gross - in_hand")).toEqual(tree("taken"));
    expect(resolved("(state + agency + embassy) - agency")).toEqual(tree("state + embassy"));
    expect(resolved("(gross - in_hand) / gross")).toEqual(tree("taken / gross"));
    expect(resolved("months * sum(workers * (gross - taken) over place)")).toEqual(
      tree("months * sum(workers * in_hand over place)"),
    );
  });

  test("[A4] parts are found inside parts, and a part that is a sum is taken away part by part", () => {
    expect(resolved("gross - state")).toEqual(tree("agency + embassy + in_hand"));
    expect(resolved("gross - state - agency")).toEqual(tree("embassy + in_hand"));
    expect(resolved("gross - (state + in_hand)")).toEqual(tree("agency + embassy"));
    expect(resolved("gross - outward")).toEqual(tree("agency + in_hand"));
  });

  test("[A4] what is no part of the whole is refused with what to do, and so is a difference of nothing", () => {
    expect(resolved("gross - workers")).toMatch(
      /workers is no part of gross by the identities.*name the parts that remain/,
    );
    expect(resolved("product - state")).toMatch(/state is no part of product/);
    expect(resolved("state - gross")).toMatch(/is no part of state/);
    expect(resolved("gross - state - state")).toMatch(/no part/);
    expect(resolved("gross - gross")).toBe("a difference from which something remains");
    expect(resolved("gross - 5")).toMatch(/5 is no part of gross/);
  });

  test("ends where an identity runs in a circle", () => {
    expect(resolved("gross - rounder")).toMatch(/no part of gross/);
    expect(resolved("rounder - state")).toEqual(tree("rounder + agency + embassy + in_hand"));
  });
});

describe("parseAccount with a difference", () => {
  test("[A4] keeps the text as written and computes with the parts that remain", () => {
    const text = ACCOUNT.replace("formula: taken / gross", "formula: (gross − in_hand) ÷ gross");
    expect(accountOf(text).measures.get("taken_share")).toMatchObject({
      text: "(gross − in_hand) ÷ gross",
      formula: tree("taken / gross"),
    });
  });

  test("[A4] refuses with the line what could come out below zero", () => {
    const text = ACCOUNT.replace("formula: taken / gross", "formula: (taken - in_hand) / gross");
    const parsed = parseAccount(text, "account.yaml");
    const row = text.split("\n").findIndex((line) => line.includes("(taken - in_hand)")) + 1;
    expect(parsed.ok ? [] : parsed.issues).toMatchObject([
      { row, value: "(taken - in_hand) / gross", expected: expect.stringContaining("in_hand is no part of taken") },
    ]);
  });
});
