import type { WrittenChain } from "./chain-schema.ts";
import type { Formula } from "./formula.ts";
import type { Occupation, OccupationGroup } from "./occupation.ts";

/** A place that claims speak of. Leaf places partition the world. */
export interface Place {
  readonly id: string;
  readonly name: string;
  /** Pay group whose walk of pay it shares; its own id where the account names none. */
  readonly group: string;
  /** Longitude and latitude of its symbol on a map. */
  readonly at?: readonly [number, number];
}

/** A named set of leaf places. `world` holds them all. */
export interface Region {
  readonly id: string;
  readonly name: string;
  readonly members: readonly string[];
}

/** A 90 % interval that the case argues, in the measure's unit (shares as fractions). */
export type PriorInterval = readonly [low: number, high: number];

/** Prior of an estimated measure at the account's anchor year. */
export interface Prior {
  readonly default: PriorInterval;
  /** Overrides for single places. */
  readonly places: ReadonlyMap<string, PriorInterval>;
  /** Overrides for single occupations (`logging`) and for one at a place (`RU:logging`); absent where there are none. */
  readonly occupations?: ReadonlyMap<string, PriorInterval>;
  /** On the sum over all places and occupations; multiplies the priors of the cells. */
  readonly total?: PriorInterval;
  /** No year's sum over all of them is thought to pass this; a soft bound (log standard deviation 0.2). */
  readonly most?: number;
  /** Standard deviation between cells (places, occupations) around their common mean (log or logit); absent when they are independent. */
  readonly pooled?: number;
}

/** Years in which a walk may move more than usual, and the policy that is the reason. */
export interface Break {
  /** Leaf places it holds for; absent for all. */
  readonly places?: readonly string[];
  /** Leaf occupations it holds for; absent for all. */
  readonly occupations?: readonly string[];
  readonly from: number;
  readonly to: number;
  /** Scale of a yearly step in those years. */
  readonly scale: number;
  readonly policy?: string;
}

/** How a measure moves from year to year on its scale. */
export interface Walk {
  readonly scale: number;
  /** `student`: Student-t with 4 degrees of freedom, so that a rare leap is possible; `normal`: no leaps. */
  readonly steps: "student" | "normal";
  /** Years between knots; between knots the line on the measure's scale. */
  readonly every: number;
  /**
   * What walks by itself: each `place`, its occupations together; each `group` of places; each `occupation`, its places together;
   * each `cell`, one occupation at one place.
   */
  readonly by: "place" | "group" | "occupation" | "cell";
  readonly breaks: readonly Break[];
}

interface MeasureBase {
  readonly id: string;
  readonly name: string;
  /** `person`, `USD/person/month`, `share`, `month/year` … */
  readonly unit: string;
  readonly over: readonly ("place" | "occupation" | "year")[];
  /** How the value of a region follows from its places, and that of all work from its occupations. */
  readonly combine: "sum" | "mean";
  /** Measure that weights a mean over places and occupations. */
  readonly weights?: string;
  /** Measure of the spread between people, a log standard deviation, for pay-like measures: one for all, or one for each place. */
  readonly spread?: string;
  /** `claimed`: only the cells that claims speak of are reported, for measures that exist to take a printed number. */
  readonly report: "all" | "claimed";
  readonly why?: string;
}

/** A measure that is estimated directly: levels with priors, moved by a walk. */
export interface EstimatedMeasure extends MeasureBase {
  readonly kind: "estimated";
  readonly scale: "log" | "logit";
  readonly prior: Prior;
  readonly walk?: Walk;
}

/** A measure that an identity defines. */
export interface DerivedMeasure extends MeasureBase {
  readonly kind: "derived";
  readonly text: string;
  readonly formula: Formula;
}

/** A measure whose sources do not say which of several they mean; the weights sum to one. */
export interface MixedMeasure extends MeasureBase {
  readonly kind: "mixed";
  readonly readings: readonly { readonly measure: string; readonly weight: number }[];
  /** `at least`: its numbers are parts of what it reads, such as people sent home, and so lower bounds on it. */
  readonly bound?: "at least";
  /** `start`: its numbers speak of the day on which their period begins, when everyone was there who left in it. */
  readonly dated?: "start";
}

/** What is counted: its unit, its cells and where its value comes from. */
export type Measure = EstimatedMeasure | DerivedMeasure | MixedMeasure;

/** Which parts a measure is split into on the flow picture, and which reaches the worker. */
export interface FlowSpec {
  readonly of: string;
  readonly parts: readonly string[];
  readonly worker: string;
}

/** The quantities of a case, the identities between them and their priors: `account.yaml`, checked. */
export interface Account {
  readonly kind: "account";
  readonly firstYear: number;
  readonly lastYear: number;
  /** Year at which level priors stand. */
  readonly anchor: number;
  readonly places: readonly Place[];
  /** With `world` first. */
  readonly regions: readonly Region[];
  readonly groups: readonly { readonly id: string; readonly name: string }[];
  /** Leaf occupations, which partition all work; none where the account tells none apart. */
  readonly occupations: readonly Occupation[];
  readonly occupationGroups: readonly OccupationGroup[];
  readonly measures: ReadonlyMap<string, Measure>;
  /** Who takes what of pay in which order; the measures that the chains make are among `measures`. */
  readonly chains: readonly WrittenChain[];
  /** Measures that claims may give and that the account does not have, each with the reason why they are shown and not used. */
  readonly shown: ReadonlyMap<string, string>;
  readonly headlines: readonly string[];
  readonly flow?: FlowSpec;
  /** Lines of the file on which measures are written, for messages. */
  readonly lines: ReadonlyMap<string, number>;
}
