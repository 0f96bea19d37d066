import { describe, expect, it, test } from "vitest";
import { parseAccount } from "../../src/accounts/parse-account.ts";
import { anchorSpan } from "../../src/sources/anchor.ts";
import { singledOut, witnessRows } from "../../src/testimony/singled-out.ts";
import { witnessIn } from "../../src/testimony/witness.ts";
import { sha256Hex } from "../../src/values/digest.ts";
import { filesUnder } from "../repository/tree.ts";
import { dprk, files, seedTexts } from "./dprk-claims.ts";

const { claims, sources, witnesses, consents } = dprk;
const account = parseAccount(files.get("account.yaml") ?? "", "account.yaml");
const regions = account.ok ? account.value.regions : [];
const spoken = claims.filter((claim) => witnessIn(claim.statedBy) !== undefined || claim.statedBy === "interviewee");

/** The leaf places of a place or region. */
const leaves = (place: string) => regions.find((region) => region.id === place)?.members ?? [place];

describe("witnesses of cases/dprk", () => {
  it("singledOut finds no combination of source, place and sector with fewer than two people", () => {
    expect(witnesses.length).toBeGreaterThanOrEqual(18);
    expect(singledOut(witnessRows(witnesses), 2)).toEqual([]);
  });

  it("are dated to a decade or to their source, placed where at least two of its witnesses were, and never described", () => {
    expect(spoken.length).toBeGreaterThan(20);
    for (const { id, source, place, occupation, sex, period = "", statistic, note = "", currency } of spoken) {
      const around = witnesses.filter(
        (one) => one.source === source && leaves(one.place ?? "").every((leaf) => leaves(place).includes(leaf)),
      );
      expect(around.length, id).toBeGreaterThanOrEqual(2);
      expect(occupation ?? sex, id).toBeUndefined();
      expect(statistic, id).not.toBe("one_person");
      const year = sources.find((one) => one.id === source)?.published ?? "";
      expect([`${year}~`, "198X", "199X", "200X"], id).toContain(period);
      expect(["USD", "CNY", "EUR", "SUR", undefined], id).toContain(currency);
      expect(note, id).not.toMatch(
        /\b(?:19|20)\d\d\b|\b(?:wife|husband|son|daughter|child|children|minister|teacher|student)\b/u,
      );
    }
  });

  it("are paraphrased without sex, family, post, town or year", () => {
    const telling =
      /\b(?:he|she|his|her|man|woman|wife|husband|father|mother|minister|president|manager|plasterer|waitress|teacher|(?:19|20)\d\d)\b/iu;
    for (const { id, paraphrase } of spoken) expect(paraphrase, id).not.toMatch(telling);
    for (const { note = "" } of witnesses) expect(note).toBe("");
  });

  it("gave no consent that we know of, so none is recorded", () => {
    expect(consents).toEqual([]);
  });
});

const texts = seedTexts();
const absent = texts === undefined ? " (skipped: no copies of the documents lie beside the repository)" : "";

describe.skipIf(texts === undefined)(`cases/dprk against copies of its documents${absent}`, () => {
  const copies = texts ?? new Map<string, string>();

  it("has the digest of each document's bytes and text", () => {
    expect(copies.size).toBe(5);
    for (const [id, text] of copies)
      expect(sources.find((source) => source.id === id)?.textSha256).toBe(sha256Hex(text));
  });

  test("every span opens its own words", () => {
    const anchored = claims.filter((claim) => claim.span !== undefined);
    expect(anchored.length).toBeGreaterThanOrEqual(80);
    for (const { id, source, span } of anchored) {
      if (span !== undefined) expect(anchorSpan(copies.get(source) ?? "", span).kind, id).toBe("exact");
    }
  });

  test("no file of the repository repeats twelve words of them in a row", () => {
    const words = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
    const runs = (text: string) => {
      const all = words(text);
      return all.slice(0, Math.max(0, all.length - 11)).map((_, at) => all.slice(at, at + 12).join(" "));
    };
    const printed = new Set([...copies.values()].flatMap(runs));
    const endings = [".ts", ".tsx", ".mjs", ".md", ".csv", ".yaml", ".yml", ".json", ".txt", ".css", ".html"];
    const copied = filesUnder("", endings)
      .filter(({ path }) => path !== "package-lock.json")
      .flatMap(({ path, text }) =>
        runs(text)
          .filter((run) => printed.has(run))
          .slice(0, 1)
          .map((run) => `${path}: ${run}`),
      );
    expect(copied).toEqual([]);
  });
});
