import type { ScaleChoice } from "./props.ts";

/** A mapping of values to pixels, with the ticks that its axis prints. */
export interface Scale {
  readonly kind: "linear" | "log";
  readonly domain: readonly [number, number];
  readonly ticks: readonly number[];
  /** The pixel of a value; values outside the domain stop at its ends. */
  readonly at: (value: number) => number;
}

const STEPS = [1, 2, 5, 10];

/**
 * Round values from `low` to `high`, about `count` of them, at steps of 1, 2 or 5 times a power of ten.
 * @example
 * linearTicks(0, 90, 4) // => [0, 20, 40, 60, 80]
 */
export function linearTicks(low: number, high: number, count: number): number[] {
  if (!(high > low) || count < 1) return [low];
  const rough = (high - low) / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * (STEPS.find((factor) => factor * power >= rough * 0.999) ?? 10);
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  return Array.from({ length: last - first + 1 }, (_, index) => Number(((first + index) * step).toPrecision(12)));
}

/**
 * Powers of ten from `low` to `high`, with their 2 and 5 folds where there are few, or linear ticks within one decade.
 * @example
 * logTicks(1, 200, 6) // => [1, 2, 5, 10, 20, 50, 100, 200]
 */
export function logTicks(low: number, high: number, count: number): number[] {
  const decades = Math.log10(high) - Math.log10(low);
  if (decades < 0.8) return linearTicks(low, high, count).filter((tick) => tick > 0);
  const folds = decades * 3 <= count * 1.35 ? [1, 2, 5] : decades * 2 <= count * 1.35 ? [1, 3] : [1];
  const every = Math.max(1, Math.ceil(decades / count));
  const ticks: number[] = [];
  for (let power = Math.floor(Math.log10(low)); power <= Math.ceil(Math.log10(high)); power += every) {
    for (const fold of folds) ticks.push(Number((fold * 10 ** power).toPrecision(12)));
  }
  return ticks.filter((tick) => tick >= low * 0.9999 && tick <= high * 1.0001);
}

function clamped(value: number, [low, high]: readonly [number, number]): number {
  return Math.min(high, Math.max(low, value));
}

function widened([low, high]: readonly [number, number]): [number, number] {
  if (!Number.isFinite(low) || !Number.isFinite(high)) return [0, 1];
  if (high - low > Math.abs(high) * 1e-9) return [low, high];
  return low === 0 ? [0, 1] : [Math.min(0, low), Math.max(0, low * 1.25)];
}

/** The linear scale of a domain onto pixels; a domain without width gets some. */
export function linearScale(domain: readonly [number, number], range: readonly [number, number], tickCount = 5): Scale {
  const wide = widened(domain);
  const slope = (range[1] - range[0]) / (wide[1] - wide[0]);
  const at = (value: number): number => range[0] + (clamped(value, wide) - wide[0]) * slope;
  return { kind: "linear", domain: wide, ticks: linearTicks(wide[0], wide[1], tickCount), at };
}

/** The log scale of a positive domain onto pixels; a domain that reaches zero starts a millionth below its end. */
export function logScale(domain: readonly [number, number], range: readonly [number, number], tickCount = 5): Scale {
  const high = domain[1] > 0 && Number.isFinite(domain[1]) ? domain[1] : 1;
  const low = domain[0] > 0 && Number.isFinite(domain[0]) ? domain[0] : high / 1e6;
  const wide: [number, number] = high > low * 1.000001 ? [low, high] : [low / 2, low * 2];
  const from = Math.log(wide[0]);
  const slope = (range[1] - range[0]) / (Math.log(wide[1]) - from);
  const at = (value: number): number => range[0] + (Math.log(clamped(value, wide)) - from) * slope;
  return { kind: "log", domain: wide, ticks: logTicks(wide[0], wide[1], tickCount), at };
}

/**
 * The kind of scale for values: `auto` is log when positive values span more than a factor of twenty.
 * @example
 * chooseScale("auto", [10, 300]) // => "log"
 */
export function chooseScale(choice: ScaleChoice, values: readonly number[]): "linear" | "log" {
  if (choice !== "auto") return choice;
  const known = values.filter((value) => Number.isFinite(value));
  if (known.length === 0 || known.some((value) => value <= 0)) return "linear";
  return Math.max(...known) / Math.min(...known) > 20 ? "log" : "linear";
}
