import { describe, expect, test } from "vitest";
import { auditTexts } from "../../../src/audits/audit-texts.ts";
import { clockSpans } from "../../../src/audits/clock-span.ts";

const found = (text: string) => auditTexts([{ id: "a", text }]).filter(({ rule }) => rule === "timetable");

describe("clockSpans", () => {
  test("reads an hour with its part of the day one way, and one without both ways", () => {
    expect(clockSpans("from 5 in the morning to 10 at night")).toEqual([{ from: 5, to: 22 }]);
    expect(clockSpans("from 10 p.m. to 4 a.m.")).toEqual([{ from: 22, to: 28 }]);
    expect(clockSpans("from 08:30 to 17:00")).toEqual([{ from: 8.5, to: 17 }]);
    expect(clockSpans("from 7 to 12")).toEqual([
      { from: 7, to: 12 },
      { from: 7, to: 24 },
      { from: 19, to: 24 },
      { from: 19, to: 36 },
    ]);
    expect(clockSpans("from 31 to 33")).toEqual([]);
  });
});

describe("timetable", () => {
  test("[U19] finds a day that is too long, a clock that gives less, and sleep during work", () => {
    expect(found("They work 15 hours a day, study four hours and sleep six hours.")).toMatchObject([
      { stated: "15 + 4 + 6 hours a day", steps: ["15 + 4 + 6 = 25 > 24"] },
    ]);
    expect(found("The shift lasts from 7 a.m. to 6 p.m., 14 hours a day.")).toMatchObject([{ computed: "11 hours" }]);
    expect(found("We work from 5 a.m. to 11 p.m. We sleep from 9 p.m. to 4 a.m.")).toMatchObject([
      { computed: "2 hours at once" },
    ]);
  });
  test("[U19] finds weeks and months that hold less than is printed", () => {
    expect(found("They work 170 hours a week.")).toHaveLength(1);
    expect(found("He worked nine hours a day, six days a week, 70 hours a week.")).toMatchObject([
      { computed: "54 hours per week" },
    ]);
  });
  test("[U19] lets a day stand that one reading makes possible, meals in work, other days and other people", () => {
    for (const text of [
      "We work from 7 to 12. We sleep from 9 to 5.",
      "We work from 5 a.m. to 11 p.m. We eat from 12 to 1.",
      "We work from 6 in the morning to 8 at night. On Sundays we sleep from 10 at night to 9 in the morning.",
      "They work 14 hours a day and sleep five hours.",
      "He worked nine hours a day, six days a week, 54 hours a week.",
      "Sometimes we worked from 5 a.m. to 11 p.m., 20 hours a day.",
    ])
      expect(found(text), text).toEqual([]);
  });
});
