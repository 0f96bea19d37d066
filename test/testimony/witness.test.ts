import { describe, expect, test } from "vitest";
import { type Consent, consentState, consentTable } from "../../src/testimony/consent.ts";
import { witnessTable } from "../../src/testimony/witness.ts";
import { parseTable, writeTable } from "../../src/values/table.ts";

const witnesses = "id,source,letter,place,sector,protection,note\n";
const consents = "witness,use,given,how,language,conditions,date,withdrawn,review\n";

describe("witnessTable", () => {
  test("reads back what it writes", () => {
    const text = `${witnesses}nksc-2012-a,nksc-2012,A,gulf,construction,public report,\nnksc-2012-m,nksc-2012,M,,,protected,\n`;
    const parsed = parseTable(witnessTable, text);
    if (!parsed.ok) throw new Error("invalid witnesses");
    expect(
      writeTable(
        witnessTable,
        parsed.value.map(({ record }) => record),
      ),
    ).toBe(text);
  });

  test("[W1] refuses a name for a letter, and an id that is not source and letter", () => {
    const row = (id: string, letter: string) =>
      parseTable(witnessTable, `${witnesses}${id},nksc-2012,${letter},,,protected,\n`);
    const named = row("nksc-2012-kim", "Kim");
    expect(named.ok ? [] : named.issues).toMatchObject([
      { field: "letter", expected: "one or two capital letters, never a name" },
    ]);
    const other = row("kim", "M");
    expect(other.ok ? [] : other.issues).toMatchObject([
      { field: "id", expected: "nksc-2012-m: the source and the letter" },
    ]);
  });
});

describe("consentTable", () => {
  test("reads back what it writes", () => {
    const text = `${consents}a-m,paraphrase,yes,written,ko,"no town, no year",2013-01-02,2014-01-01,2015-01-01\na-m,public data set,no,,,,2013-01-02,,\n`;
    const parsed = parseTable(consentTable, text);
    if (!parsed.ok) throw new Error("invalid consents");
    expect(
      writeTable(
        consentTable,
        parsed.value.map(({ record }) => record),
      ),
    ).toBe(text);
  });

  test("refuses a withdrawal of what was never given, or before it was", () => {
    const row = (given: string, withdrawn: string) => {
      const parsed = parseTable(consentTable, `${consents}a-m,paraphrase,${given},,,,2013-01-02,${withdrawn},\n`);
      return parsed.ok ? [] : parsed.issues.map((issue) => issue.field);
    };
    expect([row("no", "2014-01-01"), row("yes", "2012-01-01"), row("yes", "2014-02-30"), row("maybe", "")]).toEqual([
      ["withdrawn"],
      ["withdrawn"],
      ["withdrawn"],
      ["given"],
    ]);
  });
});

describe("consentState(consents, witness, use)", () => {
  const consent = (fields: Partial<Consent>): Consent => ({
    kind: "consent",
    witness: "a-m",
    use: "paraphrase",
    given: true,
    date: "2013-01-02",
    ...fields,
  });

  test("[W2] tells given from not asked, refused and withdrawn, by the latest answer", () => {
    const given = consent({});
    const refused = consent({ given: false, date: "2014-01-01" });
    expect(consentState([given], "a-m", "paraphrase")).toBe("given");
    expect(consentState([given], "a-n", "paraphrase")).toBe("not asked");
    expect(consentState([given], "a-m", "public data set")).toBe("not asked");
    expect(consentState([refused, given], "a-m", "paraphrase")).toBe("refused");
    expect(consentState([consent({ withdrawn: "2013-02-01" })], "a-m", "paraphrase")).toBe("withdrawn");
  });
});
