import { describe, expect, test } from "vitest";
import type { Claim } from "../../../src/claims/claim.ts";
import { found, pay, share } from "../sample-audit.ts";

const rule = "deduction-chain";
const yearly = { per: "person year" };

/** 5,000 a year; 48 % to the state; of the rest 10 %, 25 % to others. One after another leaves 1,755. */
function chain(...results: readonly Claim[]): readonly Claim[] {
  const shares = [share("state_share", 48), share("agency_share_of_rest", 10), share("embassy_share_of_rest", 25)];
  return [pay("gross_pay", 5000, yearly), ...shares, ...results];
}

describe("deductionChain", () => {
  test("[U1] agrees with a result that one reading leads to, whichever it is", () => {
    expect(found(rule, chain(pay("in_hand", 1755, yearly)))).toEqual([]);
    expect(found(rule, chain(pay("in_hand", 1690, yearly)))).toEqual([]);
    expect(found(rule, chain(pay("in_hand", 850, yearly)))).toEqual([]);
  });

  test("[U1] finds a result that no reading leads to, and shows every reading step by step", () => {
    const [finding, ...others] = found(rule, chain(pay("in_hand", 1300, yearly)));
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ cause: "chain broken", grade: "decision-changing", sureness: "certain" });
    expect(finding?.readings.map(({ name, computed }) => [name, computed.low])).toEqual([
      ["of the gross", 850],
      ["of what is left", 1690],
      ["one after another", 1755],
    ]);
    expect(finding?.readings.at(-1)?.steps).toEqual([
      "5,000 × (1 − 48 %) = 2,600",
      "2,600 × (1 − 10 %) = 2,340",
      "2,340 × (1 − 25 %) = 1,755",
    ]);
  });

  test("[U1] finds two results that only different readings lead to", () => {
    const results = [pay("in_hand", 1755, yearly), pay("in_hand", 850, { ...yearly, statedBy: "workers" })];
    expect(found(rule, chain(...results))).toMatchObject([{ cause: "chain read two ways" }]);
  });

  test("[U2] takes about 1,750 for 1,755, and 140–150 a month for neither", () => {
    expect(found(rule, chain(pay("in_hand", 1700, { ...yearly, approximate: true })))).toEqual([]);
    expect(found(rule, chain(pay("in_hand", [140, 150])))).toEqual([]);
    expect(found(rule, chain(pay("in_hand", [160, 180])))).toHaveLength(1);
  });

  test("[U1] takes sums from pay: 1,200 less 700 less 100 is not 360, and 300 less 200 is 100", () => {
    const local = { currency: "AED" };
    const sums = [pay("gross_pay", 1200, local), pay("state_take", 700, local), pay("embassy_take", 100, local)];
    const [finding] = found(rule, [...sums, pay("in_hand", 360, local)]);
    expect(finding).toMatchObject({ stated: { low: 360 }, computed: { low: 400 }, sureness: "likely" });
    expect(found(rule, [pay("gross_pay", 300), pay("state_take", 200), pay("in_hand", 100)])).toEqual([]);
  });

  test("[U1] leaves a chain alone that does not name every deduction and leaves much more", () => {
    expect(found(rule, [pay("gross_pay", 500), share("state_share", 40), pay("in_hand", 120)])).toEqual([]);
    expect(found(rule, [pay("gross_pay", 500), share("state_share", 90), pay("in_hand", 120)])).toHaveLength(1);
  });

  test("[U1] reads one place and one telling at a time, and no extremes", () => {
    const far = { locator: "p. 90" };
    expect(found(rule, chain(pay("in_hand", 1300, { ...yearly, ...far })))).toEqual([]);
    expect(found(rule, chain(pay("in_hand", 1300, { ...yearly, place: "XD" })))).toEqual([]);
    expect(found(rule, chain(pay("in_hand", 1300, { ...yearly, statistic: "maximum" })))).toEqual([]);
  });
});
