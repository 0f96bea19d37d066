import { describe, expect, it } from "vitest";
import { parseAccount } from "../../src/accounts/parse-account.ts";
import { writePackage } from "../../src/cases/write-package.ts";
import { originOf } from "../../src/claims/origin-group.ts";
import { gatherEvidence } from "../../src/estimates/evidence.ts";
import { verifyCustody } from "../../src/sources/custody.ts";
import { dprk, ends, files, point, the } from "./dprk-claims.ts";

const REPORT = "nksc-2012";
const { claims, sources, policies, parties, custody } = dprk;
const account = parseAccount(files.get("account.yaml") ?? "", "account.yaml");
const flowSection = (locator: string) => locator === "ch. 4 §2 B";

describe("cases/dprk as a package", () => {
  it("writePackage(parsePackage(files)) gives the same bytes", () => {
    const written = writePackage(dprk);
    expect([...written.keys()].sort()).toEqual([...files.keys()].sort());
    for (const [path, text] of written) expect(text, path).toBe(files.get(path));
  });

  it("verifyCustody finds an unbroken chain for each of the five documents", () => {
    expect(verifyCustody(custody)).toEqual([]);
    expect(new Set(custody.map((entry) => entry.source)).size).toBe(5);
    expect(sources.filter((source) => source.sha256 !== undefined)).toHaveLength(5);
  });

  it("parseAccount reads its account, whose breaks cite policies and whose levels are argued", () => {
    if (!account.ok) throw new Error(JSON.stringify(account.issues));
    const known = new Set(policies.map((policy) => policy.id));
    for (const measure of account.value.measures.values()) {
      if (measure.kind !== "estimated") continue;
      expect(measure.why, measure.id).toBeDefined();
      for (const { policy = "" } of measure.walk?.breaks ?? [])
        expect(known, `${measure.id} ${policy}`).toContain(policy);
    }
    expect(parties.length).toBeGreaterThan(5);
  });

  it("covers what carries the account: people, revenue, pay, shares, savings, bribes, permits, entries, returns, plans", () => {
    const count = (measure: string) => claims.filter((claim) => claim.measure === measure).length;
    const least = { workers: 60, revenue: 12, gross_pay: 10, in_hand: 10, taken_share: 4, state_share: 4, saved: 4 };
    for (const [measure, many] of Object.entries(least)) expect(count(measure), measure).toBeGreaterThanOrEqual(many);
    for (const measure of [
      "selection_bribe",
      "home_income",
      "work_permits",
      "entries",
      "visas",
      "dispatched",
      "repatriated",
    ])
      expect(count(measure), measure).toBeGreaterThan(0);
    expect(claims.length).toBeGreaterThanOrEqual(100);
  });

  it("[A6] has every measure that a claim gives, or lists it with the reason why it is shown and not used", () => {
    if (!account.ok) throw new Error(JSON.stringify(account.issues));
    const { measures, shown } = account.value;
    const given = new Set(claims.map(({ measure }) => measure));
    expect([...given].filter((measure) => !measures.has(measure) && !shown.has(measure))).toEqual([]);
    expect([...shown.keys()].filter((measure) => !given.has(measure))).toEqual([]);
    const { unused } = gatherEvidence(account.value, claims, sources);
    const reasonOf = (measure: string) =>
      unused.find(({ claim }) => claims.find(({ id }) => id === claim)?.measure === measure)?.unused;
    expect(reasonOf("workers_change")).toMatch(/^a difference/);
    expect(reasonOf("work_share_of_visitors")).toMatch(/^half of an unstated whole/);
  });

  it("tells of hours and days off no finer than it tells of pay", () => {
    const told = claims.filter(({ measure }) => measure === "work_day" || measure === "rest_days");
    expect(told.length).toBeGreaterThanOrEqual(8);
    expect(told.filter(({ occupation, sex }) => occupation !== undefined || sex !== undefined)).toEqual([]);
  });

  it("keeps plans out of headcounts, and paraphrases short", () => {
    for (const claim of claims) {
      expect(claim.modality === "planned", claim.id).toBe(claim.measure.startsWith("planned_"));
      expect(claim.paraphrase.split(/\s+/u).length, claim.id).toBeLessThanOrEqual(30);
    }
  });
});

describe("the Kuwait chain of nksc-2012", () => {
  const told = (measure: string, flow: boolean) =>
    the(REPORT, measure, "KW", (claim) => flowSection(claim.locator) === flow);
  const share = (measure: string) => point(told(measure, true)) / 100;

  it("is told twice, with the same numbers: 5,000; 48, 10, 25 and 40 per cent", () => {
    for (const flow of [false, true]) {
      expect(point(told("gross_pay", flow))).toBe(5000);
      expect(point(told("state_share", flow))).toBe(48);
      expect(point(told("agency_share_of_rest", flow))).toBe(10);
      expect(point(told("embassy_share_of_rest", flow))).toBe(25);
      expect(point(told("site_share_of_rest", flow))).toBe(40);
    }
  });

  it("leaves 1,053 a year one after another and 650 each of the same rest; the report says about 1,000 and 70 to 80 a month", () => {
    const rest = point(told("gross_pay", true)) * (1 - share("state_share"));
    const parts = ["agency_share_of_rest", "embassy_share_of_rest", "site_share_of_rest"].map(share);
    expect(rest).toBeCloseTo(point(the(REPORT, "left_after_state", "KW")), 6);
    expect(parts.reduce((left, part) => left * (1 - part), rest)).toBeCloseTo(1053, 6);
    expect(rest * (1 - parts.reduce((sum, part) => sum + part, 0))).toBeCloseTo(650, 6);
    const inHand = (per: string) =>
      the(REPORT, "in_hand", "KW", (claim) => flowSection(claim.locator) && claim.per === per);
    expect(point(inHand("person year"))).toBe(1000);
    expect(ends(inHand("person month"))).toEqual([70, 80]);
  });
});

describe("totals and revenue as printed", () => {
  it("the countries of nksc-2012 sum to 74,000 to 81,000 against its own 60,000 to 65,000", () => {
    const places = ["RU", "middle-east", "southeast-asia", "africa", "europe", "MN", "CN"];
    const list = places.map((place) => ends(the(REPORT, "workers", place, ({ locator }) => locator === "ch. 3 §2")));
    const sum = [0, 1].map((end) => list.reduce((total, line) => total + (line[end] ?? 0), 0));
    expect(sum).toEqual([74_000, 81_000]);
    const total = the(REPORT, "workers", "world", ({ locator }) => locator === "ch. 3 §1");
    expect(ends(total)).toEqual([60_000, 65_000]);
    expect(ends(the("piie-2015", "workers", "world", ({ origin }) => origin === total.origin))).toEqual(sum);
  });

  it("revenue stands as printed, wrong or not", () => {
    const revenue = (source: string) =>
      claims
        .filter(
          (claim) =>
            claim.source === source &&
            /revenue/u.test(claim.measure) &&
            claim.modality === "asserted" &&
            claim.currency === "USD",
        )
        .map(ends);
    expect(revenue(REPORT)).toEqual([
      [1.5e9, 2.3e9],
      [150e6, 230e6],
      [150e6, 230e6],
    ]);
    expect(revenue("potter-2015")).toEqual([[150, 230]]);
    expect(revenue("worldcrunch-2017")).toEqual([[100e6, 200e6]]);
    expect(revenue("lankov-2017")).toEqual([[200e6, 500e6]]);
    expect(revenue("newsweek-2015")).toEqual([[1.2e9, 2.3e9]]);
    expect(revenue("reuters-2020-01")).toEqual([[500e6, Number.POSITIVE_INFINITY]]);
    expect(point(the("afp-2017-12", "wage_bill", "world"))).toBe(500e6);
  });

  it("figures that copy one another share an origin: the billions and the lost million go back to one newspaper", () => {
    const origins = originOf(claims);
    const named = claims.filter((claim) => claim.measure === "revenue" && claim.period === "2012");
    expect(named.length).toBeGreaterThanOrEqual(9);
    expect(new Set(named.map((claim) => origins.get(claim.id)))).toEqual(new Set(["chosun-2012-04"]));
    const hundred = ["afp-2017-12", "reuters-2020-01", "sejong-2019", "rfa-2024-03"].map((source) =>
      the(source, "workers", "world"),
    );
    expect(new Set(hundred.map((claim) => origins.get(claim.id)))).toEqual(new Set(["us-government-2017"]));
  });

  it("gatherEvidence uses every claim of the headline measures that is asserted and no part, group or sum", () => {
    if (!account.ok) throw new Error(JSON.stringify(account.issues));
    const byId = new Map(claims.map((claim) => [claim.id, claim]));
    const { groups, unused } = gatherEvidence(account.value, claims, sources);
    const left = unused.flatMap(({ claim, unused: reason = "" }) => {
      const { measure = "", occupation, per } = byId.get(claim) ?? {};
      const expected = occupation !== undefined || per === "person" || /computed|informs nothing/u.test(reason);
      return ["workers", "state_revenue", "in_hand"].includes(measure) && !expected ? [`${claim}: ${reason}`] : [];
    });
    expect(left).toEqual([]);
    expect(groups.length).toBeGreaterThan(100);
  });
});
