/** A number as a source gave it: a point, two bounds, or one. Both bounds are in the printed unit. */
export type Range =
  | { readonly kind: "point"; readonly value: number }
  | { readonly kind: "between"; readonly low: number; readonly high: number }
  | { readonly kind: "at least"; readonly low: number }
  | { readonly kind: "at most"; readonly high: number };

/**
 * The range between two bounds: a point where they are equal, one bound where the other is absent.
 * @example
 * rangeFromBounds(150, 230) // => {"kind":"between","low":150,"high":230}
 */
export function rangeFromBounds(low?: number, high?: number): Range {
  if (low === undefined && high === undefined) throw new Error("invalid range: no bound");
  if (low === undefined) return { kind: "at most", high: high ?? 0 };
  if (high === undefined) return { kind: "at least", low };
  if (low > high) throw new Error(`invalid range: ${low} to ${high}`);
  return low === high ? { kind: "point", value: low } : { kind: "between", low, high };
}

/** The two ends of a range; one is absent where the source gave none. */
export interface Bounds {
  readonly low?: number;
  readonly high?: number;
}

/**
 * The bounds of a range, in the printed unit; a point has two equal ones.
 * @example
 * boundsOf({ kind: "at most", high: 9 }) // => {"high":9}
 */
export function boundsOf(range: Range): Bounds {
  switch (range.kind) {
    case "point":
      return { low: range.value, high: range.value };
    case "between":
      return { low: range.low, high: range.high };
    case "at least":
      return { low: range.low };
    case "at most":
      return { high: range.high };
  }
}
