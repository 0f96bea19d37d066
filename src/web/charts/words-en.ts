import type { ChartWords } from "./words.ts";

const count = (n: number, one: string, many: string): string => (n === 1 ? `1 ${one}` : `${n} ${many}`);

/** The charts in English. */
export const wordsEn: ChartWords = {
  table: "Table of these numbers",
  download: "Download",
  empty: "Nothing to draw yet",
  notEstablished: "not established",
  assumed: "assumed: no claim within three years",
  logScale: "log scale: equal steps multiply",
  failed: "The picture could not be made; the CSV holds the same numbers.",
  million: (unit) => `million ${unit}`,
  billion: (unit) => `billion ${unit}`,
  median: "Median",
  low90: "90% from",
  high90: "90% to",
  low50: "50% from",
  high50: "50% to",
  estimate: "Estimate",
  keyInterval: "estimate: median, 50% and 90% intervals",
  keySymbol: "area: median; rings: 90% interval",
  keyFlow: "width: median; lighter edge: up to the 90% limit",
  prior: "before any claim",
  claim: "claim on its stated range, filled by the share that counts",
  claimOpen: "at least, at most: open to that side",
  claimConflict: "probably wrong",
  sharedOrigin: "one origin, counted once",
  year: "Year",
  place: "Place",
  part: "Goes to",
  source: "Source",
  saidBy: "Said by",
  when: "Period",
  middle: "Middle",
  statedLow: "Stated from",
  statedHigh: "Stated to",
  weight: "Counts for",
  claimsCount: "Claims",
  verdict: "Fit",
  origin: "Origin",
  open: (name) => `${name}. Open where it comes from`,
  undrawnClaims: (n) =>
    `${count(n, "claim that says nothing of these figures is", "claims that say nothing of these figures are")} not drawn.`,
  unplaced: (names) => `Not on the map, but in the table: ${names.join(", ")}.`,
  inYear: (name, year) => `${name}, ${year}`,
  fanSummary: (name, [from, to], first, last, claims) =>
    `${name}, ${from} to ${to}: ${first} at the start, ${last} at the end, with ${count(claims, "claim", "claims")}.`,
  forestSummary: (name, estimate, claims, conflicts) =>
    `${name}: estimate ${estimate}, against ${count(claims, "claim", "claims")}, ${conflicts} of them probably wrong.`,
  forestRowsSummary: (name, claims, estimates, conflicts) =>
    `${name}: ${count(claims, "claim", "claims")}, each against the estimate of its own quantity, of ${estimates} in all; ${conflicts} probably wrong.`,
  claimsOf: (name, n) => `${name} · ${count(n, "claim", "claims")}`,
  unusedClaims: (n) => `Not used · ${count(n, "claim", "claims")}`,
  unfold: (heading) => `Show ${heading}`,
  fold: (heading) => `Fold ${heading}`,
  beyondAxis: (n) =>
    `${count(n, "claim in conflict lies", "claims in conflict lie")} far beyond the axis and ${n === 1 ? "is" : "are"} pointed at from its edge.`,
  foldedSections: (n) => `${count(n, "group is", "groups are")} folded in the picture; the table holds every claim.`,
  flowSummary: (whole, parts) => `Of ${whole}: ${parts.join("; ")}.`,
  mapSummary: (name, places) => `Map. ${name}: ${places.join("; ")}.`,
};
