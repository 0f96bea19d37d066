import type { Account } from "../accounts/account.ts";
import { figure, spoken, unitWords, wordsOf } from "../audits/amount-words.ts";
import type { AuditAmount } from "../audits/audit-finding.ts";
import type { DecidedFinding } from "../audits/decided-finding.ts";
import { intervalOf } from "../audits/interval.ts";
import type { AuditReport, ReportFinding, ReportPassage } from "../audits/report/audit-report.ts";
import { decidedWords, textReportFinding } from "../audits/report/text-report.ts";
import { AUDIT_RULES } from "../audits/rules/index.ts";
import { TEXT_RULES } from "../audits/text-rules/index.ts";
import type { Claim } from "../claims/claim.ts";
import type { Source } from "../sources/source.ts";
import type { FindingPassage, TextFindingView } from "./text-findings.ts";

/** What a report on a case is made from. */
export interface CaseReportInput {
  readonly title: string;
  readonly made: string;
  readonly account: Pick<Account, "measures" | "places" | "regions">;
  readonly claims: readonly Claim[];
  readonly sources: readonly Source[];
  readonly findings: readonly DecidedFinding[];
  readonly texts: readonly TextFindingView[];
  /** How many documents were at hand. */
  readonly textsRead: number;
}

/**
 * The report on a case: claims by their paraphrase and locator, passages of documents that are at hand by their words.
 * @example
 * caseReport({ title: "A case", made: "1 May 2026", account: { measures: new Map(), places: [], regions: [] }, claims: [], sources: [], findings: [], texts: [], textsRead: 0 }).about // => "Audited: 0 claims from 0 sources, and no document in its own words."
 */
export function caseReport(input: CaseReportInput): AuditReport {
  const { title, made, claims, sources, findings, texts, textsRead } = input;
  const named = new Set([
    ...findings.flatMap(({ finding }) =>
      claims.filter(({ id }) => finding.claims.includes(id)).map(({ source }) => source),
    ),
    ...texts.flatMap(({ passages }) => passages.map(({ source }) => source)),
  ]);
  const read = textsRead === 0 ? "no document" : textsRead === 1 ? "one document" : `${textsRead} documents`;
  return {
    title: `Audit of “${title}”`,
    about: `Audited: ${claims.length} claims from ${sources.length} sources, and ${read} in its own words.`.replace(
      /documents in its/,
      "documents in their",
    ),
    made,
    audited: sources
      .filter(({ id }) => named.has(id))
      .map(({ title: name, id, published, sha256 }) => ({
        name,
        note: [id, published, sha256 && `SHA-256 ${sha256.slice(0, 16)}…`].filter(Boolean).join(" · "),
      })),
    findings: [
      ...findings.map((decided) => claimFinding(decided, input)),
      ...texts.map((view) => textReportFinding(view.finding, view.passages.map(textPassage), view)),
    ],
    rules: [...AUDIT_RULES, ...TEXT_RULES].map(({ name, checks }) => ({ name, checks })),
  };
}

function textPassage({ sourceTitle, start, end, pieces }: FindingPassage): ReportPassage {
  return { where: `${sourceTitle}, characters ${figure(start)}–${figure(end)}`, pieces };
}

function claimFinding(decided: DecidedFinding, input: CaseReportInput): ReportFinding {
  const { finding } = decided;
  const rule = AUDIT_RULES.find(({ id }) => id === finding.rule);
  const passages = (ids: readonly string[]) =>
    ids.flatMap((id) => input.claims.filter((claim) => claim.id === id).map((claim) => claimPassage(claim, input)));
  const said = decidedWords(decided);
  return {
    id: finding.id,
    rule: rule?.name ?? finding.rule,
    citation: rule?.citation ?? "",
    grade: finding.grade,
    sureness: finding.sureness,
    explanation: finding.explanation,
    sides: [
      { title: "Printed", passages: passages(finding.tested) },
      { title: "Held against", passages: passages(finding.against) },
    ],
    copies: finding.copies.length,
    sums: finding.readings.map(({ name, steps, agrees }) => ({ name: `${name}${agrees ? " (agrees)" : ""}`, steps })),
    stated: amountWords(finding.stated),
    computed: amountWords(finding.computed),
    tolerance: finding.tolerance,
    ...(said === undefined ? {} : { decided: said }),
  };
}

/**
 * An amount in words; empty where there is none.
 * @example
 * [amountWords({ low: 70, high: 80, unit: "USD per month" }), amountWords({ unit: "" })] // => ["70–80 USD per month",""]
 */
export function amountWords({ unit, ...bounds }: AuditAmount): string {
  if (bounds.low === undefined && bounds.high === undefined) return "";
  const { low } = bounds;
  const interval = low === undefined ? { low: Number.NEGATIVE_INFINITY, high: bounds.high ?? 0 } : intervalOf(bounds);
  return `${spoken(interval)} ${unit === "percent" ? "%" : unitWords(unit)}`.trim();
}

function claimPassage(claim: Claim, { account, sources }: CaseReportInput): ReportPassage {
  const measure = account.measures.get(claim.measure)?.name ?? claim.measure;
  const place = [...account.places, ...account.regions].find(({ id }) => id === claim.place)?.name ?? claim.place;
  const source = sources.find(({ id }) => id === claim.source)?.title ?? claim.source;
  const letter = /^witness:.*-([a-z0-9]+)$/.exec(claim.statedBy)?.[1];
  const speaker = letter === undefined ? claim.statedBy : `Witness ${letter.toUpperCase()}`;
  return {
    figure: `${wordsOf(claim)}: ${measure.toLowerCase()}, ${place}${claim.period === undefined ? "" : `, ${claim.period}`}`,
    paraphrase: claim.paraphrase,
    where: [speaker, source, claim.locator].filter((part) => part !== "").join(", "),
  };
}
