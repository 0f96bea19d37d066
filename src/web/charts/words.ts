/** Every word that the charts print or speak. */
export interface ChartWords {
  readonly table: string;
  readonly download: string;
  readonly empty: string;
  readonly notEstablished: string;
  readonly assumed: string;
  readonly logScale: string;
  readonly failed: string;
  /** For languages that count in thousands; the others write large ticks out. */
  readonly million?: (unit: string) => string;
  readonly billion?: (unit: string) => string;

  readonly median: string;
  readonly low90: string;
  readonly high90: string;
  readonly low50: string;
  readonly high50: string;
  readonly estimate: string;
  readonly keyInterval: string;
  readonly keySymbol: string;
  readonly keyFlow: string;
  readonly prior: string;
  readonly claim: string;
  readonly claimOpen: string;
  readonly claimConflict: string;
  readonly sharedOrigin: string;

  readonly year: string;
  readonly place: string;
  readonly part: string;
  readonly source: string;
  readonly saidBy: string;
  readonly when: string;
  /** The middle of a claim's range, or the median of an estimate. */
  readonly middle: string;
  readonly statedLow: string;
  readonly statedHigh: string;
  readonly weight: string;
  readonly claimsCount: string;
  readonly verdict: string;
  readonly origin: string;

  /** What a button says: its number, and that it opens the number's trace. */
  readonly open: (name: string) => string;
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
  readonly forestRowsSummary: (name: string, claims: number, estimates: number, conflicts: number) => string;
  /** A heading: what the claims under it are on, and how many they are. */
  readonly claimsOf: (name: string, count: number) => string;
  readonly unusedClaims: (count: number) => string;
  readonly unfold: (heading: string) => string;
  readonly fold: (heading: string) => string;
  readonly beyondAxis: (count: number) => string;
  readonly foldedSections: (count: number) => string;
  readonly flowSummary: (whole: string, parts: readonly string[]) => string;
  readonly mapSummary: (name: string, places: readonly string[]) => string;
}
