import type { AuditRule } from "../audits/audit-rule.ts";
import type { DecidedFinding } from "../audits/decided-finding.ts";
import type { Claim } from "../claims/claim.ts";
import type { ClaimResult, Estimate, RunDiagnostics } from "../estimates/estimate.ts";
import type { Source } from "../sources/source.ts";
import type { TextFindingView } from "./text-findings.ts";

/** One case as a list shows it. */
export interface CaseSummary {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** True for cases whose sources and people are invented. */
  readonly invented: boolean;
  readonly sources: number;
  readonly claims: number;
}

/** A measure as the pages name it. */
export interface MeasureView {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  /** Which of place, occupation and year it has. */
  readonly over: readonly ("place" | "occupation" | "year")[];
  /** The identity that defines it, as written; absent when it is estimated directly or mixes readings. */
  readonly formula?: string;
  readonly prior?: string;
  readonly why?: string;
  /** False for a measure that claims use and the account does not. */
  readonly inAccount: boolean;
  readonly claims: number;
}

export interface PlaceView {
  readonly id: string;
  readonly name: string;
  /** ids of its members when it is a region; absent for a leaf. `world` holds every leaf. */
  readonly members?: readonly string[];
  /** Longitude and latitude of its symbol on the map, where the account gives one. */
  readonly at?: readonly [number, number];
}

/** An occupation or a group of occupations as the pages name it. */
export interface OccupationView {
  readonly id: string;
  readonly name: string;
  /** ids of its leaves when it is a group; absent for a leaf. */
  readonly members?: readonly string[];
  /** What claims call a leaf, besides its id and name. */
  readonly words?: readonly string[];
}

/** Who accepted or corrected a claim last, and when. */
export interface Acceptance {
  readonly by: string;
  readonly at: string;
  readonly decision: "accepted" | "corrected";
}

/** A claim with what reconciling says of it and the title of its source. */
export interface ClaimView {
  readonly claim: Claim;
  /** Absent until the case has been reconciled. */
  readonly result?: ClaimResult;
  readonly sourceTitle: string;
  /** Whether a copy of its source is attached, so that its words can be opened. */
  readonly attached: boolean;
  /** Who accepted or corrected it last; absent for one that came with its package and nobody decided about. */
  readonly accepted?: Acceptance;
}

/** What the audits find in a case, as a page shows it: the findings, the claims that they name, and the rules. */
export interface AuditView {
  readonly findings: readonly DecidedFinding[];
  readonly claims: readonly ClaimView[];
  /** What is found in the words of the documents that the case has at hand. */
  readonly texts: readonly TextFindingView[];
  /** How many documents those are. */
  readonly textsRead: number;
  readonly rules: readonly Pick<AuditRule, "id" | "name" | "checks" | "tolerance" | "citation">[];
}

export interface SourceView {
  readonly source: Source;
  readonly attached: boolean;
  readonly claims: number;
}

/** A source's text with the claims that stand in it. */
export interface SourceReading {
  readonly source: Source;
  readonly attached: boolean;
  /** The extracted text; absent when no copy is attached. */
  readonly text?: string;
  readonly claims: readonly (ClaimView & {
    /** `exact` with positions in code points, or why its words cannot be shown. */
    readonly anchor:
      | { readonly kind: "exact"; readonly start: number; readonly end: number }
      | { readonly kind: "moved"; readonly reason: string }
      | { readonly kind: "no text" };
  })[];
}

/** State of reconciling, as the pages show it while it runs. */
export interface ReconcilingState {
  readonly kind: "none" | "stale" | "running" | "done" | "failed";
  /** 0 to 1 while it runs. */
  readonly progress: number;
  /** In words: `warming up`, `drawing`, the error when it failed. */
  readonly message: string;
  readonly diagnostics?: RunDiagnostics;
  /** ISO time of the estimates that are shown. */
  readonly at?: string;
}

/** One step of the flow picture: what a worker's pay of 100 is split into. */
export interface FlowPart {
  readonly measure: string;
  readonly name: string;
  readonly quantity: string;
  /** Of 100 earned: median and 90 % interval. */
  readonly median: number;
  readonly q05: number;
  readonly q95: number;
  /** True for the part that reaches the worker. */
  readonly worker: boolean;
}

/** What the first page shows for one year. */
export interface Overview {
  readonly case: CaseSummary;
  /** The year shown; the one with the most independent origins unless another is asked for. */
  readonly year: number;
  readonly years: readonly [number, number];
  readonly bestYear: number;
  readonly sources: number;
  readonly claims: number;
  readonly usedClaims: number;
  readonly origins: number;
  /** Headline figures of the year, in the order that the account lists them. */
  readonly headlines: readonly { readonly name: string; readonly estimate: Estimate }[];
  /** People by leaf place in the year, largest median first. */
  readonly places: readonly { readonly place: PlaceView; readonly estimate: Estimate }[];
  /** World total of people over the years. */
  readonly people: readonly Estimate[];
  /** Money to the state a year, over the years. */
  readonly money: readonly Estimate[];
  /** What of 100 earned goes where; empty when the account has no flow. */
  readonly flow: readonly FlowPart[];
  /** The claims that conflict most, loudest first, at most 8. */
  readonly conflicts: readonly ClaimView[];
  readonly reconciling: ReconcilingState;
}

/** A result of the search across sources, passages, claims and quantities. */
export interface SearchHit {
  readonly kind: "source" | "passage" | "claim" | "quantity";
  readonly id: string;
  /** Source that it stands in, for a passage or a claim. */
  readonly source?: string;
  readonly title: string;
  /** Text around the match; the matches themselves lie between U+2068 and U+2069. */
  readonly snippet: string;
  /** Position in the source's text, in code points, for a passage. */
  readonly start?: number;
}
