import { type ReactNode, Suspense } from "react";
import { Waiting } from "./states.tsx";

/** Room for a chart that is loaded when it is needed, of the chart's own height, so that nothing moves. */
export function ChartRoom({
  children,
  tall = false,
}: {
  readonly children: ReactNode;
  readonly tall?: boolean;
}): ReactNode {
  return (
    <section className={tall ? "chart-room chart-room-tall" : "chart-room"}>
      <Suspense fallback={<Waiting size="chart" />}>{children}</Suspense>
    </section>
  );
}
