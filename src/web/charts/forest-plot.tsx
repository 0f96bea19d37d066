import type { ReactNode } from "react";
import type { ForestPlotProps } from "./props.ts";

export function ForestPlot(props: ForestPlotProps): ReactNode {
  return <span>{props.title}</span>;
}
