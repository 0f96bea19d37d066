import { CREDIBILITIES, RELIABILITIES } from "../sources/grade.ts";
import type { Span } from "../sources/passage.ts";
import { parsePeriod } from "../values/period.ts";
import { present } from "../values/present.ts";
import { type Range, rangeFromBounds } from "../values/range.ts";
import { compareText, memberOf, type RowCells, type TableDef } from "../values/table.ts";
import { BASES, type Claim, DERIVATIONS, MODALITIES, STATISTICS } from "./claim.ts";
import { claimColumns } from "./claim-columns.ts";
import { boundCells, claimId } from "./claim-id.ts";
import { isPer } from "./printed-unit.ts";

const spanColumns = ["start", "end", "passage_sha256", "before_sha256", "after_sha256"] as const;

/** The span of a row; absent when none of its five cells is filled. */
function readSpan(cells: RowCells): Span | undefined {
  const empty = spanColumns.filter((column) => cells.get(column) === "");
  if (empty.length === spanColumns.length) return undefined;
  for (const column of empty) cells.refuse(column, "a value, as the other cells of the span have one");
  const start = cells.number("start") ?? 0;
  const end = cells.number("end") ?? 0;
  if (empty.length === 0 && start >= end) cells.refuse("end", `a position after start ${start}`);
  const [passage, before, after] = [cells.get("passage_sha256"), cells.get("before_sha256"), cells.get("after_sha256")];
  return { start, end, passage, before, after };
}

/** The range of a row; a point at 0 for a row that it refuses. */
function readRange(cells: RowCells): Range {
  const low = cells.number("low");
  const high = cells.number("high");
  for (const [column, bound] of [
    ["low", low],
    ["high", high],
  ] as const) {
    if (bound !== undefined && bound < 0) cells.refuse(column, "a number of 0 or more");
  }
  if (low === undefined && high === undefined) {
    cells.refuse("low", "a number here or in high");
    return { kind: "point", value: 0 };
  }
  if (low !== undefined && high !== undefined && low > high) {
    cells.refuse("high", `a number not below low ${low}`);
    return { kind: "point", value: 0 };
  }
  return rangeFromBounds(low, high);
}

/** Refuses what one column's rule cannot see: periods, money without currency, odd denominators. */
function checkCells(cells: RowCells): void {
  const period = cells.optional("period");
  const parsed = period === undefined ? undefined : parsePeriod(period);
  if (parsed?.ok === false) cells.refuse("period", parsed.issues[0]?.expected ?? "a period");
  const isMoney = cells.get("unit") === "money";
  if (isMoney && cells.get("currency") === "") cells.refuse("currency", "a currency, as the unit is money");
  if (!isMoney && cells.get("currency") !== "") cells.refuse("currency", "nothing, as the unit is not money");
  const per = cells.optional("per");
  if (per !== undefined && !isPer(per)) cells.refuse("per", "for whom and what time, such as person month or year");
  const parents = cells.get("derived_from").split(" ");
  if (new Set(parents).size < parents.length) cells.refuse("derived_from", "each claim once");
}

function readClaim(cells: RowCells): Omit<Claim, "id"> {
  return present({
    kind: "claim",
    source: cells.get("source"),
    locator: cells.get("locator"),
    span: readSpan(cells),
    statedBy: cells.get("stated_by"),
    basis: memberOf(BASES, cells.get("basis")),
    modality: memberOf(MODALITIES, cells.get("modality")),
    measure: cells.get("measure"),
    statistic: memberOf(STATISTICS, cells.get("statistic")),
    place: cells.get("place"),
    occupation: cells.optional("occupation"),
    sex: cells.optional("sex"),
    period: cells.optional("period"),
    range: readRange(cells),
    approximate: cells.get("approximate") === "yes",
    unit: cells.get("unit"),
    currency: cells.optional("currency"),
    per: cells.optional("per"),
    derivedFrom: cells.get("derived_from") === "" ? [] : cells.get("derived_from").split(" "),
    origin: cells.optional("origin"),
    derivation: memberOf(DERIVATIONS, cells.get("derivation")),
    reliability: RELIABILITIES.find((grade) => grade === cells.get("reliability")),
    credibility: CREDIBILITIES.find((grade) => grade === cells.get("credibility")),
    paraphrase: cells.get("paraphrase"),
    note: cells.optional("note"),
  } as const);
}

function parseRow(cells: RowCells): Claim {
  checkCells(cells);
  const claim = readClaim(cells);
  const id = claimId(claim);
  const given = cells.optional("id");
  if (given !== undefined && given !== id) cells.refuse("id", `${id}, which its content makes, or nothing`);
  if (claim.derivedFrom.includes(id)) cells.refuse("derived_from", "other claims than the claim itself");
  return { ...claim, id };
}

function writeRow(claim: Claim) {
  const { span, range, derivedFrom, approximate, ...texts } = claim;
  const [low, high] = boundCells(range);
  return {
    ...texts,
    start: span && String(span.start),
    end: span && String(span.end),
    passage_sha256: span?.passage,
    before_sha256: span?.before,
    after_sha256: span?.after,
    stated_by: claim.statedBy,
    low,
    high,
    approximate: approximate ? "yes" : "",
    derived_from: derivedFrom.join(" "),
  };
}

/** Claims by source, then by their place in its text (those without one last), then by id. */
function compare(left: Claim, right: Claim): number {
  const start = (claim: Claim) => claim.span?.start ?? Number.MAX_SAFE_INTEGER;
  return compareText(left.source, right.source) || start(left) - start(right) || compareText(left.id, right.id);
}

/** `claims.csv`: every number that a source gives, as printed. */
export const claimTable: TableDef<Claim> = {
  path: "claims.csv",
  title: "Claims",
  columns: claimColumns,
  primaryKey: ["id"],
  parseRow,
  writeRow,
  compare,
};
