import { lazy } from "react";

/** The charts with a frame, each in a chunk of its own: wrap them in a Suspense with a fallback of the chart's height. */
export const FanChart = lazy(async () => ({ default: (await import("./fan-chart.tsx")).FanChart }));
export const ForestPlot = lazy(async () => ({ default: (await import("./forest-plot.tsx")).ForestPlot }));
export const FlowPicture = lazy(async () => ({ default: (await import("./flow-picture.tsx")).FlowPicture }));
export const PlaceMap = lazy(async () => ({ default: (await import("./place-map.tsx")).PlaceMap }));
