import type { ReactNode } from "react";
import type { FlowPictureProps } from "./props.ts";

export function FlowPicture(props: FlowPictureProps): ReactNode {
  return <span>{props.title}</span>;
}
