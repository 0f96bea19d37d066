import { describe, expect, test } from "vitest";
import { found, pay, people, share } from "../sample-audit.ts";

describe("sameFigure", () => {
  const rule = "same-figure";
  const other = { source: "press-2015", statedBy: "another" };
  test("[U10] suggests one origin for the same number in a later source", () => {
    const [first, second] = [people("XB", 15_046), people("XB", 15_046, { ...other, period: "2013" })];
    expect(found(rule, [second, first])).toMatchObject([
      { tested: [second.id], against: [first.id], sureness: "possible" },
    ]);
    expect(found(rule, [people("XB", [50_000, 60_000]), people("XB", [50_000, 60_000], other)])).toHaveLength(1);
  });
  test("[U10] lets copies that are known as such, round numbers and distant years stand", () => {
    const root = people("XB", 15_046);
    expect(found(rule, [root, people("XB", 15_046, { ...other, derivedFrom: [root.id] })])).toEqual([]);
    expect(found(rule, [people("XB", 100_000), people("XB", 100_000, other)])).toEqual([]);
    expect(found(rule, [people("XB", 15_000), people("XB", 15_000, { ...other, period: "2016" })])).toEqual([]);
    expect(found(rule, [people("XB", 15_046), people("XC", 15_046, other)])).toEqual([]);
  });
});

describe("noSpeaker", () => {
  const rule = "no-speaker";
  test("[U11] finds figures of nobody in particular, once for each source and speaker", () => {
    const unnamed = { statedBy: "unnamed source" };
    expect(found(rule, [people("XB", 1, unnamed), people("XC", 2, unnamed), pay("in_hand", 3, unnamed)])).toHaveLength(
      1,
    );
    expect(found(rule, [people("XB", 1, { statedBy: "two officials" })])).toHaveLength(1);
    expect(found(rule, [people("XB", 1, { basis: "unknown" })])).toHaveLength(1);
  });
  test("[U11] lets offices, names, outlets and witnesses by letter stand", () => {
    for (const statedBy of [
      "Russian interior ministry",
      "Marzuki Darusman (UN)",
      "witness:a-m",
      "Chosun Ilbo",
      "UN Panel of Experts",
    ])
      expect(found(rule, [people("XB", 1, { statedBy })]), statedBy).toEqual([]);
  });
});

describe("impossibleMean", () => {
  const rule = "impossible-mean";
  const months = (value: number, n: number) =>
    people("XB", value, { measure: "months", statistic: "mean", unit: "months", note: `n = ${n}` });
  test("[U12] finds means that whole numbers cannot give, by the published values", () => {
    expect(found(rule, [months(5.27, 43)])).toHaveLength(1);
    expect(found(rule, [months(3.48, 20)])).toHaveLength(1);
    expect(found(rule, [months(5.19, 28)])).toHaveLength(1);
    expect(found(rule, [months(5.28, 43), months(3.45, 20), months(5.18, 28)])).toEqual([]);
  });
  test("[U12] tests shares of people asked, and lets large samples, money and unknown samples stand", () => {
    expect(found(rule, [share("bribed", 70, { note: "n = 19" })])).toHaveLength(1);
    expect(found(rule, [share("bribed", 68, { note: "n = 19" })])).toEqual([]);
    expect(found(rule, [months(5.27, 150), pay("in_hand", 3.48, { statistic: "mean", note: "n = 20" })])).toEqual([]);
    expect(found(rule, [share("bribed", 70)])).toEqual([]);
  });
});

describe("twoCountries", () => {
  const rule = "two-countries";
  const said = { statedBy: "witness:a-m" };
  const witness = { id: "a-m", letter: "M" };
  test("[U13] finds a witness in two places that exclude each other, and names nothing finer", () => {
    const [finding] = found(
      rule,
      [pay("in_hand", 100, { ...said, occupation: "tailor" }), people("XB", 5, said)],
      [witness],
    );
    expect(finding?.explanation).toContain("Witness M is placed in XC and in XB");
    expect(finding?.explanation).not.toContain("tailor");
    expect(found(rule, [people("XB", 5, said)], [{ ...witness, place: "coast" }])).toHaveLength(1);
  });
  test("[U13] lets a place inside its region and hearsay of elsewhere stand", () => {
    expect(found(rule, [people("XC", 5, said)], [{ ...witness, place: "coast" }])).toEqual([]);
    expect(found(rule, [people("XC", 5, said), people("XB", 5, { ...said, modality: "hearsay" })], [witness])).toEqual(
      [],
    );
    expect(found(rule, [people("XC", 5, said), people("world", 5, said)], [witness])).toEqual([]);
  });
});
