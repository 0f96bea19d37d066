import type { ClaimView, FlowPart, PlaceView } from "../../cases/views.ts";
import type { Estimate } from "../../estimates/estimate.ts";
import type { ChartLabels } from "./labels.ts";

/** Five numbers of a distribution: what an interval mark draws. */
export interface Interval {
  readonly median: number;
  readonly q05: number;
  readonly q25: number;
  readonly q75: number;
  readonly q95: number;
}

/** `auto` takes the log scale when the values span more than a factor of twenty, and says so. */
export type ScaleChoice = "linear" | "log" | "auto";

/** What every chart with a frame (title, key, table, downloads) takes. */
export interface FrameProps {
  /** States the finding: "Most of the pay never reaches the worker". */
  readonly title: string;
  /** What is measured. */
  readonly subtitle?: string | undefined;
  /** Source count and caveats. */
  readonly note?: string | undefined;
  /** Level of the title's heading; 2 unless told. */
  readonly level?: 2 | 3 | 4 | undefined;
  /** Name of the downloaded files, without ending; made from the title unless told. */
  readonly fileName?: string | undefined;
  /** Words and number formats; English unless told. */
  readonly labels?: ChartLabels | undefined;
  /** Opens the trace of a quantity. Marks and table rows are buttons when it is given. */
  readonly onOpen?: ((quantity: string) => void) | undefined;
}

/** A mark within a line of text or a table cell; no frame. */
export interface IntervalMarkProps {
  /** What is estimated, for the spoken label: "Workers in Russia, 2012". */
  readonly name: string;
  /** `persons`, `USD/person/month`, `share` … */
  readonly unit: string;
  /** Absent: not established, drawn as an empty ring with those words. */
  readonly interval?: Interval | undefined;
  /** Drawn behind, dotted. */
  readonly prior?: Interval | undefined;
  /** Assumed rather than estimated (`carriedByPrior`): hatched. */
  readonly assumed?: boolean | undefined;
  /** Ends of the shared axis of a column of marks; from the interval and zero unless told. */
  readonly domain?: readonly [number, number] | undefined;
  readonly scale?: "linear" | "log" | undefined;
  /** In pixels: 160 × 20 unless told. */
  readonly width?: number | undefined;
  readonly height?: number | undefined;
  /** Opens the trace; the mark is a button when it is given. */
  readonly onOpen?: (() => void) | undefined;
  readonly labels?: ChartLabels | undefined;
}

/** A density with its prior behind, for a trace or a table; no frame. Fills the width of its container. */
export interface DensityMarkProps {
  readonly name: string;
  readonly estimate: Estimate;
  readonly scale?: "linear" | "log" | undefined;
  /** In pixels: 96 unless told. */
  readonly height?: number | undefined;
  readonly labels?: ChartLabels | undefined;
}

/** A dated rule or event to mark on the axis of years. */
export interface YearMark {
  readonly year: number;
  readonly label: string;
}

/** Estimates over years with the claims that speak of them. */
export interface FanChartProps extends FrameProps {
  /** What is estimated: "Workers abroad". */
  readonly name: string;
  /** One a year, any order. */
  readonly estimates: readonly Estimate[];
  /** Drawn at the year of the quantity that they speak of; claims without a result are counted in words. */
  readonly claims?: readonly ClaimView[] | undefined;
  readonly marks?: readonly YearMark[] | undefined;
  /** Year to point out. */
  readonly year?: number | undefined;
  readonly scale?: ScaleChoice | undefined;
  /** Draws the prior behind; true unless told. */
  readonly prior?: boolean | undefined;
  /** Height of the plot in pixels: 320 unless told. */
  readonly height?: number | undefined;
  /** Opens a claim. */
  readonly onOpenClaim?: ((claim: string) => void) | undefined;
}

/** Claims, each against the estimate of the quantity that it speaks of. */
export interface ForestPlotProps extends FrameProps {
  /** What the claims are on: the quantity where they speak of one, else the measure. */
  readonly name: string;
  /** Those of the quantities that the claims name; others are left out. Empty until the case has been reconciled. */
  readonly estimates: readonly Estimate[];
  readonly claims: readonly ClaimView[];
  /** Name of a quantity: `workers.RU.2012`; its id unless told. */
  readonly quantityName?: ((quantity: string) => string) | undefined;
  /** Heading of the claims on a quantity whatever the year: `workers.RU`. */
  readonly subjectName?: ((subject: string) => string) | undefined;
  readonly scale?: ScaleChoice | undefined;
  readonly onOpenClaim?: ((claim: string) => void) | undefined;
}

/** What of a whole goes where. */
export interface FlowPictureProps extends FrameProps {
  /** The whole: "100 earned". */
  readonly whole: string;
  readonly parts: readonly FlowPart[];
}

/** An estimate at a place. */
export interface PlaceEstimate {
  readonly place: PlaceView;
  readonly estimate: Estimate;
}

/** Estimates of one measure and year on the map; places without a position stand in the table and in words. */
export interface PlaceMapProps extends FrameProps {
  readonly name: string;
  readonly places: readonly PlaceEstimate[];
  /** id of the place to point out. */
  readonly selected?: string | undefined;
}
