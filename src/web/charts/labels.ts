import type { ClaimResult } from "../../estimates/estimate.ts";
import { formatFull, formatNumber } from "./format.ts";

/** How an axis prints its numbers: divided by `by`, with the unit in words. */
export interface AxisUnit {
  readonly by: number;
  readonly words: string;
}

/** Every word that the charts print or speak, and how they write numbers. */
export interface ChartLabels {
  /** Two significant figures. */
  readonly number: (value: number) => string;
  /** Every figure that means something. */
  readonly full: (value: number) => string;
  /** A number of per cent with its sign: "34 %". */
  readonly percent: (text: string) => string;
  /** The unit in words: "people". */
  readonly unit: (unit: string) => string;
  /** The unit of an axis that reaches `max`: "million US dollars a year". */
  readonly axisUnit: (unit: string, max: number) => AxisUnit;

  readonly table: string;
  readonly download: string;
  readonly empty: string;
  readonly notEstablished: string;
  readonly assumed: string;
  readonly logScale: string;
  readonly failed: string;

  readonly median: string;
  readonly low90: string;
  readonly high90: string;
  readonly low50: string;
  readonly high50: string;
  readonly band50: string;
  readonly band90: string;
  readonly keyInterval: string;
  readonly prior: string;
  readonly claim: string;
  readonly claimPart: string;
  readonly claimConflict: string;
  readonly sharedOrigin: string;
  readonly beyond: string;
  readonly estimate: string;

  readonly year: string;
  readonly place: string;
  readonly part: string;
  readonly source: string;
  readonly speaker: string;
  readonly period: string;
  readonly statedLow: string;
  readonly statedHigh: string;
  readonly weight: string;
  readonly claimsCount: string;
  readonly verdict: string;
  readonly origin: string;

  /** "Open where this comes from". */
  readonly open: (name: string) => string;
  /** What reconciling says of a claim, in words; empty when it fits. */
  readonly conflict: (result: ClaimResult | undefined) => string;
  readonly undrawnClaims: (count: number) => string;
  readonly unplaced: (names: readonly string[]) => string;
  readonly inYear: (name: string, year: number) => string;
  readonly fanSummary: (
    name: string,
    years: readonly [number, number],
    first: string,
    last: string,
    claims: number,
  ) => string;
  readonly forestSummary: (name: string, estimate: string, claims: number, conflicts: number) => string;
  readonly flowSummary: (whole: string, parts: readonly string[]) => string;
  readonly mapSummary: (name: string, places: readonly string[]) => string;
}

const UNITS: Readonly<Record<string, string>> = {
  person: "people",
  persons: "people",
  share: "%",
  "USD/year": "US dollars a year",
  "USD/month": "US dollars a month",
  "USD/person": "US dollars a person",
  "USD/person/month": "US dollars a worker and month",
  "month/year": "months a year",
};

function unitWords(unit: string): string {
  return UNITS[unit] ?? unit.replaceAll("/", " per ");
}

function axisUnit(unit: string, max: number): AxisUnit {
  if (unit === "share") return { by: 0.01, words: "%" };
  if (max >= 2e9) return { by: 1e9, words: `billion ${unitWords(unit)}` };
  if (max >= 2e6) return { by: 1e6, words: `million ${unitWords(unit)}` };
  return { by: 1, words: unitWords(unit) };
}

function conflictWords(result: ClaimResult | undefined): string {
  if (result === undefined) return "not reconciled yet";
  if (result.unused !== undefined) return `not used: ${result.unused}`;
  const where = result.distance < 0 ? "far below the rest" : "far above the rest";
  if (result.conflict > 0.5) return `probably wrong: ${result.slip ?? where}`;
  if (result.conflict > 0.2) return `in doubt: ${result.slip ?? where}`;
  return "";
}

const plural = (count: number, one: string, many: string): string => (count === 1 ? `1 ${one}` : `${count} ${many}`);

/** The English words of the charts. */
export const ENGLISH: ChartLabels = {
  number: formatNumber,
  full: formatFull,
  percent: (text) => `${text}\u202f%`,
  unit: unitWords,
  axisUnit,
  table: "Table of these numbers",
  download: "Download",
  empty: "Nothing to draw yet",
  notEstablished: "not established",
  assumed: "assumed: no claim within three years",
  logScale: "Log scale: equal steps multiply",
  failed: "The picture could not be made; the table and the CSV hold the same numbers.",
  median: "Median",
  low90: "90 % from",
  high90: "90 % to",
  low50: "50 % from",
  high50: "50 % to",
  band50: "50 % interval",
  band90: "90 % interval",
  keyInterval: "median, 50 % and 90 %",
  prior: "before any claim",
  claim: "claim on its stated range",
  claimPart: "filled by the share that counts",
  claimConflict: "probably wrong",
  sharedOrigin: "one origin, counted once",
  beyond: "beyond the axis",
  estimate: "Estimate",
  year: "Year",
  place: "Place",
  part: "Goes to",
  source: "Source",
  speaker: "Said by",
  period: "Period",
  statedLow: "Stated from",
  statedHigh: "Stated to",
  weight: "Counts for",
  claimsCount: "Claims",
  verdict: "Fit",
  origin: "Origin",
  open: (name) => `${name}. Open where it comes from`,
  conflict: conflictWords,
  undrawnClaims: (count) => `${plural(count, "claim that is not used is", "claims that are not used are")} not drawn.`,
  unplaced: (names) => `Not on the map, but in the table: ${names.join(", ")}.`,
  inYear: (name, year) => `${name}, ${year}`,
  fanSummary: (name, [from, to], first, last, claims) =>
    `${name}, ${from} to ${to}: ${first} at the start, ${last} at the end, with ${plural(claims, "claim", "claims")}.`,
  forestSummary: (name, estimate, claims, conflicts) =>
    `${name}: estimate ${estimate}, against ${plural(claims, "claim", "claims")}, of which ${conflicts} probably wrong.`,
  flowSummary: (whole, parts) => `Of ${whole}: ${parts.join("; ")}.`,
  mapSummary: (name, places) => `Map. ${name}: ${places.join("; ")}.`,
};
