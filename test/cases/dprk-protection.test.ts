import { describe, expect, it, test } from "vitest";
import { anchorSpan } from "../../src/sources/anchor.ts";
import { claimRows, singledOut, witnessRows } from "../../src/testimony/singled-out.ts";
import { witnessIn } from "../../src/testimony/witness.ts";
import { sha256Hex } from "../../src/values/digest.ts";
import { filesUnder } from "../repository/tree.ts";
import { dprk, seedTexts } from "./dprk-claims.ts";

const { claims, sources, witnesses, consents } = dprk;
const spoken = claims.filter((claim) => witnessIn(claim.statedBy) !== undefined);

describe("witnesses of cases/dprk", () => {
  it("[W3] singledOut finds nobody in witnesses.csv, in claims.csv and in both joined by letter", () => {
    expect(witnesses.length).toBeGreaterThanOrEqual(18);
    expect(spoken.length).toBeGreaterThan(15);
    expect(singledOut(witnessRows(witnesses), 2)).toEqual([]);
    expect(singledOut([...witnessRows(witnesses), ...claimRows(claims, witnesses, sources)], 2)).toEqual([]);
  });

  it("are dated to their source, paid in dollars, placed in their own region or the world, and never described", () => {
    const home = new Map(witnesses.map(({ id, place }) => [id, place]));
    for (const claim of spoken) {
      const { id, source, statedBy, place, occupation, sex, period, currency } = claim;
      expect([home.get(witnessIn(statedBy) ?? ""), "world"], id).toContain(place);
      expect(period, id).toBe(`${sources.find((one) => one.id === source)?.published}~`);
      expect(currency ?? "USD", id).toBe("USD");
      expect([occupation, sex], id).toEqual([undefined, undefined]);
      expect(claim.statistic, id).not.toBe("one_person");
      // Place, date and currency are ours in all of them alike, so this does not tell one from another either.
      expect(claim.derivation, id).toBe("inferred");
    }
  });

  it("have nobody beside them who speaks without a letter: such words stand under the name of the report", () => {
    const speakers = claims.filter(({ source }) => source === "nksc-2012").map(({ statedBy }) => statedBy);
    const known = ["North Korea Strategy Center", "Chosun Ilbo", "Song Bong-seon"];
    expect(speakers.filter((who) => witnessIn(who) === undefined && !known.includes(who))).toEqual([]);
  });

  it("are paraphrased and annotated without sex, family, post, town, year, season, or others of their sums", () => {
    const telling =
      /\b(?:he|she|his|her|man|men|woman|women|wife|husband|father|mother|son|daughter|child|children|minister|president|manager|managers|plasterer|waitress|teacher|student|season|winter|rouble|roubles|dirham|yuan|euros|(?:19|20)\d\d)\b/iu;
    for (const { id, paraphrase, note = "" } of spoken) {
      expect(paraphrase, id).not.toMatch(telling);
      expect(note, id).not.toMatch(telling);
      expect(note.replace(/(?:70 to 80|15) per cent/u, ""), id).not.toMatch(/\d|same witness|same person/u);
    }
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
    expect(anchored.length).toBeGreaterThanOrEqual(100);
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
