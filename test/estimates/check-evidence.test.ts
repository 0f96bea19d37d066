import { describe, expect, test } from "vitest";
import type { Account } from "../../src/accounts/account.ts";
import type { Claim } from "../../src/claims/claim.ts";
import { checkEvidence } from "../../src/estimates/check-evidence.ts";
import { gatherEvidence } from "../../src/estimates/evidence.ts";
import { ACCOUNT, accountOf } from "../accounts/sample-account.ts";
import { account, later, pay, people, source } from "./sample-evidence.ts";

/** What is found wrong, each as severity, file, row, field, value and what was expected. */
function problems(claims: readonly Claim[], of: Account = account) {
  return checkEvidence(of, claims, gatherEvidence(of, claims, [source, later]));
}

const bound = (fields: Partial<Claim>): Claim => people({ derivation: "inferred", ...fields });
const atLeast = (low: number) => ({ kind: "at least", low }) as const;
const atMost = (high: number) => ({ kind: "at most", high }) as const;

describe("[E35] checkEvidence(account, claims, evidence)", () => {
  test("finds nothing wrong with claims that fit, or that merely disagree", () => {
    expect(problems([people(), people({ locator: "two", range: { kind: "point", value: 9000 } }), pay()])).toEqual([]);
  });

  test("names a claim on a quantity that the account does not have, its row and what to do", () => {
    const strange = people({ measure: "wrokers", locator: "slip" });
    expect(problems([people(), strange])).toMatchObject([
      {
        severity: "warning",
        file: "claims.csv",
        row: 3,
        field: "measure",
        value: "wrokers",
        claims: [strange.id],
        expected: expect.stringMatching(/add it to account\.yaml.*under shown/),
      },
    ]);
    const shown = accountOf(`${ACCOUNT}shown: {wrokers: "as printed"}\n`);
    expect(problems([strange], shown)).toEqual([]);
    expect(problems([people({ place: "ZZ" })])).toMatchObject([{ severity: "warning", field: "place", value: "ZZ" }]);
  });

  test("a range below zero or upside down is an error", () => {
    const below = people({ range: { kind: "between", low: -5, high: 9 } });
    expect(problems([people(), below])[0]).toMatchObject({ severity: "error", row: 3, field: "low", value: "-5" });
    const reversed = people({ range: { kind: "between", low: 9, high: 5 } });
    expect(problems([reversed])[0]).toMatchObject({ severity: "error", row: 2, field: "high", value: "5" });
  });

  test("bounds that contradict each other are named with both rows", () => {
    const high = bound({ locator: "a", range: atMost(400) });
    const low = bound({ locator: "b", range: atLeast(900) });
    expect(problems([people(), high, low])).toMatchObject([
      {
        severity: "warning",
        row: 3,
        field: "high",
        value: "400",
        claims: [high.id, low.id],
        expected: expect.stringMatching(
          /^at least 900 for workers\.AA\.2010, its lower bound by row 4 \(.*correct or reject/,
        ),
      },
    ]);
    expect(problems([bound({ locator: "a", range: atMost(1000) }), low])).toEqual([]);
    expect(problems([bound({ locator: "a", range: atMost(400), period: "2012" }), low])).toEqual([]);
  });

  test("bounds that no values of an identity satisfy are named with every row", () => {
    const parts = ["AA", "BB", "CC"].map((place) => bound({ locator: place, place, range: atLeast(5000) }));
    const whole = bound({ locator: "whole", place: "world", range: atMost(9000) });
    expect(problems([...parts, whole])).toMatchObject([
      {
        severity: "warning",
        row: 5,
        value: "9000",
        expected: expect.stringMatching(
          /^at least 15000 for workers\.world\.2010, to which its parts come by rows 2 .*, 3 .* and 4 /,
        ),
      },
    ]);
    const gross = { derivation: "inferred", place: "AA" } as const;
    const taken = pay({ ...gross, measure: "taken", range: atLeast(300) });
    expect(problems([taken, pay({ ...gross, measure: "gross", locator: "g", range: atMost(200) })])).toMatchObject([
      { row: 3, value: "200", expected: expect.stringContaining("at least 300 for gross.AA.2010") },
    ]);
  });

  test("a share whose formula is one or more for every value is an error, with the line of the account", () => {
    const text = ACCOUNT.replace("formula: taken / gross", "formula: gross / taken");
    const row = text.split("\n").findIndex((line) => line.includes("gross / taken")) + 1;
    expect(problems([people()], accountOf(text))).toMatchObject([
      { severity: "error", file: "account.yaml", row, field: "taken_share.formula", value: "gross / taken" },
    ]);
  });

  test("a prior that excludes every claim is an error where two origins say so, with the line of the account", () => {
    const cents = [1, 2].map((n) => pay({ locator: `p. ${n}`, range: { kind: "point", value: 120_000 } }));
    const row = ACCOUNT.split("\n").findIndex((line) => line.includes("id: in_hand")) + 1;
    expect(problems(cents)).toMatchObject([
      {
        severity: "error",
        file: "account.yaml",
        row,
        field: "in_hand.prior",
        value: "50 to 500",
        expected: expect.stringMatching(
          /all 2 on it lie far outside, in rows 2 .* and 3 .*widen the prior, or correct the unit/,
        ),
      },
    ]);
    expect(problems(cents.slice(0, 1))).toMatchObject([{ severity: "warning" }]);
    expect(problems([...cents, pay({ locator: "fits" })])).toEqual([]);
  });

  test("errors come first", () => {
    const all = problems([people({ measure: "wrokers" }), people({ range: { kind: "between", low: -5, high: 9 } })]);
    expect(all.map(({ severity }) => severity)).toEqual(["error", "warning"]);
  });
});
