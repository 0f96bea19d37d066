import { describe, expect, test } from "vitest";
import { auditTexts } from "../../src/audits/audit-texts.ts";
import { TEXT_RULES } from "../../src/audits/text-rules/index.ts";
import { codePointSlice } from "../../src/values/code-points.ts";
import { filesUnder } from "../repository/tree.ts";

/** What one rule finds in a text. */
const found = (rule: string, text: string) => auditTexts([{ id: "a", text }]).filter((one) => one.rule === rule);

/** The words of a finding's passages. */
const words = (rule: string, text: string) =>
  found(rule, text).flatMap(({ passages }) => passages.map(({ start, end }) => codePointSlice(text, start, end)));

describe("every rule over texts", () => {
  test("stands in a file named after it", () => {
    const files = filesUnder("src/audits/text-rules").map(({ path }) => path.split("/").at(-1)?.replace(".ts", ""));
    expect([...TEXT_RULES.map(({ id }) => id), "index"].sort()).toEqual(files.sort());
  });
  test.each(TEXT_RULES)("$id says what it checks and finds nothing in nothing", (rule) => {
    expect([rule.name, rule.checks, rule.tolerance, rule.citation].every((said) => said.length > 3)).toBe(true);
    expect(found(rule.id, "")).toEqual([]);
    expect(
      found(rule.id, "𝟙 Some 5,000 people worked there in 2012, and each was paid about 200 dollars a month."),
    ).toEqual([]);
  });
});

describe("malformedNumber", () => {
  const rule = "malformed-number";
  test("[U16] finds lost digits, magnitudes in the wrong order, splits that do not add up, ranges that run backwards", () => {
    expect(words(rule, "𝟙 Of them 00% belonged.")).toEqual(["00%"]);
    expect(words(rule, "He earns thousand hundred dollars.")).toEqual(["thousand hundred"]);
    expect(words(rule, "It was 7:8 or 8:2, they say.")).toEqual(["7:8 or 8:2"]);
    expect(words(rule, "They keep 90–70% of it.")).toEqual(["90–70%"]);
  });
  test("[U16] lets round shares, hundreds of thousands, times of day and splits that add up stand", () => {
    for (const text of [
      "100% and 0% and 2,000 % and 5.00% of them",
      "a hundred thousand, some thousand, hundred-dollar notes, two million hundred-dollar notes",
      "from 7:30 to 8:20 and 9:00 to 10:00 p.m.",
      "It was 7:3 or 8:2, and the teams drew 2:2 and 3:1.",
      "between 70–90% and 2012–13",
    ])
      expect(words(rule, text), text).toEqual([]);
  });
});

describe("labelledTwice", () => {
  const rule = "labelled-twice";
  test("[U17] finds a letter whose countries or sexes exclude each other", () => {
    const text = "“One.”\nN (Male, Russia, Yemen)\n“Two.”\nN ( Male, Kuwait) \n“Three.”\nO (Male, Kuwait)\n";
    expect(found(rule, text)).toMatchObject([{ stated: "N (Male, Russia, Yemen) · N ( Male, Kuwait)" }]);
    expect(found(rule, "A (male, Russia)\nA (female, Russia)\n")).toHaveLength(1);
  });
  test("[U17] lets spellings, ages, missing places and other letters stand", () => {
    const text = "P (Male, Czech)\nP (Male, The Czech Republic)\nP (52, Male, Czeck)\nP ( Male)\nQ (Female, China)\n";
    expect(found(rule, text)).toEqual([]);
    expect(found(rule, "UN (see the annex)\nThe plan (A) and plan (B)\n")).toEqual([]);
  });
});

describe("repeatedTestimony", () => {
  const rule = "repeated-testimony";
  const told =
    "We slept four to a container beside the site, and there was no water in winter because the pipe froze, so we melted snow.";
  const other = "The cook came on Mondays with rice and soup for everybody who had handed in the week before.";
  test("[U17] finds a passage that stands twice, and two witnesses who are given for it", () => {
    expect(
      found(rule, `“${told}”\nF (Male, Russia)\n${other}\n“${told.toUpperCase()}”\nF (Male, Russia)`),
    ).toMatchObject([{ grade: "inconsistent", passages: [{ start: 1 }, {}] }]);
    expect(found(rule, `“${told}”\nF (Male, Russia)\n${other}\n“${told}”\nG (Male, Russia)`)).toMatchObject([
      { grade: "decision-changing" },
    ]);
  });
  test("[U17] lets turns of phrase and the notices of a website stand", () => {
    expect(found(rule, `${other} We slept four to a container. So did they: we slept four to a container.`)).toEqual(
      [],
    );
    const notice =
      "To read the full story start your free trial today and get unlimited access to all that we have ever printed anywhere.";
    expect(found(rule, `${notice} ${other} ${notice}`)).toEqual([]);
  });
});

describe("bracketedConversion", () => {
  const rule = "bracketed-conversion";
  test("[U7] finds a conversion of one end, and one at a rate that never was", () => {
    expect(found(rule, "It makes $100-200 million (about 170 million euros) a year.")).toMatchObject([
      { explanation: expect.stringContaining("upper end") },
    ]);
    expect(found(rule, "It costs 2,000 euros ($9,000) here.")).toMatchObject([{ grade: "decision-changing" }]);
  });
  test("[U7] lets a conversion of both ends, a point, and a bracket about something else stand", () => {
    expect(found(rule, "Between 2,000 and 5,000 euros ($2,350-5,877) a piece.")).toEqual([]);
    expect(found(rule, "They were paid 500 yuan ($70) a month.")).toEqual([]);
    expect(found(rule, "They were paid 500 yuan (and in a good month twice that). Later came 300 dollars.")).toEqual(
      [],
    );
  });
});

describe("lostMagnitude", () => {
  const rule = "lost-magnitude";
  test("[U6] finds a country's earnings of a few dollars", () => {
    expect(
      found(rule, "Abroad there are 60-100,000 workers. The earnings are thought to be about $150-230 USD per year."),
    ).toHaveLength(1);
  });
  test("[U6] lets pay of one person and sums that could be stand", () => {
    expect(found(rule, "Some 60,000 people work abroad. A worker earns $1,500 per year.")).toEqual([]);
    expect(
      found(rule, "Some 60,000 people work abroad. Estimates place the earnings at $150 million per year."),
    ).toEqual([]);
    expect(found(rule, "The farm employs 12 people. Its earnings are $900 per year.")).toEqual([]);
  });
});

describe("toldChain", () => {
  const rule = "told-chain";
  const shares = "The state takes 40% of it. Out of the rest the agency takes 30%, and 20% is taken by the embassy.";
  test("[U1] finds a result that no reading leads to, in whichever order it is told", () => {
    const [finding] = found(
      rule,
      `In Kuwait a worker earns $6,000 per year. ${shares} He is left with about $100 per month.`,
    );
    expect(finding).toMatchObject({ stated: "100 USD per month", computed: "150 USD per month" });
    expect(finding?.passages).toHaveLength(5);
    const told =
      "My pay in hand is 360 dirhams. By contract the wage is 1,200 dirhams; of this 700 dirhams is taken at once, and 100 dirhams goes to the office as fees. (A dirham bought 25 cents.)";
    expect(found(rule, told)).toMatchObject([{ stated: "360 AED", computed: "400 AED", sureness: "likely" }]);
  });
  test("[U1] [U2] lets a chain stand that one reading leads to, rounded or not", () => {
    for (const left of ["$168 per month", "$150 per month", "about $2,000 per year", "$600 per year"])
      expect(found(rule, `A worker earns $6,000 per year. ${shares} He is left with ${left}.`), left).toEqual([]);
  });
  test("[U1] takes prices, other currencies, a single deduction and other people's pay for no chain", () => {
    for (const text of [
      "A worker earns $500 a month. Rice costs $20 and shoes cost $30. He is left with $100 a month.",
      "A worker earns $500 a month. The state takes 40%. He is left with $100 a month.",
      "A worker earns $500 a month. The state takes 40% and the embassy takes 900 roubles. He is left with $100 a month.",
      "The state takes 40% and the embassy takes 20%. Somebody else earns $900 a month.",
    ])
      expect(found(rule, text), text).toEqual([]);
  });
});

describe("sameDigits", () => {
  const rule = "same-digits";
  test("[U5] finds a range that stands with another magnitude, and offers 억", () => {
    const [finding] = found(rule, "Profits come to 1.5–2.3 billion dollars. Later: 150 to 230 million USD a year.");
    expect(finding).toMatchObject({ grade: "decision-changing" });
    expect(finding?.explanation).toContain("억");
  });
  test("[U5] lets the same range twice, round ranges, other units and other digits stand", () => {
    for (const text of [
      "150 to 230 million USD, and again $150-230 million.",
      "20,000 to 30,000 workers in China; 2,000 to 3,000 workers in Qatar.",
      "150 to 230 dollars a month; 1,500 to 2,300 yuan.",
      "150 to 230 million dollars; 1.2 to 2.3 billion dollars.",
    ])
      expect(found(rule, text), text).toEqual([]);
  });
});
