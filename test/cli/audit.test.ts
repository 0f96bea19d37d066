import { readFileSync } from "node:fs";
import { cp, readFile, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { AUDIT_GRADES, SURENESSES } from "../../src/audits/audit-finding.ts";
import { AUDIT_RULES } from "../../src/audits/rules/index.ts";
import { TEXT_RULES } from "../../src/audits/text-rules/index.ts";
import { type Desk, openDesk } from "./command.ts";

const EXAMPLE = resolve("cases/example");
let desk: Desk;

beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.clear());

/** What `--json` promises of every finding, whatever rule found it. */
const Contract = z.object({
  rule: z.string().min(1),
  grade: z.enum(AUDIT_GRADES),
  sure: z.enum(SURENESSES),
  passages: z
    .array(z.object({ file: z.string().min(1), start: z.number().int().nullable(), end: z.number().int().nullable() }))
    .min(1),
  stated: z.string(),
  computed: z.string(),
  tolerance: z.string().min(1),
  explanation: z.string().min(10),
});

/** One document of all the texts with slips that the rules are measured on. */
function planted(): string {
  const sets: readonly { readonly texts: readonly string[]; readonly slips: readonly string[] }[] = JSON.parse(
    readFileSync(resolve("test/audits/labelled/texts.json"), "utf8"),
  );
  return sets
    .filter(({ slips }) => slips.length > 0)
    .flatMap(({ texts }) => texts)
    .join("\n\n");
}

const lines = (out: string): unknown[] =>
  out
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));

describe("tributary audit", () => {
  test("prints the findings of a case folder: claims, sums, what is allowed for, the explanation", async () => {
    const { code, out, err } = await desk.tributary("audit", EXAMPLE);
    expect(code, err).toBe(0);
    expect(out).toContain("Chain of deductions · inconsistent · certain");
    expect(out).toContain("6,000 × (1 − 40 %) = 3,600; 3,600 × (1 − 30 %) = 2,520; 2,520 × (1 − 20 %) = 2,016");
    expect(out).toContain("allowed for: half the last digit");
    expect(err).toBe("17 findings, 6 of them decision-changing\n");
  });

  test("--json prints one finding a line, in a shape that pipes can trust", async () => {
    const { out } = await desk.tributary("audit", EXAMPLE, "--json", "--rule", "parts-and-total");
    expect(lines(out)).toEqual([
      {
        id: expect.stringMatching(/^f[0-9a-f]{12}$/),
        rule: "parts-and-total",
        grade: "inconsistent",
        sure: "certain",
        cause: "parts exceed total",
        passages: expect.arrayContaining([
          { file: "aldren-2013", start: 572, end: 652, claim: "cc06d2adf4dbc" },
          { file: "aldren-2013", start: 2593, end: 2626, claim: "cd1bc95575d1a" },
        ]),
        tested: ["cc06d2adf4dbc"],
        against: expect.arrayContaining(["cd1bc95575d1a"]),
        copies: [],
        stated: "26,000–28,000 persons",
        computed: "32,000–34,500 persons",
        amounts: {
          stated: { low: 26_000, high: 28_000, unit: "persons" },
          computed: { low: 32_000, high: 34_500, unit: "persons" },
        },
        tolerance: expect.any(String),
        explanation: expect.stringContaining("32,000–34,500"),
        readings: [
          {
            name: "sum of the parts",
            steps: ["13,000–15,000 + 5,000 + 2,000 + 4,000 + 7,000 + 1,000–1,500 = 32,000–34,500"],
            computed: { low: 32_000, high: 34_500, unit: "persons" },
            agrees: false,
          },
        ],
        status: "open",
      },
    ]);
  });

  test("[U14] reads a stored case; a decision in it holds, and --open leaves it out", async () => {
    const folder = join(desk.folder, "example");
    await desk.tributary("import", EXAMPLE);
    const all = await desk.tributary("audit", "--case", "example", "--json");
    expect(lines(all.out)).toHaveLength(17);
    const [first] = lines(all.out);
    if (typeof first !== "object" || first === null || !("id" in first)) throw new Error("invalid finding");
    await cp(EXAMPLE, folder, { recursive: true });
    const path = join(folder, "decisions.csv");
    const row = `2022-01-01,R. Holm,dismissed,${first.id},,already known\n`;
    await writeFile(path, (await readFile(path, "utf8")) + row);
    const open = await desk.tributary("audit", folder, "--json", "--open");
    expect(open.code, open.err).toBe(0);
    expect(lines(open.out)).toHaveLength(16);
    expect((await desk.tributary("audit", folder)).out).toContain("dismissed by R. Holm: already known");
  });

  test("reads documents, and prints what cannot be right in their words, as text and one object a line", async () => {
    const path = resolve("cases/example/texts/aldren-2013.txt");
    const { code, out, err } = await desk.tributary("audit", path);
    expect(code, err).toBe(0);
    expect(out).toContain("no one reading fits both");
    expect(out).toContain("allowed for: half the last digit");
    const [finding, ...others] = lines((await desk.tributary("audit", path, "--json")).out);
    expect(others).toEqual([]);
    expect(finding).toEqual({
      id: expect.stringMatching(/^f[0-9a-f]{12}$/),
      rule: "told-chain",
      grade: "inconsistent",
      sure: "certain",
      passages: expect.arrayContaining([{ file: path, start: 4386, end: 4404 }]),
      stated: "140–150 USD per month",
      computed: "168 USD per month",
      tolerance: expect.any(String),
      explanation: expect.stringContaining("about 2,000 USD per year"),
      steps: expect.arrayContaining(["one after another: 6,000 × (1 − 40 %) = 3,600"]),
    });
    const missing = await desk.tributary("audit", path, "nowhere.pdf");
    expect(missing.code).toBe(1);
    expect(missing.out).toContain("no one reading fits both");
    expect(missing.err).toContain("1 of 2 files could not be read");
  });

  test("[U20] --case audits the words of a copy that was attached, and a decision on them holds", async () => {
    await desk.tributary("import", EXAMPLE);
    const all = await desk.tributary("audit", "--case", "example", "--json", "--rule", "told-chain");
    expect(lines(all.out)).toMatchObject([
      {
        rule: "told-chain",
        status: "open",
        passages: expect.arrayContaining([{ file: "aldren-2013", start: 4386, end: 4404 }]),
      },
    ]);
    const folder = await desk.tributary("audit", EXAMPLE, "--json", "--rule", "told-chain");
    expect(lines(folder.out)).toEqual(lines(all.out));
  });

  test("every finding of every kind has the fields that pipes rely on, in this shape", async () => {
    const texts = join(desk.folder, "slips.txt");
    await writeFile(texts, planted());
    const found = [
      ...lines((await desk.tributary("audit", EXAMPLE, "--json")).out),
      ...lines((await desk.tributary("audit", resolve("cases/dprk"), "--json")).out),
      ...lines((await desk.tributary("audit", texts, "--json")).out),
    ].map((line) => Contract.parse(line));
    const rules = new Set(found.map(({ rule }) => rule));
    const quiet = [...AUDIT_RULES, ...TEXT_RULES].map(({ id }) => id).filter((id) => !rules.has(id));
    // These have nothing in the shipped cases and need two documents or a claim that no case has.
    expect(quiet.length).toBeLessThanOrEqual(9);
  });

  test("[U21] --html writes a report beside what is printed, of documents and of a case", async () => {
    const path = resolve("cases/example/texts/aldren-2013.txt");
    const { code, out, err } = await desk.tributary("audit", path, "--html", "report.html");
    expect(code, err).toBe(0);
    expect(out).toContain("no one reading fits both");
    expect(err).toContain("The report is in report.html");
    const html = await readFile(join(desk.folder, "report.html"), "utf8");
    expect(html).toContain("<h1>Audit of aldren-2013.txt</h1>");
    expect(html).toMatch(/<mark>140 to 150 dollars<\/mark>/);
    expect(html).toContain("6,000 × (1 − 40 %) = 3,600");
    await desk.tributary("audit", EXAMPLE, "--html", "case.html");
    const ofCase = await readFile(join(desk.folder, "case.html"), "utf8");
    expect(ofCase.match(/<article /g)).toHaveLength(17);
    const refused = await desk.tributary("audit", path, "--html", "nowhere/report.html");
    expect(refused.code).toBe(1);
    expect(refused.err).toContain("The report cannot be written");
  });

  test("refuses a rule that there is not, and names those there are", async () => {
    const { code, err } = await desk.tributary("audit", EXAMPLE, "--rule", "astrology");
    expect(code).toBe(2);
    for (const { id } of AUDIT_RULES) expect(err).toContain(id);
  });
});
