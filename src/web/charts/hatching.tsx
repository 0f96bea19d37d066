import type { ReactNode } from "react";

/** The pattern for what is assumed rather than estimated: fill with `url(#id)`. */
export function Hatching(props: { readonly id: string }): ReactNode {
  return (
    <defs>
      <pattern id={props.id} width={6} height={6} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <line className="chart-hatch" x1={0} x2={0} y1={0} y2={6} />
      </pattern>
    </defs>
  );
}
