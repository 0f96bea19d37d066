import type { ReactNode } from "react";
import type { FanChartProps } from "./props.ts";

export function FanChart(props: FanChartProps): ReactNode {
  return <span>{props.title}</span>;
}
