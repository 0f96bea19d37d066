import { expect, test } from "vitest";
import type { Claim } from "../../src/claims/claim.ts";
import { grouped } from "../../src/web/grouped.ts";
import { en } from "../../src/web/messages/en.ts";
import { ko } from "../../src/web/messages/ko.ts";
import { claimFigure, figure, fullFigure, limits, spoken } from "../../src/web/numbers.ts";

const CLAIM: Claim = {
  kind: "claim",
  id: "c1",
  source: "s",
  locator: "p. 1",
  statedBy: "witness:fair-hand-b",
  basis: "interview",
  modality: "asserted",
  measure: "gross_pay",
  statistic: "mean",
  place: "XB",
  range: { kind: "between", low: 1_500_000_000, high: 2_300_000_000 },
  approximate: false,
  unit: "money",
  currency: "USD",
  per: "year",
  derivedFrom: [],
  derivation: "stated",
  paraphrase: "",
};

const plain = (text: string) => text.replaceAll(/[\u202F\u00A0]/g, " ");

test("figure(value, unit) says two significant figures with the unit's sign", () => {
  expect(plain(figure(61_834, "persons", en))).toBe("62 000");
  expect(plain(figure(223_400_000, "USD/year", en))).toBe("US$220 million");
  expect(plain(figure(0.1234, "share", en))).toBe("12%");
  expect(plain(figure(0.9962, "share", en))).toBe("99.6%");
});

test("figure(value, unit) counts in myriads in Korean", () => {
  expect(plain(figure(61_834, "persons", ko))).toBe("6만 2000명");
  expect(plain(figure(223_400_000, "USD/year", ko))).toBe("2억 2000만 달러");
});

test("limits(low, high) says a shared scale once", () => {
  expect(plain(limits(54_321, 70_900, "persons", en))).toBe("54 000–71 000");
  expect(plain(limits(151e6, 334e6, "USD/year", en))).toBe("150–330 million");
  expect(plain(limits(0.201, 0.39, "share", en))).toBe("20–39%");
});

test("fullFigure(value, unit) keeps every figure that means something", () => {
  expect(plain(fullFigure(61_834.4, "persons", en))).toBe("61 834");
  expect(plain(fullFigure(0.1234567, "share", en))).toBe("12.35%");
});

test("claimFigure(claim) prints what the source prints, no digit more or less", () => {
  expect(plain(claimFigure(CLAIM, en))).toBe("US$1.5–2.3 billion a year");
  expect(plain(claimFigure(CLAIM, ko))).toBe("연 15억–23억 달러");
  const permits: Claim = { ...CLAIM, range: { kind: "point", value: 30_023 }, unit: "persons", per: "" };
  expect(plain(claimFigure(permits, en))).toBe("30 023 people");
  const least: Claim = { ...CLAIM, range: { kind: "at least", low: 300 }, per: "person month", approximate: true };
  expect(plain(claimFigure(least, en))).toBe("at least US$300 per worker a month");
});

test("spoken(value) and grouped(value) part digits with thin spaces", () => {
  expect(grouped(1_234_567.5)).toBe("1\u202F234\u202F567.5");
  expect(plain(spoken(1_234_567, "thousands"))).toBe("1 234 567");
  expect(plain(spoken(1_500_000, "thousands"))).toBe("1.5 million");
});
