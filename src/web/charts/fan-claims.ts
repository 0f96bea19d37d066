import type { ClaimView } from "../../cases/views.ts";
import type { ClaimResult, Estimate } from "../../estimates/estimate.ts";
import type { Scale } from "./scale.ts";

/** A claim that speaks of a year's quantity. */
export interface DrawnClaim {
  readonly view: ClaimView;
  readonly result: ClaimResult;
  readonly year: number;
}

/** A claim's circle and range, in pixels. */
export interface ClaimMark {
  readonly claim: DrawnClaim;
  readonly x: number;
  readonly y: number;
  readonly low: number;
  readonly high: number;
  /** Radius of the filled part: its area is the share of the claim that counts. */
  readonly filled: number;
  readonly conflict: boolean;
  /** Set when the circle would stand outside the axis, which it then points out of. */
  readonly beyond?: "above" | "below";
}

/**
 * The year that a quantity's id ends on.
 * @example
 * yearOf("workers.RU.2012") // => 2012
 */
export function yearOf(quantity: string): number | undefined {
  const text = /\.(\d{4})$/.exec(quantity)?.[1];
  return text === undefined ? undefined : Number(text);
}

/** The claims that are used and speak of one of the estimates. */
export function drawnClaims(claims: readonly ClaimView[], estimates: readonly Estimate[]): DrawnClaim[] {
  const drawn = new Map(estimates.map((estimate) => [estimate.quantity, estimate.year]));
  return claims.flatMap((view) => {
    const { result } = view;
    if (result?.quantity === undefined || result.unused !== undefined) return [];
    const year = drawn.get(result.quantity) ?? (drawn.has(result.quantity) ? yearOf(result.quantity) : undefined);
    return year === undefined ? [] : [{ view, result, year }];
  });
}

/** Whether the account calls a claim more likely wrong than right. */
export function isConflict(result: ClaimResult | undefined): boolean {
  return result !== undefined && result.conflict >= 0.5;
}

/**
 * The values that an axis must hold: all estimates, and the claims that fit them. A claim in conflict may stand beyond it.
 */
export function fanExtent(estimates: readonly Estimate[], claims: readonly DrawnClaim[]): [number, number] {
  const top = Math.max(0, ...estimates.map((estimate) => estimate.q95));
  const fitting = claims.filter(({ result }) => !isConflict(result) && result.high <= 2 * top);
  const highs = [top, ...fitting.map(({ result }) => result.high)];
  const lows = [...estimates.map((estimate) => estimate.q05), ...fitting.map(({ result }) => result.low)];
  const positive = lows.filter((low) => low > 0);
  const high = Math.max(...highs);
  return [positive.length === 0 ? 0 : Math.min(...positive), high];
}

/** Places beside one another for circles of one year that would cover each other: 0, 1, −1, 2 … in steps. */
export function lanes(heights: readonly number[], apart: number): number[] {
  const last: { lane: number; y: number }[] = [];
  const order = [...heights.keys()].toSorted((a, b) => (heights[a] ?? 0) - (heights[b] ?? 0));
  const taken = new Array<number>(heights.length).fill(0);
  for (const index of order) {
    const y = heights[index] ?? 0;
    const free = [0, 1, -1, 2, -2, 3, -3].find((lane) =>
      last.every((other) => other.lane !== lane || Math.abs(other.y - y) >= apart),
    );
    const lane = free ?? 0;
    taken[index] = lane;
    last.push({ lane, y });
  }
  return taken;
}

interface ClaimPlaces {
  readonly x: (year: number) => number;
  readonly scale: Scale;
  readonly radius: number;
  /** Greatest step between circles of one year. */
  readonly step: number;
}

function beyond(result: ClaimResult, scale: Scale): "above" | "below" | undefined {
  if (result.center > scale.domain[1] * 1.0001) return "above";
  return result.center < scale.domain[0] * 0.9999 ? "below" : undefined;
}

/** The circles of claims on their ranges, side by side where they would cover one another. */
export function claimMarks(claims: readonly DrawnClaim[], places: ClaimPlaces): ClaimMark[] {
  const { scale, radius } = places;
  const years = [...new Set(claims.map((claim) => claim.year))];
  return years.flatMap((year) => {
    const group = claims.filter((claim) => claim.year === year);
    const offsets = lanes(
      group.map(({ result }) => scale.at(result.center)),
      2 * radius + 1,
    );
    return group.map((claim, index) => {
      const { result } = claim;
      const out = beyond(result, scale);
      return {
        claim,
        x: places.x(claim.year) + (offsets[index] ?? 0) * places.step,
        y: scale.at(result.center),
        low: scale.at(result.low),
        high: scale.at(result.high),
        filled: radius * Math.sqrt(Math.min(1, Math.max(0, result.weight))),
        conflict: isConflict(result),
        ...(out === undefined ? {} : { beyond: out }),
      };
    });
  });
}
