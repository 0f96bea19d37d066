import { describe, expect, test } from "vitest";
import { auditTexts } from "../../../src/audits/audit-texts.ts";

const found = (rule: string, ...texts: readonly string[]) =>
  auditTexts(texts.map((text, at) => ({ id: String(at), text }))).filter((finding) => finding.rule === rule);

describe("toldShare", () => {
  test("[U18] recomputes a percentage from the numbers that its sentence ties it to", () => {
    expect(found("told-share", "Of the 300 men, 120 (30 %) had signed.")).toMatchObject([
      { stated: "30 %", computed: "40 %", grade: "decision-changing", steps: ["120 ÷ 300 = 40 %"] },
    ]);
    expect(found("told-share", "They pay 15% of 2,000 yuan, or 400 yuan.")).toHaveLength(1);
  });
  test("[U2] [U18] honours rounding, and lets numbers of other things stand", () => {
    for (const text of [
      "Of the 300 men, 121 (40 %) had signed.",
      "About 120 of the 290 men (42 %) had signed.",
      "Of the 300 men, 120 had signed. A fine of 30 % was taken from the others.",
      "They pay 15% of 2,000 yuan, and 400 dollars on top.",
    ])
      expect(found("told-share", text), text).toEqual([]);
  });
});

describe("toldTotal", () => {
  test("[U18] adds up a list that stands beside its total, and countries against all who are abroad", () => {
    expect(found("told-total", "She counted 12 cooks, 14 maids and 9 clerks, 45 people in all.")).toMatchObject([
      { computed: "35", sureness: "certain" },
    ]);
    const list = "There are 3,000 workers in Ostrova, 2,500 in Keldin and 2,300 in Brack.";
    expect(found("told-total", `${list} In all, 5,000 labourers work abroad.`)).toMatchObject([
      { stated: "5,000 persons", computed: "7,800" },
    ]);
    expect(found("told-total", `${list} In all, 9,000 labourers work abroad.`)).toEqual([]);
  });
  test("[U18] adds nothing that is planned, comes on top or stands in brackets", () => {
    const list =
      "There are 3,000 workers in Ostrova (1,200 in Keldin), another 2,500 in Brack, and 2,000 in Sahlim; it will send 9,000 to Merrowe.";
    expect(found("told-total", `${list} Some 5,500 labourers work abroad.`)).toEqual([]);
  });
});

describe("toldCounts", () => {
  test("[U9] [U18] holds only totals of the document's own voice and of one time against each other", () => {
    const one = "At present 12,000 labourers work abroad.";
    expect(found("told-counts", `${one} Most are men. Some 20,000 labourers work overseas.`)).toHaveLength(1);
    expect(found("told-counts", `${one} According to the union, 20,000 labourers work overseas.`)).toEqual([]);
    expect(found("told-counts", `${one} In 2003 some 20,000 labourers worked overseas.`)).toEqual([]);
    expect(found("told-counts", `${one} Another 20,000 labourers will be sent overseas.`)).toEqual([]);
  });
});

describe("toldRevenue", () => {
  test("[U6] finds a revenue that no pay in the document could bring", () => {
    const [people, pay] = ["Some 10,000 labourers bring in", "A labourer earns $400 a month."];
    expect(found("told-revenue", `${people} $600 million a year. ${pay}`)).toMatchObject([
      { computed: "5,000 USD per worker and month" },
    ]);
    expect(found("told-revenue", `${people} $40 million a year. ${pay}`)).toEqual([]);
    expect(found("told-revenue", `${people} $600 million a year.`)).toEqual([]);
  });
});

describe("toldPeriods", () => {
  test("[U3] [U18] holds two times of one pay against each other, and not the pay of two people", () => {
    expect(found("told-periods", "She is paid 900 yuan a month, or 18,000 yuan a year.")).toMatchObject([
      { computed: "10,800 CNY per year" },
    ]);
    expect(found("told-periods", "She is paid 900 yuan a month, or 10,800 yuan a year.")).toEqual([]);
    expect(found("told-periods", "She is paid 900 yuan a month, and her brother 18,000 yuan a year.")).toEqual([]);
  });
});

describe("toldShares, impossibleToldShare and toldMean", () => {
  test("[U8] [U18] add up what divides one whole, and no answers of which people give several", () => {
    expect(found("told-shares", "The pay is divided into 60% for the state and 55% for the firm.")).toHaveLength(1);
    expect(found("told-shares", "Of them, 60% had no bed and 55% had no stove.")).toEqual([]);
    expect(found("impossible-told-share", "Some 140% of the workers were fined.")).toHaveLength(1);
    expect(found("impossible-told-share", "The number of workers rose by 140% of the workers of 2010.")).toEqual([]);
  });
  test("[U12] test means and shares of small samples in a text", () => {
    expect(found("told-mean", "On average 2.35 children (n = 12) lived with them.")).toHaveLength(1);
    expect(found("told-mean", "On average 2.33 children (n = 12) lived with them.")).toEqual([]);
    expect(found("told-mean", "A mean of 342.17 dollars (n = 12) was paid.")).toEqual([]);
  });
});

describe("noSpeakerTold and copiedText", () => {
  test("[U11] find figures that nobody answers for, and none that have a name or a reference", () => {
    expect(found("no-speaker-told", "It is estimated that 40,000 people left.")).toHaveLength(1);
    expect(
      found("no-speaker-told", "The ministry said 40,000 people left. It is believed to be more than 30,000 people."),
    ).toEqual([]);
    expect(found("no-speaker-told", "It is estimated that 40,000 people left.12")).toEqual([]);
    expect(found("no-speaker-told", "The harbour office said that an estimated 40,000 people left.")).toEqual([]);
  });
  test("[U17] a passage with a figure that stands in two documents has one origin", () => {
    const told =
      "the clerk of the quay wrote down the names of 412 men who had each paid for a place on the ship that left in March";
    expect(found("copied-text", `First: ${told}.`, `Then, years later, ${told}, and nothing else.`)).toHaveLength(1);
    expect(found("copied-text", `First: ${told}.`, "The clerk wrote down names. Of 412 men, each had paid.")).toEqual(
      [],
    );
  });
});

describe("bracketedConversion, of a stated rate", () => {
  test("[U7] holds a rate against the year that its sentence names, else against all years", () => {
    expect(found("bracketed-conversion", "In 2012 the firm paid 500 euros ($880) for each.")).toMatchObject([
      { explanation: expect.stringContaining("2012 had no such rate") },
    ]);
    expect(found("bracketed-conversion", "In 2012 the firm paid 500 euros ($640) for each.")).toEqual([]);
    expect(found("bracketed-conversion", "10 dirhams is about 9 dollars.")).toHaveLength(1);
    expect(found("bracketed-conversion", "10 dirhams is about 2.7 dollars.")).toEqual([]);
  });
});

describe("labelledTwice", () => {
  test("[U17] tells ages that are years apart, and no decade", () => {
    const labels = (a: string, b: string) => `“So.”\nW1 (${a})\n“No.”\nW1 (${b})\n`;
    expect(found("labelled-twice", labels("23, Female", "47, Female"))).toHaveLength(1);
    expect(found("labelled-twice", labels("23, Female", "26, Female"))).toEqual([]);
    expect(found("labelled-twice", labels("20s, Female", "47, Female"))).toEqual([]);
  });
});
