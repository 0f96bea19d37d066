import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatPackage } from "../../src/cases/format-package.ts";
import { parsePackage } from "../../src/cases/parse-package.ts";
import { writePackage } from "../../src/cases/write-package.ts";
import { describeIssue } from "../../src/values/issue.ts";
import { REPORT, SAMPLE_ACCOUNT, samplePackage } from "./sample-package.ts";

const files = writePackage(samplePackage());

/** The sample's files with some replaced; an empty text takes a file out. */
function withFiles(changes: Readonly<Record<string, string>>): Map<string, string> {
  const changed = new Map([...files, ...Object.entries(changes)]);
  for (const [path, text] of changed) if (text === "") changed.delete(path);
  return changed;
}

function problems(changes: Readonly<Record<string, string>>): readonly string[] {
  const parsed = parsePackage(withFiles(changes));
  return parsed.ok ? [] : parsed.issues.map(describeIssue);
}

const textOf = (path: string) => files.get(path) ?? "";
const edited = (path: string, from: string | RegExp, to: string) => ({ [path]: textOf(path).replace(from, to) });

describe("parsePackage(files)", () => {
  test("[P1] [P2] gives back the package that was written", () => {
    expect(parsePackage(files)).toEqual({ ok: true, value: samplePackage() });
  });

  test("[P1] tells everything that is wrong, in every file, at once", () => {
    const found = problems({
      ...edited("sources.csv", ",report,", ",leaflet,"),
      ...edited("claims.csv", "5000,5000", "5000,4999"),
      ...edited("parties.csv", ",state,", ",realm,"),
      ...edited("datapackage.json", '"sample"', '"A Sample"'),
      "account.yaml": "years: [1985\n",
      "notes.doc": "x",
    });
    const named = found.map((line) => line.split(/[:,]/)[0]);
    expect(new Set(named)).toEqual(
      new Set(["sources.csv", "claims.csv", "parties.csv", "datapackage.json", "account.yaml", "notes.doc"]),
    );
    expect(found).toContain('claims.csv, row 3, high "4999": expected a number not below low 5000');
  });

  test("[P3] refuses unknown files and texts that no source names", () => {
    expect(problems({ "claims.csv.bak": "x" })[0]).toMatch(
      /^claims\.csv\.bak: expected no other files than datapackage\.json/,
    );
    expect(problems({ "texts/other.txt": "x" })[0]).toMatch(/^texts\/other\.txt: expected no other files/);
    expect(problems({ "../claims.csv": "x" })).toHaveLength(1);
  });

  test("[P3] refuses a package without a file that it needs or lists", () => {
    expect(parsePackage(new Map())).toMatchObject({ ok: false, issues: [{}, {}, {}, {}] });
    expect(problems({ "witnesses.csv": "" })).toContain(
      "witnesses.csv: expected this file, which datapackage.json lists",
    );
    expect(problems({ "texts/report.txt": "" })).toContain(
      'sources.csv, row 3, file "texts/report.txt": expected a file of this package',
    );
  });

  test("[P4] refuses byte order marks, carriage returns and tables cut short, in every file", () => {
    for (const path of files.keys()) {
      expect(problems({ [path]: `\uFEFF${textOf(path)}` }), path).not.toEqual([]);
      if (path !== "datapackage.json")
        expect(problems({ [path]: textOf(path).replaceAll("\n", "\r\n") }), path).not.toEqual([]);
      if (path.endsWith(".csv")) expect(problems({ [path]: textOf(path).slice(0, -1) }), path).not.toEqual([]);
    }
  });

  test("[P7] refuses a chain of custody that was altered", () => {
    expect(problems(edited("custody.csv", "archivist", "somebody"))[0]).toMatch(/^custody\.csv, row 2, entry/);
  });

  test("[P8] refuses claims, witnesses, consents and decisions of what is not there", () => {
    expect(problems(edited("claims.csv", /cf\w+,press-2014/, ",press-2015"))[0]).toBe(
      'claims.csv, row 2, source "press-2015": expected id of a row in sources.csv',
    );
    expect(
      problems(
        edited(
          "claims.csv",
          /c\w+,report-2013,p. 1,,,,,,witness:report-2013-m/,
          ",report-2013,p. 1,,,,,,witness:report-2013-x",
        ),
      )[0],
    ).toBe(
      'claims.csv, row 4, stated_by "witness:report-2013-x": expected witness: and the id of a row in witnesses.csv',
    );
    expect(
      problems(edited("witnesses.csv", "report-2013-m,report-2013", "report-2014-m,report-2014")).map(
        (line) => line.split(" ")[3],
      ),
    ).toEqual(["source", "witness", "stated_by"].map((field) => expect.stringContaining(field)));
    expect(problems(edited("decisions.csv", /accepted,c\w+/, "accepted,c000000000000"))[0]).toContain(
      "id of a row in claims.csv",
    );
    expect(problems(edited("claims.csv", /,,(c\w{12}),/, ",,c000000000000,"))[0]).toContain(
      "ids of claims in claims.csv",
    );
    expect(problems(edited("policies.yaml", "source: report-2013", "source: nobody"))[0]).toContain("policies.yaml");
  });

  test("[P9] refuses a text that is not the one that was digested, and a passage that is not there", () => {
    const found = problems({ "texts/report.txt": REPORT.replace("5,000", "6,000") });
    expect(found[0]).toMatch(/^sources\.csv, row 3, text_sha256/);
    expect(found[1]).toMatch(/^claims\.csv, row 3, start "41": expected the passage that was digested; other words/);
  });

  test("[O3] refuses claims that derive from each other", () => {
    const pkg = samplePackage();
    const [copy, root, ...rest] = pkg.claims;
    if (copy === undefined || root === undefined) throw new Error("invalid sample");
    const circular = { ...pkg, claims: [copy, { ...root, derivedFrom: [copy.id] }, ...rest] };
    const parsed = parsePackage(writePackage(circular));
    expect(parsed.ok ? [] : parsed.issues.map((issue) => issue.row)).toEqual([2, 3]);
  });

  test("refuses an account whose names, formulas or units do not hold, with the line", () => {
    const wrong = SAMPLE_ACCOUNT.replace("anchor: 2012\n", "").replace("[500, 8000]", "[8000, 500]");
    expect(problems({ "account.yaml": wrong })).toEqual([
      "account.yaml, anchor: expected this field, a number",
      "account.yaml, row 6, measures.0.prior.default: expected low below high",
    ]);
    const formula = `${SAMPLE_ACCOUNT}  - {id: bill, name: Bill, unit: USD, over: [year], formula: monthz * 2}\n`;
    expect(problems({ "account.yaml": formula })[0]).toMatch(/^account\.yaml, row 8, measures.1.formula "?monthz/);
  });

  test("refuses YAML with its line, and policies with their field", () => {
    expect(problems({ "account.yaml": "years: 1\nplaces: [\nregions: 2\n" })[0]).toMatch(/^account\.yaml, row \d/);
    const policy =
      "- id: ban\n  name: A ban\n  from: sometime\n  scope: world\n  text: x\n  colour: red\n- {id: ban}\n";
    const found = problems({ "policies.yaml": policy });
    expect(found).toContain("policies.yaml, row 3, 0.from: expected a date such as 2017 or 2017-12-22");
    expect(found.some((line) => line.includes("none but the keys id, name"))).toBe(true);
  });

  test("refuses keys of datapackage.json that it would lose", () => {
    expect(problems(edited("datapackage.json", '"version"', '"colour": "red", "version"'))[0]).toMatch(
      /^datapackage\.json "colour"|colour/,
    );
    expect(problems(edited("datapackage.json", '"invented": true,', ""))[0]).toContain("invented");
    expect(problems({ "datapackage.json": "{" })[0]).toContain("JSON that can be read");
  });

  test("tells at most a thousand mistakes, and how many more there are", () => {
    const rows = Array.from({ length: 3000 }, () => "x").join("\n");
    expect(problems({ "parties.csv": `id,name,type,country,note\n${rows}\n` })).toHaveLength(1001);
  });

  test("never throws, whatever becomes of the files", () => {
    const paths = [...files.keys()];
    const bits = fc.constantFrom(
      "",
      ",",
      '"',
      "\n",
      "\r",
      "\uFEFF",
      "\ud800",
      "\u0000",
      "[",
      "{",
      "&a",
      "*a",
      "9",
      "c",
      "x".repeat(2000),
    );
    fc.assert(
      fc.property(fc.constantFrom(...paths), fc.nat(), fc.nat(40), bits, (path, at, length, bit) => {
        const text = textOf(path);
        const start = at % (text.length + 1);
        const parsed = parsePackage(
          new Map([...files, [path, text.slice(0, start) + bit + text.slice(start + length)]]),
        );
        if (!parsed.ok) return parsed.issues.length > 0;
        const written = writePackage(parsed.value);
        expect(parsePackage(written)).toEqual(parsed);
        return true;
      }),
      { numRuns: 400 },
    );
  });
});

describe("writePackage(pkg)", () => {
  test("[P2] writes the same bytes again, whatever the order of the records", () => {
    const pkg = samplePackage();
    const shuffled = { ...pkg, sources: pkg.sources.toReversed(), claims: pkg.claims.toReversed() };
    expect([...writePackage(shuffled)]).toEqual([...files]);
    const parsed = parsePackage(files);
    if (!parsed.ok) throw new Error("invalid sample");
    expect([...writePackage(parsed.value)]).toEqual([...files]);
  });

  test("[P5] keeps YAML, texts and the read-me byte for byte", () => {
    const account = `# a comment\n${SAMPLE_ACCOUNT.replace("years: ", "years:   ")}\n\n# the end   # spaces\n`;
    const parsed = parsePackage(withFiles({ "account.yaml": account, "README.md": "no line end" }));
    if (!parsed.ok) throw new Error("invalid sample");
    const written = writePackage(parsed.value);
    expect([written.get("account.yaml"), written.get("README.md"), written.get("texts/report.txt")]).toEqual([
      account,
      "no line end",
      REPORT,
    ]);
  });

  test("writes no file for a table without rows, save sources and claims", () => {
    const empty = {
      sources: [],
      custody: [],
      witnesses: [],
      consents: [],
      claims: [],
      decisions: [],
      parties: [],
      policies: [],
    };
    const written = writePackage({ ...samplePackage(), ...empty, files: new Map([["account.yaml", SAMPLE_ACCOUNT]]) });
    expect([...written.keys()]).toEqual(["datapackage.json", "sources.csv", "claims.csv", "account.yaml"]);
    expect(parsePackage(written).ok).toBe(true);
  });

  test("describes its tables as Frictionless resources, keys included", () => {
    const described = JSON.parse(textOf("datapackage.json"));
    expect(described.resources.map((resource: { path: string }) => resource.path).sort()).toEqual(
      [...files.keys()].filter((path) => !["datapackage.json", "README.md"].includes(path)).sort(),
    );
    const claims = described.resources.find((resource: { name: string }) => resource.name === "claims");
    expect(claims.schema.primaryKey).toEqual(["id"]);
    expect(claims.schema.foreignKeys).toEqual([{ fields: "source", reference: { resource: "sources", fields: "id" } }]);
    expect(claims.schema.fields.find((field: { name: string }) => field.name === "low")).toMatchObject({
      type: "number",
    });
  });
});

describe("formatPackage(files)", () => {
  test("[C2] fills in ids, puts rows in order and undoes what a spreadsheet does to a table", () => {
    const lines = textOf("claims.csv").replace(/\n(c\w{12}),report-2013,p. 1,41/, "\n,report-2013,p. 1,41");
    const saved = withFiles({
      "claims.csv": `\uFEFF${lines}`.replaceAll("\n", "\r\n"),
      "datapackage.json": textOf("datapackage.json").replace(/\s+/g, " "),
    });
    const formatted = formatPackage(saved);
    expect(formatted.ok && [...formatted.value]).toEqual([...files]);
  });

  test("changes nothing in canonical files", () => {
    expect(formatPackage(files)).toEqual({ ok: true, value: files });
  });
});
