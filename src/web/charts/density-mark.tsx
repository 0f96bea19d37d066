import type { ReactNode } from "react";
import type { DensityMarkProps } from "./props.ts";

export function DensityMark(props: DensityMarkProps): ReactNode {
  return <span>{props.name}</span>;
}
