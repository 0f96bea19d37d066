/** A number as a source gave it: a point, two bounds, or one. Both bounds are in the printed unit. */
export type Range =
  | { readonly kind: "point"; readonly value: number }
  | { readonly kind: "between"; readonly low: number; readonly high: number }
  | { readonly kind: "at least"; readonly low: number }
  | { readonly kind: "at most"; readonly high: number };
