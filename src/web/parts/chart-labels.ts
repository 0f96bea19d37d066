import { useMemo } from "react";
import { type ChartLabels, chartLabels } from "../charts/labels.ts";
import { useMessages } from "../messages/language.tsx";

/** The words and numbers of the charts in the language in use. */
export function useChartLabels(): ChartLabels {
  const m = useMessages();
  return useMemo(() => chartLabels(m), [m]);
}
