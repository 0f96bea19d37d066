import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseAccount } from "../../src/accounts/parse-account.ts";
import { parsePackage } from "../../src/cases/parse-package.ts";
import { writePackage } from "../../src/cases/write-package.ts";
import type { Claim } from "../../src/claims/claim.ts";
import { anchorSpan } from "../../src/sources/anchor.ts";
import { verifyCustody } from "../../src/sources/custody.ts";
import { consentState } from "../../src/testimony/consent.ts";
import { claimRows, singledOut, witnessRows } from "../../src/testimony/singled-out.ts";
import { witnessIn } from "../../src/testimony/witness.ts";
import { sha256Hex, sha256HexOfBytes } from "../../src/values/digest.ts";
import { parsePeriod } from "../../src/values/period.ts";
import { boundsOf } from "../../src/values/range.ts";
import { truth } from "./example-truth.ts";

const folder = new URL("../../cases/example/", import.meta.url);
const bytesOf = (path: string) => readFileSync(new URL(path, folder));
const textOf = (path: string) => bytesOf(path).toString("utf8");

const paths = [...readdirSync(folder), ...readdirSync(new URL("texts/", folder)).map((name) => `texts/${name}`)];
const files = new Map(paths.filter((path) => path !== "texts").map((path) => [path, textOf(path)]));
const parsed = parsePackage(files);
if (!parsed.ok) throw new Error(`unreadable cases/example: ${JSON.stringify(parsed.issues)}`);
const { sources, claims, witnesses, consents, custody, policies, invented } = parsed.value;
const account = parseAccount(textOf("account.yaml"), "account.yaml");
const textBySource = new Map(sources.map(({ id, file = "" }) => [id, textOf(file)]));

/** The one claim of a source on a measure and place, and in a period where several are alike. */
function the(source: string, measure: string, place: string, only: (claim: Claim) => boolean = () => true): Claim {
  const found = claims.filter((c) => c.source === source && c.measure === measure && c.place === place && only(c));
  const [claim] = found;
  if (claim === undefined || found.length > 1)
    throw new Error(`invalid choice: ${source} ${measure} ${place} gives ${found.length}`);
  return claim;
}

const low = (claim: Claim) => boundsOf(claim.range).low ?? 0;
const high = (claim: Claim) => boundsOf(claim.range).high ?? Number.POSITIVE_INFINITY;

/** Log of a claim's nearest end over the truth; 0 when the truth lies inside. One person and a maximum lie off the mean. */
function logDistance({ measure, place, period = "2017", range, unit, per, statistic }: Claim): number {
  const [from = "", to = from] = period.split("/");
  const year = Math.round((Number(from.slice(0, 4)) + Number(to.slice(0, 4))) / 2);
  const factor =
    (unit === "percent" ? 100 : 1) * (per === "person year" ? 12 : 1) * (statistic === "maximum" ? 1.64 : 1);
  const expected = truth(measure, place, year) * factor;
  const { low: least = 0, high: most = Number.POSITIVE_INFINITY } = boundsOf(range);
  return expected < least ? Math.log(least / expected) : expected > most ? Math.log(most / expected) : 0;
}

describe("cases/example as a package", () => {
  it("writePackage(parsePackage(files)) gives the same bytes, and says that the case is invented", () => {
    if (!parsed.ok) throw new Error("the package cannot be read");
    const written = writePackage(parsed.value);
    expect([...written.keys()].sort()).toEqual([...files.keys()].sort());
    for (const [path, text] of written) expect(text, path).toBe(files.get(path));
    expect(invented).toBe(true);
  });

  it("parseAccount reads its account, whose every break cites a policy of the case", () => {
    if (!account.ok) throw new Error(JSON.stringify(account.issues));
    const cited = [...account.value.measures.values()].flatMap((measure) =>
      measure.kind === "estimated" ? (measure.walk?.breaks ?? []).map(({ policy }) => policy) : [],
    );
    expect(cited).toHaveLength(2);
    expect(policies.map(({ id }) => id)).toEqual(expect.arrayContaining(cited));
  });

  it("every claim names a place of the account and, but for permits, a measure of it", () => {
    if (!account.ok) throw new Error("the account cannot be read");
    const { places, regions, measures } = account.value;
    const known = new Set([...places, ...regions].map(({ id }) => id));
    expect(claims.filter(({ place }) => !known.has(place))).toEqual([]);
    expect(claims.filter(({ measure }) => !measures.has(measure)).map(({ measure }) => measure)).toEqual([
      "work_permits",
    ]);
  });
});

describe("cases/example, its texts", () => {
  it("every text says in its first line that it is invented, has 300 to 1,500 words and LF line ends", () => {
    for (const [id, text] of textBySource) {
      expect(text.split("\n")[0], id).toBe(
        "Invented for Tributary's example case. No such country, people or events exist.",
      );
      const words = text.split(/\s+/u).length;
      expect(words, id).toBeGreaterThanOrEqual(300);
      expect(words, id).toBeLessThanOrEqual(1500);
      expect(text.includes("\r"), id).toBe(false);
    }
  });

  it("every file in texts/ is the copy of one source, with the digests that its row gives", () => {
    const files = sources.map(({ file }) => file);
    expect(
      readdirSync(new URL("texts/", folder))
        .map((name) => `texts/${name}`)
        .sort(),
    ).toEqual([...files].sort());
    for (const { file = "", sha256, textSha256 } of sources) {
      expect([sha256, textSha256]).toEqual([sha256HexOfBytes(bytesOf(file)), sha256Hex(textOf(file))]);
    }
  });

  it("anchorSpan finds the words of every claim exactly", () => {
    const lost = claims.filter(
      ({ span, source }) => span === undefined || anchorSpan(textBySource.get(source) ?? "", span).kind !== "exact",
    );
    expect(lost.map(({ id }) => id)).toEqual([]);
  });

  it("verifyCustody finds the chain unbroken, and it ends every source's way with the bytes that are here", () => {
    expect(verifyCustody(custody)).toEqual([]);
    const hashed = new Map(
      custody.flatMap((link) => (link.event === "hashed" ? [[link.source, link.outputSha256]] : [])),
    );
    expect(sources.map(({ id }) => [id, hashed.get(id)])).toEqual(sources.map(({ id, sha256 }) => [id, sha256]));
  });
});

describe("cases/example, what is planted", () => {
  it("one report tells its revenue twice, once tenfold, and a newspaper loses its million", () => {
    const summary = the("aldren-2013", "state_revenue", "world", ({ locator }) => locator === "Summary");
    const chapter = the("aldren-2013", "state_revenue", "world", ({ locator }) => locator !== "Summary");
    const copy = the("harrowmere-post-2014", "state_revenue", "world");
    expect(low(summary) / low(chapter)).toBe(10);
    expect(high(chapter) / high(copy)).toBe(1_000_000);
    expect([summary.derivedFrom, copy.derivedFrom]).toEqual([[chapter.id], [chapter.id]]);
  });

  it("a month stands as a year, and Lundava is counted tenfold against an inspectorate's count", () => {
    const yearly = the("fair-hand-2016", "gross_pay", "XE");
    const monthly = the("dalmuri-2014", "gross_pay", "XE");
    expect([yearly.per, monthly.per]).toEqual(["person year", "person month"]);
    expect(Math.abs(low(yearly) / low(monthly) - 1)).toBeLessThan(0.05);
    expect(low(the("aldren-2013", "workers", "XF")) / low(the("fair-hand-2016", "workers", "XF"))).toBeCloseTo(10, 0);
  });

  it("the list does not add up to its total, and would without the slip", () => {
    const list = ["XB", "XC", "XD", "XE", "XF", "rest"].map((place) => the("aldren-2013", "workers", place));
    const sum = (bound: (claim: Claim) => number) => list.reduce((total, claim) => total + bound(claim), 0);
    const total = the("aldren-2013", "workers", "world");
    expect([sum(low), sum(high), low(total), high(total)]).toEqual([32_000, 34_500, 26_000, 28_000]);
    expect(sum(low) - 6_300).toBeLessThan(high(total));
  });

  it("the chain of deductions fits one reading by the year and another by the month", () => {
    const printed = (measure: string) => low(the("aldren-2013", measure, "XC")) / 100;
    const gross = low(the("aldren-2013", "gross_pay", "XC"));
    const left = gross * (1 - printed("state_share"));
    const [agency, embassy] = [printed("agency_share_of_rest"), printed("embassy_share_of_rest")];
    const oneAfterAnother = left * (1 - agency) * (1 - embassy);
    const eachOnTheRest = left * (1 - agency - embassy);
    expect([oneAfterAnother, eachOnTheRest]).toEqual([expect.closeTo(2016), expect.closeTo(1800)]);
    const byYear = the("aldren-2013", "in_hand", "XC", ({ per }) => per === "person year");
    const byMonth = the("aldren-2013", "in_hand", "XC", ({ per }) => per === "person month");
    expect(Math.abs(low(byYear) / oneAfterAnother - 1)).toBeLessThan(0.01);
    expect(high(byMonth) * 12).toBe(1800);
  });

  it("every kind of claim that a case can hold is in it", () => {
    expect(new Set(claims.map(({ range }) => range.kind))).toEqual(
      new Set(["point", "between", "at least", "at most"]),
    );
    expect(new Set(claims.map(({ modality }) => modality))).toEqual(new Set(["asserted", "hearsay", "planned"]));
    const periods = claims.map(({ period }) => period);
    expect(periods).toEqual(expect.arrayContaining([undefined, "199X", "2012~", "2009/2011", "2019-06-30"]));
    expect(periods.every((period) => period === undefined || parsePeriod(period).ok)).toBe(true);
    expect(claims.map(({ statistic }) => statistic)).toEqual(
      expect.arrayContaining(["total", "mean", "typical", "one_person", "maximum"]),
    );
    expect(claims.filter(({ origin }) => origin === "assembly-hearing-2013")).toHaveLength(2);
    expect(new Set(sources.map(({ language }) => language))).toEqual(new Set(["en", "ko", "ru"]));
  });

  it("claims without a slip scatter around the truth as their grades allow, and the four slips do not", () => {
    const slips = new Set([
      the("aldren-2013", "state_revenue", "world", ({ locator }) => locator === "Summary").id,
      the("aldren-2013", "workers", "XF").id,
      the("fair-hand-2016", "gross_pay", "XE").id,
      the("harrowmere-post-2014", "state_revenue", "world").id,
    ]);
    const judged = claims.filter(
      ({ modality, period, measure }) => modality !== "planned" && period !== "199X" && measure !== "work_permits",
    );
    const far = judged.filter((claim) => Math.abs(logDistance(claim)) > 0.3);
    expect(new Set(far.map(({ id }) => id))).toEqual(slips);
    expect(Math.min(...far.map((claim) => Math.abs(logDistance(claim))))).toBeGreaterThan(2);
  });

  it("the register falls to a sixteenth in three years", () => {
    const at = (year: number) =>
      low(the("ordania-register-2020", "workers", "XB", ({ period }) => period === `${year}-06-30`));
    expect(at(2017) / at(2020)).toBeGreaterThan(16);
  });
});

describe("cases/example, the people in it", () => {
  it("singledOut finds no row of witnesses or claims that tells one protected witness from another", () => {
    expect(witnesses.map(({ protection }) => protection)).toEqual(["protected", "protected"]);
    const rows = [...witnessRows(witnesses), ...claimRows(claims, witnesses, sources)];
    expect(singledOut(rows, 2)).toEqual([]);
  });

  it("what a witness says carries no occupation, sex, single year or place finer than a region", () => {
    if (!account.ok) throw new Error("the account cannot be read");
    const regions = account.value.regions.map(({ id }) => id);
    const said = claims.filter(({ statedBy }) => witnessIn(statedBy) !== undefined);
    expect(new Set(said.map(({ statedBy }) => witnessIn(statedBy)))).toEqual(new Set(witnesses.map(({ id }) => id)));
    for (const { occupation, sex, period, place } of said) {
      expect([occupation, sex, period]).toEqual([undefined, undefined, "2010/2015"]);
      expect(regions).toContain(place);
    }
  });

  it("the record of the interview gives no sex away, and quotes only the witness who agreed to it", () => {
    const record = textBySource.get("fair-hand-interviews-2015") ?? "";
    expect(record.match(/\b(he|she|him|his|her|hers|man|woman|father|husband|wife)\b/giu)).toBeNull();
    expect(record).toMatch(/^K: /mu);
    expect(record).not.toMatch(/^M: /mu);
    const state = (letter: string) =>
      consentState(consents, `fair-hand-interviews-2015-${letter}`, "pseudonymous quote");
    expect([state("k"), state("m")]).toEqual(["given", "refused"]);
    expect(consentState(consents, "fair-hand-interviews-2015-k", "share with UN or prosecutor")).toBe("withdrawn");
  });
});
