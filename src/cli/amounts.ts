import type { Summary } from "../estimates/estimate.ts";
import { LARGEST_FACTOR, roundedFactor, type Slip } from "../estimates/slip.ts";

const FIGURES = 2;

/** A number as people say it: two significant figures, more only for years and counts that need them, digits in groups. */
export function amount(value: number, figures = FIGURES): string {
  if (!Number.isFinite(value)) return String(value);
  if (value === 0) return "0";
  const rounded = Number(value.toPrecision(figures));
  if (Math.abs(rounded) < 0.001) return rounded.toExponential();
  const [whole = "", decimals] = rounded.toString().split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, " ");
  return decimals === undefined ? grouped : `${grouped}.${decimals}`;
}

/** A median with its 90 % interval: `62 000 (54 000–71 000)`. Shares are shown in per cent. */
export function interval(summary: Summary, unit: string): string {
  const scale = unit === "share" ? 100 : 1;
  const end = unit === "share" ? " %" : "";
  return `${amount(summary.median * scale)}${end} (${amount(summary.q05 * scale)}–${amount(summary.q95 * scale)}${end})`;
}

/** A slip with how much likelier it is than an error that nothing explains. */
export function slipLine({ words, bayesFactor }: Slip): string {
  const more = bayesFactor > LARGEST_FACTOR ? "more than " : "";
  return `${words}: ${more}${roundedFactor(bayesFactor)} times likelier`;
}
