import type { Estimate } from "../estimates/estimate.ts";
import type { FlowPart, MeasureView } from "./views.ts";

/** The measures that a worker's pay is split into. */
export interface FlowNames {
  /** Measure of the whole, before anything is taken. */
  readonly of: string;
  /** Measures of the parts, in the order in which they are taken. */
  readonly parts: readonly string[];
  /** The part that reaches the worker. */
  readonly worker: string;
}

/**
 * What of 100 earned goes to each part in a year, with 90 % intervals. Where the account estimates a part's share of the
 * whole (a measure whose formula is `part / whole`) that is shown; else the part is held against the median of the whole.
 * Empty when the whole or any part has no estimate.
 * @example
 * flowOf({ of: "gross", parts: ["net"], worker: "net" }, [], new Map(), 2012) // => []
 */
export function flowOf(names: FlowNames, measures: readonly MeasureView[], byQuantity: ReadonlyMap<string, Estimate>, year: number): FlowPart[] {
  const whole = byQuantity.get(`${names.of}.world.${year}`);
  if (whole === undefined || whole.median <= 0) return [];
  const parts = names.parts.flatMap((measure) => {
    const estimate = byQuantity.get(`${measure}.world.${year}`);
    if (estimate === undefined) return [];
    const share = byQuantity.get(`${shareMeasure(measure, names.of, measures)}.world.${year}`);
    const shown = share ?? estimate;
    const scale = share === undefined ? 100 / whole.median : 100;
    const name = measures.find((m) => m.id === measure)?.name ?? measure;
    const part = { median: shown.median * scale, q05: shown.q05 * scale, q95: Math.min(shown.q95 * scale, 100) };
    return [{ measure, name, quantity: shown.quantity, ...part, worker: measure === names.worker }];
  });
  return parts.length === names.parts.length ? parts : [];
}

function shareMeasure(part: string, whole: string, measures: readonly MeasureView[]): string | undefined {
  return measures.find((m) => m.formula?.replace(/\s/g, "") === `${part}/${whole}`)?.id;
}
