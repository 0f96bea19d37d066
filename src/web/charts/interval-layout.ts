import type { Interval } from "./props.ts";
import { linearScale, logScale, type Scale } from "./scale.ts";

/** Where an interval's parts fall along one axis, in pixels. */
export interface IntervalLayout {
  readonly dot: number;
  readonly thick: readonly [number, number];
  readonly thin: readonly [number, number];
  /** True where the 90 % interval goes on beyond the axis. */
  readonly below: boolean;
  readonly above: boolean;
}

/** Where the dot and the two lines of an interval fall on a scale. */
export function layoutInterval(interval: Interval, scale: Scale): IntervalLayout {
  return {
    dot: scale.at(interval.median),
    thick: [scale.at(interval.q25), scale.at(interval.q75)],
    thin: [scale.at(interval.q05), scale.at(interval.q95)],
    below: interval.q05 < scale.domain[0] * (scale.kind === "log" ? 0.999 : 1),
    above: interval.q95 > scale.domain[1],
  };
}

/**
 * The axis of a mark that stands alone: from zero to a little over the interval, or the interval's own span on a log scale.
 * @example
 * ownDomain({ median: 5, q05: 2, q25: 4, q75: 6, q95: 8 }, "linear") // => [0, 8.4]
 */
export function ownDomain(interval: Interval, kind: "linear" | "log"): [number, number] {
  if (kind === "log") return [interval.q05 / 1.5, interval.q95 * 1.5];
  return [Math.min(0, interval.q05), Math.max(0, interval.q95) * 1.05];
}

/** The scale of a stand-alone mark, with room at both ends for the dot. */
export function markScale(
  domain: readonly [number, number],
  kind: "linear" | "log",
  options: { readonly width: number; readonly pad: number },
): Scale {
  const range: [number, number] = [options.pad, Math.max(options.pad + 1, options.width - options.pad)];
  return kind === "log" ? logScale(domain, range) : linearScale(domain, range);
}
