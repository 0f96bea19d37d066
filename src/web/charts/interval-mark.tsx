import type { ReactNode } from "react";
import type { IntervalMarkProps } from "./props.ts";

export function IntervalMark(props: IntervalMarkProps): ReactNode {
  return <span>{props.name}</span>;
}
