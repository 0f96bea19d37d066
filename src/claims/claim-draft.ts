import type { Source } from "../sources/source.ts";
import type { Parsed } from "../values/issue.ts";
import { present } from "../values/present.ts";
import { boundsOf, rangeFromBounds } from "../values/range.ts";
import { parseTable, writeTable } from "../values/table.ts";
import type { Basis, Claim, Derivation, Modality, Statistic } from "./claim.ts";
import { claimId } from "./claim-id.ts";
import { claimTable } from "./claim-table.ts";
import { UNITS } from "./printed-unit.ts";
import type { ClaimProposal } from "./proposal.ts";

/** What a claim needs and a proposal may lack: nothing of it is guessed, a person fills it in. */
export const MISSING_FIELDS = ["measure", "place", "period", "statedBy", "unit", "currency"] as const;
export type MissingField = (typeof MISSING_FIELDS)[number];

/** The claim that a person is about to make of a proposal, field by field, as the form shows it. */
export interface ClaimDraft {
  readonly locator: string;
  readonly statedBy?: string;
  readonly basis: Basis;
  readonly modality: Modality;
  readonly measure?: string;
  readonly statistic: Statistic;
  readonly place?: string;
  readonly occupation?: string;
  readonly sex?: string;
  readonly period?: string;
  /** A person has looked, and the source gives no time. */
  readonly undated: boolean;
  readonly low?: number;
  readonly high?: number;
  readonly approximate: boolean;
  readonly unit?: string;
  readonly currency?: string;
  readonly per?: string;
  readonly derivation: Derivation;
  readonly note?: string;
}

/** Where a passage stands in a document that has no pages or sections. */
function placeInText({ span }: Pick<ClaimProposal, "span">): string {
  return `characters ${span.start + 1} to ${span.end}`;
}

/** Who speaks in a document where its words name nobody. */
export type Voice = Pick<Source, "author" | "publisher">;

/**
 * The draft that a proposal gives: the nearest place, a unit only where claims have it, and where the words name nobody the
 * document's author, else its publisher, as the one who says it.
 * @example
 * draftOf({ kind: "proposal", id: "p0", source: "s", locator: "p. 1", span: { start: 0, end: 1, passage: "", before: "", after: "" }, number: { start: 0, end: 1 }, quantityKind: "measure", range: { kind: "at least", low: 3 }, approximate: false, vague: false, unit: "tons", statistic: "total", places: ["RU", "CN"], countries: [], basis: "press", modality: "asserted" }, { author: "A. Lund" }) // => {"locator":"p. 1","statedBy":"A. Lund","basis":"press","modality":"asserted","statistic":"total","place":"RU","undated":false,"low":3,"approximate":false,"derivation":"stated"}
 */
export function draftOf(proposal: ClaimProposal, voice: Voice): ClaimDraft {
  const { speaker, basis, modality, measure, statistic, places, occupation, sex, period } = proposal;
  const { approximate, currency, per } = proposal;
  return present({
    locator: proposal.locator === "" ? placeInText(proposal) : proposal.locator,
    statedBy: speaker ?? voice.author ?? voice.publisher,
    basis,
    modality,
    measure,
    statistic,
    place: places[0],
    occupation,
    sex,
    period,
    undated: false,
    ...boundsOf(proposal.range),
    approximate,
    unit: UNITS.find((unit) => unit === proposal.unit),
    currency,
    per,
    derivation: "stated" as const,
  });
}

/**
 * What a draft lacks before it can be a claim, in the order of the form.
 * @example
 * missingFields({ locator: "p. 1", basis: "press", modality: "asserted", statistic: "total", undated: true, approximate: false, measure: "workers", place: "RU", unit: "money", derivation: "stated" }) // => ["statedBy", "currency"]
 */
export function missingFields(draft: ClaimDraft): readonly MissingField[] {
  const isThere: Readonly<Record<MissingField, boolean>> = {
    measure: draft.measure !== undefined,
    place: draft.place !== undefined,
    period: draft.period !== undefined || draft.undated,
    statedBy: draft.statedBy !== undefined,
    unit: draft.unit !== undefined,
    currency: draft.unit !== "money" || draft.currency !== undefined,
  };
  return MISSING_FIELDS.filter((field) => !isThere[field]);
}

/**
 * Whether a draft says something else than its proposal: then the decision about it is a correction.
 * @example
 * isCorrected({ locator: "p. 1", basis: "press", modality: "asserted", statistic: "total", undated: true, approximate: false, derivation: "stated" }, { locator: "p. 2", basis: "press", modality: "asserted", statistic: "total", undated: false, approximate: false, derivation: "stated" }) // => true
 */
export function isCorrected(draft: ClaimDraft, proposed: ClaimDraft): boolean {
  const said = ({ note: _note, ...fields }: ClaimDraft) => JSON.stringify(Object.entries(fields).sort());
  return said(draft) !== said(proposed);
}

/**
 * The claim that a draft of a proposal makes, with our paraphrase; or everything that keeps it from being one, field by field.
 * @example
 * claimFromDraft({ source: "s", span: { start: 0, end: 1, passage: "", before: "", after: "" } }, { locator: "p. 1", basis: "press", modality: "asserted", statistic: "total", undated: true, approximate: false, derivation: "stated" }, "").ok // => false
 */
export function claimFromDraft(
  { source, span }: Pick<ClaimProposal, "source" | "span">,
  draft: ClaimDraft,
  paraphrase: string,
): Parsed<Claim> {
  const { low, high, undated, period, ...fields } = draft;
  const bounds =
    low === undefined && high === undefined ? "low" : low !== undefined && high !== undefined && low > high;
  const missing = missingFields(draft).map((field) => ({
    field,
    expected: "something here before it can be accepted",
  }));
  const broken =
    bounds === false ? [] : [{ field: "low", expected: "a number here or in high, and none above the other" }];
  const issues = [...missing, ...broken].map((issue) => ({ file: claimTable.path, ...issue }));
  if (issues.length > 0) return { ok: false, issues };
  const content = {
    ...fields,
    source,
    statedBy: draft.statedBy ?? "",
    measure: draft.measure ?? "",
    place: draft.place ?? "",
    unit: draft.unit ?? "",
    range: rangeFromBounds(low, high),
    ...(period === undefined || undated ? {} : { period }),
  };
  const claim: Claim = { kind: "claim", id: claimId(content), span, derivedFrom: [], paraphrase, ...content };
  // Written and read again, so that what is kept passes exactly what an import would ask of it.
  const read = parseTable(claimTable, writeTable(claimTable, [claim]));
  const [row] = read.ok ? read.value : [];
  if (!read.ok) return { ok: false, issues: read.issues.map(({ row: _row, ...issue }) => issue) };
  return row === undefined ? { ok: false, issues: [] } : { ok: true, value: row.record };
}
