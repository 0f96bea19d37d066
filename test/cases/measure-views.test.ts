import { describe, expect, test } from "vitest";
import { measureViewsOf, placeViewsOf } from "../../src/cases/measure-views.ts";
import { account } from "./sample-account.ts";

describe("measureViewsOf", () => {
  const claims = [
    { measure: "workers", unit: "persons" },
    { measure: "workers", unit: "persons" },
    { measure: "board_fee", unit: "money", currency: "KWD", per: "person month" },
  ];
  const views = measureViewsOf(account, claims);
  test("measureViewsOf(account, claims) keeps the account's order and counts claims", () => {
    expect(views.map((v) => [v.id, v.claims])).toEqual([
      ["workers", 2],
      ["gross", 0],
      ["taken", 0],
      ["net", 0],
      ["net_share", 0],
      ["revenue", 0],
      ["months", 0],
      ["board_fee", 1],
    ]);
  });
  test("measureViewsOf(account, claims) says priors and formulas in words", () => {
    expect(views[0]?.prior).toBe("1–2; A 3–4; in total 5–6");
    expect(views[4]).toMatchObject({ formula: "net / gross", inAccount: true });
  });
  test("measureViewsOf(account, claims) shows measures that the account does not use, with the unit as printed", () => {
    expect(views.at(-1)).toEqual({
      id: "board_fee",
      name: "Board fee",
      unit: "KWD/person/month",
      over: ["place", "year"],
      inAccount: false,
      claims: 1,
    });
  });
});

describe("placeViewsOf", () => {
  test("placeViewsOf(account) gives regions members and leaves none", () => {
    expect(placeViewsOf(account)).toEqual([
      { id: "world", name: "World", members: ["A", "B"] },
      { id: "A", name: "Aland", at: [10, 20] },
      { id: "B", name: "Boland" },
    ]);
  });
});
