import { readFile, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sha256Hex } from "../../src/values/digest.ts";
import { bytesOf, docx, encode, pdf } from "../readers/made-files.ts";
import { type Desk, openDesk } from "./command.ts";

const RUSSIAN = "Рабочие садов получали тысячу двести крон в месяц, а себе оставляли не более трети этого.";

let desk: Desk;

beforeAll(async () => {
  desk = await openDesk();
  await desk.keepOpen();
  await desk.tributary("import", resolve("cases/example"));
  const files = {
    "wages.pdf": pdf([["They were paid 1,200 crowns."], ["Of these they kept a third."]], ""),
    "orchards.docx": docx(),
    "again.docx": docx(),
    "russian.txt": encode(RUSSIAN, "windows-1251"),
    "broken.pdf": bytesOf("%PDF-1.4 and nothing"),
    "named-wrong.txt": docx(),
  };
  for (const [name, bytes] of Object.entries(files)) await writeFile(join(desk.folder, name), bytes);
});
afterAll(() => desk.clear());

describe("tributary read", () => {
  test("[D3] tells of each file what it is, and at the end what failed and why", async () => {
    const { code, out, err } = await desk.tributary("read", "wages.pdf", "broken.pdf", "gone.pdf", "russian.txt");
    expect(code).toBe(1);
    expect(out).toMatch(/wages\.pdf: application\/pdf, 2 pages, \d+ characters, en\n {2}sha256 [0-9a-f]{64}/);
    expect(out).toContain("p. 2: Of these they kept a third.");
    expect(out).toMatch(/russian\.txt: text\/plain, windows-1251, no parts, \d+ characters, ru/);
    expect(out).toContain("taken as windows-1251, by its letters");
    expect(err).toContain("2 of 4 files read; 2 could not be.");
    expect(err).toMatch(/broken\.pdf: expected a whole PDF; this one is damaged/);
    expect(err).toContain("gone.pdf is not there");
  });
  test("--json gives text, parts and digests; a duplicate and a wrong name are told", async () => {
    const { code, out, err } = await desk.tributary("read", "--json", "orchards.docx", "again.docx", "named-wrong.txt");
    expect(code, err).toBe(0);
    const { read, failed, repeated } = JSON.parse(out);
    expect(failed).toEqual([]);
    expect(read[0]).toMatchObject({ format: "docx", title: "Orchard pay", length: [...read[0].text].length });
    expect(read[0].textSha256).toBe(sha256Hex(read[0].text));
    expect(read[1].duplicateOf).toBe("orchards.docx");
    expect(read[2].notes[0]).toContain("Its name says plain text; its bytes are a DOCX");
    expect(repeated).toEqual({ passages: [], overlaps: [] });
    expect(read[0].quantities.map(({ text }: { text: string }) => text).join(" | ")).toContain("1,200");
  });
  test("--quantities --json gives one object a line, with the fields that the documents name", async () => {
    const { out } = await desk.tributary("read", "--quantities", "--json", "wages.pdf");
    const lines = out
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(lines[0]).toMatchObject({
      file: "wages.pdf",
      part: "p. 1",
      low: 1200,
      high: 1200,
      approximate: false,
      vague: false,
    });
    expect(Object.keys(lines[0])).toEqual(expect.arrayContaining(["start", "end", "text", "unit", "per"]));
  });
  test("--quantities --json says of each what the claim proposed from it says; what is not said is absent", async () => {
    const text =
      "According to the Quill Institute, 900 North Korean loggers were working in Russia in 2012.\n\nHe ate 3 eggs.";
    await writeFile(join(desk.folder, "loggers.txt"), text);
    const { out } = await desk.tributary("read", "--quantities", "--json", "loggers.txt");
    const [first, second] = out
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(first).toMatchObject({
      measure: "workers",
      place: ["RU"],
      region: [],
      occupation: "logging",
      period: "2012",
      speaker: "Quill Institute",
      basis: "unknown",
      modality: "asserted",
    });
    expect(second).toMatchObject({ place: [], basis: "unknown", modality: "asserted" });
    for (const field of ["measure", "occupation", "period", "speaker"]) expect(second).not.toHaveProperty(field);
  });
  test("lists the first proposals of a document; --proposals lists all, with --json one object a line", async () => {
    const sentence = (n: number) => `In 2012 there were ${n}00 North Korean workers in Kuwait.`;
    await writeFile(join(desk.folder, "counts.txt"), [1, 2, 3, 4, 5, 6].map(sentence).join("\n"));
    const short = await desk.tributary("read", "counts.txt");
    expect(short.out).toContain("6 claims proposed, 6 of them on a measure of the case; the first 5 are:");
    expect(short.out).toContain("“500” · workers · KW · 2012");
    expect(short.out).not.toContain("“600”");
    expect((await desk.tributary("read", "counts.txt", "--proposals")).out).toContain("“600” · workers · KW · 2012");
    const lines = (await desk.tributary("read", "counts.txt", "--proposals", "--json")).out.trimEnd().split("\n");
    expect(lines).toHaveLength(6);
    expect(JSON.parse(lines[5] ?? "")).toMatchObject({
      file: "counts.txt",
      kind: "proposal",
      text: "600",
      passage: sentence(6),
    });
  });
  test("--case reads for the measures and places of that case; two lists at once are refused", async () => {
    await writeFile(join(desk.folder, "ordania.txt"), "In Ordania 900 workers are employed.");
    const { out, err } = await desk.tributary("read", "ordania.txt", "--case", "example");
    expect(out, err).toContain("“900” · workers · XB");
    expect((await desk.tributary("read", "ordania.txt")).out).toContain("“900” · workers");
    expect((await desk.tributary("read", "ordania.txt", "--quantities", "--proposals")).code).toBe(2);
  });
  test("[D9] --add makes each a source with its copy and three links of custody, once", async () => {
    const add = [
      "read",
      "wages.pdf",
      "orchards.docx",
      "again.docx",
      "broken.pdf",
      "--case",
      "example",
      "--add",
      "--by",
      "Ada",
    ];
    const first = await desk.tributary(...add);
    expect(first.code).toBe(1);
    expect(first.out).toContain("added as wages, grade F6");
    expect(first.out).toContain("added as orchard-pay, grade F6");
    expect(first.out).toContain("not added: the case holds it as orchard-pay");
    expect((await desk.tributary(...add)).out).not.toContain("added as wages");
    await desk.tributary("export", "out", "--case", "example");
    const custody = (await readFile(join(desk.folder, "out", "custody.csv"), "utf8")).trimEnd().split("\n").slice(-6);
    expect(custody.map((row) => row.split(",").slice(0, 1).concat(row.split(",").slice(2, 4)).join(" "))).toEqual([
      "wages collected Ada",
      "wages hashed Ada",
      "wages derived Ada",
      "orchard-pay collected Ada",
      "orchard-pay hashed Ada",
      "orchard-pay derived Ada",
    ]);
    const sources = await readFile(join(desk.folder, "out", "sources.csv"), "utf8");
    expect(sources).toMatch(
      /^orchard-pay,report,Orchard pay,Ada Vell,.*,F,6,[0-9a-f]{64},[0-9a-f]{64},application\/vnd/m,
    );
    expect((await desk.tributary("format", "out", "--check")).code).toBe(0);
    const found = await desk.tributary("search", "kept", "a", "third", "--case", "example", "--json");
    expect(JSON.parse(found.out).hits.map((hit: { source?: string }) => hit.source)).toContain("wages");
  });
  test("attach takes a copy in any format, and finds its source by the digest of its text too", async () => {
    const { code, out, err } = await desk.tributary("attach", "wages.pdf", "orchards.docx", "--case", "example");
    expect(code, err).toBe(0);
    expect(out).toContain("orchards.docx is attached to Orchard pay");
  });
});

describe("tributary ocr status", () => {
  test("says that scans cannot be read before their packages were fetched", async () => {
    const { out } = await desk.tributary("ocr", "status");
    expect(out).toContain("tributary ocr install");
    expect(JSON.parse((await desk.tributary("ocr", "status", "--json")).out).installed).toBe(false);
  });
});
