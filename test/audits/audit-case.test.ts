import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { decidedFindings } from "../../src/audits/decided-finding.ts";
import type { Decision } from "../../src/claims/decision.ts";
import { the } from "../cases/dprk-claims.ts";
import { auditOf, found, people, shippedCase } from "./sample-audit.ts";

const page = readFileSync(new URL("../../docs/methods/auditing.md", import.meta.url), "utf8");

/** The findings that the page lists for a case, with the verdict of those who went through them. */
function listed(id: "dprk" | "example"): ReadonlyMap<string, string> {
  const section = page.split(/^### /m).find((part) => part.startsWith(`\`cases/${id}\``)) ?? "";
  return new Map(
    [...section.matchAll(/^\| `(f[0-9a-f]{12})` \|.*\| (right|wrong|open) \|$/gm)].map(([, f = "", v = ""]) => [f, v]),
  );
}

describe.each(["dprk", "example"] as const)("auditCase of cases/%s", (id) => {
  const pkg = shippedCase(id);
  const findings = auditOf(pkg);

  test("finds what docs/methods/auditing.md lists, and nothing else", () => {
    expect([...listed(id).keys()].sort()).toEqual(findings.map((finding) => finding.id).sort());
  });

  test("is wrong in one finding of five at most, those that are open counted as wrong", () => {
    const right = [...listed(id).values()].filter((verdict) => verdict === "right").length;
    expect(right / findings.length).toBeGreaterThanOrEqual(0.8);
  });

  test("[U14] finds the same, with the same ids, in whichever order the claims come", () => {
    const turned = auditOf({ ...pkg, claims: pkg.claims.toReversed() });
    expect(turned.map((finding) => finding.id).sort()).toEqual(findings.map((finding) => finding.id).sort());
  });
});

describe("auditCase", () => {
  const findings = auditOf(shippedCase("dprk"));
  const by = (rule: string) => findings.filter((finding) => finding.rule === rule);

  test("[U1] finds the Kuwait chain in both tellings: one after another leaves 1,053 a year, 87.75 a month", () => {
    const kuwait = by("deduction-chain").filter(({ stated }) => stated.low === 70);
    expect(kuwait.map(({ computed }) => computed.low)).toEqual([87.75, 87.75]);
    const [second] = kuwait.filter(({ explanation }) => explanation.includes("that fits about 1,000"));
    expect(second?.readings.map(({ steps }) => steps.at(-2)?.split(" = ")[1])).toContain("1,053");
  });

  test("[U4] finds that the countries come to 74,000–81,000 and not to 60,000–65,000", () => {
    expect(by("parts-and-total")).toMatchObject([
      { stated: { low: 60_000, high: 65_000 }, computed: { low: 74_000, high: 81_000 } },
    ]);
  });

  test("[U5] finds the billions, in both their forms, and the lost million", () => {
    const slips = by("slip-of-scale").map(({ cause, stated }) => `${cause} ${stated.low}`);
    expect(slips.sort()).toEqual(["million lost 150", "ten times 1200000000", "ten times 1500000000"]);
  });

  test("[U7] finds the conversion of one end", () => {
    expect(by("converted-sum").map(({ tested }) => tested)).toEqual([
      [the("worldcrunch-2017", "state_revenue", "world", ({ currency }) => currency === "EUR").id],
    ]);
  });

  test("[U15] leaves plans and hypotheticals out", () => {
    const two = [people("XB", 30_000), people("XB", 60_000)];
    expect(found("two-counts", two)).toHaveLength(1);
    for (const modality of ["planned", "hypothetical"] as const)
      expect(found("two-counts", [people("XB", 30_000), people("XB", 60_000, { modality })])).toEqual([]);
  });
});

describe("decidedFindings", () => {
  const claims = [people("XB", 30_000), people("XB", 60_000)];
  const [finding] = found("two-counts", claims);
  if (finding === undefined) throw new Error("invalid sample: no finding");
  const decide = (decision: Decision["decision"], at: string): Decision => ({
    kind: "decision",
    at,
    by: "analyst",
    decision,
    subject: finding.id,
    why: "older than it looks",
  });

  test("[U14] a decision holds when the audit is run again, also on mended notes", () => {
    const again = found(
      "two-counts",
      claims.map((claim) => ({ ...claim, note: "mended" })),
    );
    expect(decidedFindings(again, [decide("dismissed", "2026-01-01")])).toMatchObject([
      { status: "dismissed", decision: { why: "older than it looks" } },
    ]);
  });

  test("[U14] the last decision holds, and another number is another finding", () => {
    const decisions = [decide("confirmed", "2026-01-02"), decide("dismissed", "2026-01-01")];
    expect(decidedFindings([finding], decisions)).toMatchObject([{ status: "confirmed" }]);
    const other = found("two-counts", [people("XB", 30_000), people("XB", 61_000)]);
    expect(decidedFindings(other, decisions)).toMatchObject([{ status: "open" }]);
  });
});
