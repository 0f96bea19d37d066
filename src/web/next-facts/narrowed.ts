import type { Span90 } from "../../estimates/appraisal.ts";

function scaled(value: number, isShare: boolean): number {
  return isShare ? Math.log(value / (1 - value)) : Math.log(value);
}

function unscaled(value: number, isShare: boolean): number {
  return isShare ? 1 / (1 + Math.exp(-value)) : Math.exp(value);
}

/**
 * A 90 % interval at a fraction of its width on its scale (logarithms; log odds of a share), its middle where it was.
 * @example
 * narrowed({ median: 100, q05: 10, q95: 1000 }, 0.5, "person").q95.toFixed(1) // => "316.2"
 */
export function narrowed({ median, q05, q95 }: Span90, width: number, unit: string): Span90 {
  const isShare = unit === "share";
  const middle = scaled(median, isShare);
  const end = (value: number) => unscaled(middle + width * (scaled(value, isShare) - middle), isShare);
  return { median, q05: end(q05), q95: end(q95) };
}
