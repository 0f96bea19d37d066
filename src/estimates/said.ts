import type { Measure } from "../accounts/account.ts";
import type { Claim } from "../claims/claim.ts";
import { boundsOf } from "../values/range.ts";
import type { ObservationForm } from "./observation-form.ts";
import { scaleOf, statedWidth, toScale } from "./stated-width.ts";
import type { Target } from "./target.ts";

/**
 * What a claim says on the scale of a measure that it means: the middle and the 90 % half-width, and of a spread between people
 * how far their 5th and 95th percentiles lie from the middle.
 * @example
 * saidOn({ range: { kind: "between", low: 1, high: 1 }, approximate: false }, 1, { unit: "person" }, "value") // => {"center":0,"half":0}
 */
export function saidOn(
  claim: Claim,
  factor: number,
  meant: Measure,
  form: ObservationForm,
): Pick<Target, "center" | "half" | "spread"> {
  const { range } = claim;
  const scale = scaleOf(meant);
  if (form === "lower bound" || form === "upper bound") {
    const { low = 0, high = low } = boundsOf(range);
    const edge = (form === "lower bound" ? low : high) * factor;
    const value = scale === "logit" ? Math.min(0.995, Math.max(0.005, edge)) : edge > 0 ? edge : 1;
    return { center: toScale(value, scale), half: claim.approximate ? 0.3 : 0.05 };
  }
  const said = statedWidth(range, claim.approximate, factor, scale);
  if (form !== "spread" || range.kind !== "between") return said;
  // Each end is a number by itself, as wide as a point printed with its digits; the middle is the mean of the two.
  const ends = [range.low, range.high].map((value) =>
    statedWidth({ kind: "point", value }, claim.approximate, factor, scale),
  );
  const [low, high] = ends;
  if (!low || !high) return said;
  return { center: said.center, half: Math.hypot(low.half, high.half) / 2, spread: (high.center - low.center) / 2 };
}
