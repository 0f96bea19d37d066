import type { Account } from "../accounts/account.ts";
import { quantityId } from "../accounts/quantity-id.ts";
import type { Estimate } from "../estimates/estimate.ts";
import type { FlowPart } from "./views.ts";

/**
 * What of 100 earned goes to each part in a year, with 90 % intervals. Where the account estimates a part's share of the
 * whole (a measure whose formula is `part / whole`) that is shown; else the part is held against the median of the whole.
 * Empty when the account has no flow, or the whole or any part has no estimate.
 * @example
 * flowOf({ kind: "account", firstYear: 2000, lastYear: 2010, anchor: 2005, places: [], regions: [], groups: [], measures: new Map(), headlines: [] }, new Map(), 2012) // => []
 */
export function flowOf(account: Account, byQuantity: ReadonlyMap<string, Estimate>, year: number): FlowPart[] {
  const { flow } = account;
  const at = (measure: string) =>
    byQuantity.get(quantityId({ measure, place: "world", year })) ?? byQuantity.get(quantityId({ measure, year }));
  const whole = flow === undefined ? undefined : at(flow.of);
  if (flow === undefined || whole === undefined || whole.median <= 0) return [];
  const parts = flow.parts.flatMap((measure) => {
    const estimate = at(measure);
    if (estimate === undefined) return [];
    const share = at(shareMeasure(account, measure, flow.of) ?? "");
    const shown = share ?? estimate;
    const scale = share === undefined ? 100 / whole.median : 100;
    const interval = { median: shown.median * scale, q05: shown.q05 * scale, q95: Math.min(shown.q95 * scale, 100) };
    const name = account.measures.get(measure)?.name ?? measure;
    return [{ measure, name, quantity: shown.quantity, ...interval, worker: measure === flow.worker }];
  });
  return parts.length === flow.parts.length ? parts : [];
}

function shareMeasure(account: Account, part: string, whole: string): string | undefined {
  for (const measure of account.measures.values()) {
    if (measure.kind === "derived" && measure.text.replace(/\s/g, "") === `${part}/${whole}`) return measure.id;
  }
  return undefined;
}
