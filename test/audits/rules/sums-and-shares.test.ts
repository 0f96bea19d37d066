import { describe, expect, test } from "vitest";
import { found, pay, share, yearly } from "../sample-audit.ts";

const perYear = { per: "person year" };

describe("shareOfSum", () => {
  const rule = "share-of-sum";
  test("[U8] 48 % of 5,000 is 2,400 and not 2,600", () => {
    const told = [pay("gross_pay", 5000, perYear), share("state_share", 48)];
    expect(found(rule, [...told, pay("state_take", 2400, perYear)])).toEqual([]);
    expect(found(rule, [...told, pay("state_take", 200)])).toEqual([]);
    expect(found(rule, [...told, pay("state_take", 2600, perYear)])).toMatchObject([{ computed: { low: 2400 } }]);
  });
  test("[U2] allows for rounding", () => {
    const told = [pay("gross_pay", 417), share("state_share", 48)];
    expect(found(rule, [...told, pay("state_take", 200)])).toEqual([]);
  });
});

describe("sharesOfOne", () => {
  const rule = "shares-of-one";
  test("[U8] finds shares of one pay above all of it, and below where none is missing", () => {
    const over = [share("state_share", 70), share("agency_share", 30), share("embassy_share", 20)];
    expect(found(rule, over)).toMatchObject([{ cause: "shares exceed one", computed: { low: 120 } }]);
    expect(found(rule, [share("taken_share", 60), share("kept_share", 30)])).toMatchObject([
      { cause: "shares fall short" },
    ]);
  });
  test("[U8] leaves shares of what is left, shares told apart and shares with some missing alone", () => {
    expect(found(rule, [share("state_share", 70), share("agency_share_of_rest", 40)])).toEqual([]);
    expect(found(rule, [share("state_share", 70), share("agency_share", 40, { locator: "p. 2" })])).toEqual([]);
    expect(found(rule, [share("state_share", 40), share("agency_share", 10)])).toEqual([]);
    expect(found(rule, [share("taken_share", 70, { approximate: true }), share("kept_share", 33)])).toEqual([]);
  });
});

describe("impossibleShare", () => {
  const rule = "impossible-share";
  test("[U8] finds 120 % of a pay, and lets 0 and 100 stand, and a growth of 120 % too", () => {
    expect(found(rule, [share("state_share", 120)])).toHaveLength(1);
    expect(found(rule, [share("state_share", 100), share("kept_share", 0)])).toEqual([]);
    expect(found(rule, [share("growth", 120)])).toEqual([]);
  });
});

describe("monthAndYear", () => {
  const rule = "month-and-year";
  test("[U3] finds a month's sum that its year does not come to", () => {
    const year = pay("in_hand", 1000, { ...perYear, approximate: true });
    expect(found(rule, [year, pay("in_hand", [70, 80], { derivedFrom: [year.id] })])).toMatchObject([
      { computed: { low: 83.3333333 }, stated: { low: 70, high: 80 }, sureness: "certain" },
    ]);
    expect(found(rule, [pay("in_hand", 6000, perYear), pay("in_hand", 300)])).toHaveLength(1);
  });
  test("[U3] takes 15 to 31 days for a month, and hours likewise", () => {
    expect(found(rule, [pay("in_hand", 20, { per: "person day" }), pay("in_hand", 500)])).toEqual([]);
    expect(found(rule, [pay("in_hand", 20, { per: "person day" }), pay("in_hand", 5000)])).toHaveLength(1);
    expect(found(rule, [pay("in_hand", 2, { per: "person hour" }), pay("in_hand", 500)])).toEqual([]);
  });
  test("[U2] [U3] lets 500 and 6,000, about 125 and 1,500, and other people's sums stand", () => {
    expect(found(rule, [pay("in_hand", 6000, perYear), pay("in_hand", 500)])).toEqual([]);
    expect(found(rule, [pay("in_hand", 1400, perYear), pay("in_hand", 125, { approximate: true })])).toEqual([]);
    expect(found(rule, [pay("in_hand", 6000, perYear), pay("in_hand", 300, { statedBy: "another" })])).toEqual([]);
  });
});

describe("convertedSum", () => {
  const rule = "converted-sum";
  const from = yearly([100e6, 200e6]);
  const euros = { currency: "EUR", derivedFrom: [from.id] };
  test("[U7] finds a conversion of one end only, and one at a rate that never was", () => {
    expect(found(rule, [from, yearly(155e6, euros)])).toMatchObject([
      { cause: "one end converted", explanation: expect.stringContaining("the upper end only") },
    ]);
    expect(found(rule, [from, yearly([150e6, 300e6], euros)])).toMatchObject([{ cause: "rate differs" }]);
  });
  test("[U7] lets both ends at a day's rate stand, and sums that are not derived from one another", () => {
    expect(found(rule, [from, yearly([80e6, 160e6], euros)])).toEqual([]);
    expect(found(rule, [from, yearly(20e6, { currency: "EUR" })])).toEqual([]);
  });
});
