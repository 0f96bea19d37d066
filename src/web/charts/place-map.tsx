import type { ReactNode } from "react";
import type { PlaceMapProps } from "./props.ts";

export function PlaceMap(props: PlaceMapProps): ReactNode {
  return <span>{props.title}</span>;
}
