import type { CasePackage } from "../../src/cases/case-package.ts";
import type { Claim } from "../../src/claims/claim.ts";
import { claimId } from "../../src/claims/claim-id.ts";
import { spanOf } from "../../src/sources/anchor.ts";
import { appendCustody } from "../../src/sources/custody.ts";
import type { Source } from "../../src/sources/source.ts";
import { sha256Hex } from "../../src/values/digest.ts";

/** The text of an invented report. */
export const REPORT =
  "Invented report.\n\nThe ministry 👷 counted 5,000 workers abroad in 2012.\nOne of them earned 300 dollars a month.\n";

/** A claim with every field that must be there, and those that are given. */
export function claimWith(fields: Partial<Claim>): Claim {
  const claim: Omit<Claim, "id"> = {
    kind: "claim",
    source: "report-2013",
    locator: "p. 1",
    statedBy: "the ministry",
    basis: "register",
    modality: "asserted",
    measure: "workers",
    statistic: "total",
    place: "RU",
    range: { kind: "point", value: 5000 },
    approximate: false,
    unit: "persons",
    derivedFrom: [],
    derivation: "stated",
    paraphrase: "The ministry counted them",
    ...fields,
  };
  return { ...claim, id: claimId(claim) };
}

/** A source with every field that must be there, and those that are given. */
export function sourceWith(fields: Partial<Source>): Source {
  return {
    kind: "source",
    id: "report-2013",
    type: "report",
    title: "An invented report",
    language: "en",
    reliability: "B",
    credibility: "2",
    ...fields,
  };
}

/** A small account with a comment, which is kept as it was written. */
export const SAMPLE_ACCOUNT = `years: 1985/2025
anchor: 2012
# kept as written
places:
  - {id: RU,   name: Russia}
measures:
  - {id: workers, name: Workers abroad, unit: person, over: [place, year], prior: {default: [500, 8000]}}
`;
const policies = "- {id: ban, name: A ban, from: 2017-12, scope: [RU], text: No new permits., source: report-2013}\n";

/** A small invented case in which every table has rows. */
export function samplePackage(): CasePackage {
  const root = claimWith({
    period: "2012",
    span: spanOf(REPORT, REPORT.indexOf("5,000") - 1, REPORT.indexOf("5,000") + 4),
  });
  const witness = claimWith({
    statedBy: "witness:report-2013-m",
    measure: "in_hand",
    statistic: "one_person",
    range: { kind: "between", low: 250, high: 300.5 },
    approximate: true,
    unit: "money",
    currency: "USD",
    per: "person month",
    paraphrase: 'He said "three hundred", more or less,\nand less in winter',
  });
  const copy = claimWith({
    source: "press-2014",
    derivedFrom: [root.id],
    range: { kind: "at least", low: 5000 },
    period: "2012~",
  });
  const sources = [
    sourceWith({ id: "press-2014", type: "press", title: 'A "paper", invented' }),
    sourceWith({ file: "texts/report.txt", textSha256: sha256Hex(REPORT), published: "2013-05", author: "Nobody" }),
  ];
  return {
    kind: "case package",
    id: "sample",
    title: "A sample",
    description: "Invented.",
    invented: true,
    version: "0.1.0",
    licenses: [{ name: "CC-BY-4.0" }],
    sources,
    custody: appendCustody(
      appendCustody([], { source: "report-2013", at: "2026-11-20", event: "received", actor: "archivist" }),
      {
        source: "report-2013",
        at: "2026-11-20T10:00:00Z",
        event: "hashed",
        actor: "archivist",
        outputSha256: sha256Hex(REPORT),
      },
    ),
    witnesses: [
      {
        kind: "witness",
        id: "report-2013-m",
        source: "report-2013",
        letter: "M",
        place: "Russia",
        protection: "protected",
      },
    ],
    consents: [
      { kind: "consent", witness: "report-2013-m", use: "paraphrase", given: true, how: "written", date: "2013-01-02" },
    ],
    claims: [copy, root, witness],
    decisions: [
      { kind: "decision", at: "2026-11-21T10:00:00Z", by: "analyst", decision: "accepted", subject: root.id },
    ],
    parties: [{ kind: "party", id: "ministry", name: "The ministry", type: "state", country: "KP" }],
    policies: [
      {
        kind: "policy",
        id: "ban",
        name: "A ban",
        from: "2017-12",
        scope: ["RU"],
        text: "No new permits.",
        source: "report-2013",
      },
    ],
    files: new Map([
      ["README.md", "# A sample\n"],
      ["account.yaml", SAMPLE_ACCOUNT],
      ["policies.yaml", policies],
      ["texts/report.txt", REPORT],
    ]),
  };
}
