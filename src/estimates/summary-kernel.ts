import { plainSeries, type SeriesKernel } from "../math/series.ts";
import { type NodesDrawn, nodesDrawn } from "./nodes-drawn.ts";

/** What takes nearly all the time of summing draws up. */
export interface SummaryKernel {
  readonly nodesDrawn: NodesDrawn;
  readonly series: SeriesKernel;
}

/** Without any faster kernel. */
export const plainSummaries: SummaryKernel = { nodesDrawn, series: plainSeries };
