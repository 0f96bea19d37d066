import type { Account, Measure } from "../accounts/account.ts";
import type { Formula } from "../accounts/formula.ts";
import { type QuantityName, quantityId } from "../accounts/quantity-id.ts";
import { narrowTo } from "./support.ts";

/** Between what a quantity must lie, and which claims say so. */
export interface Bounds {
  readonly low: number;
  readonly high: number;
  readonly lowFrom: readonly string[];
  readonly highFrom: readonly string[];
}

/** The bounds that claims put on single quantities, by id. */
export type StatedBounds = ReadonlyMap<string, Bounds>;

/**
 * Between what a quantity must lie by the identities of the account, whatever its own claims say: sums of places, formulas,
 * shares between nothing and one; from the bounds that claims put on what it is computed from.
 * @example
 * impliedBounds({ measures: new Map([["x", { id: "x", kind: "estimated", unit: "share", over: [] }]]), places: [], regions: [] }, new Map(), { measure: "x" }).high // => 1
 */
export function impliedBounds(account: Account, stated: StatedBounds, name: QuantityName): Bounds {
  const measure = account.measures.get(name.measure);
  if (!measure || measure.kind === "mixed") return anything();
  const region = measure.over.includes("place") && account.regions.find((one) => one.id === name.place);
  if (region) {
    if (measure.combine !== "sum") return domainOf(measure);
    return region.members
      .map((place) => boundsWithin(account, stated, { ...name, place }))
      .reduce((sum, one) => combine(sum, one, (a, b) => a + b), exactly(0));
  }
  if (measure.kind === "estimated") return domainOf(measure);
  return meet(domainOf(measure), ofFormula(account, stated, measure.formula, name));
}

/** What both its own claims and the identities allow. */
function boundsWithin(account: Account, stated: StatedBounds, name: QuantityName): Bounds {
  const implied = impliedBounds(account, stated, name);
  const own = stated.get(quantityId(name));
  return own ? meet(implied, own) : implied;
}

function ofFormula(account: Account, stated: StatedBounds, formula: Formula, cell: QuantityName): Bounds {
  const of = (inner: Formula, at = cell) => ofFormula(account, stated, inner, at);
  switch (formula.kind) {
    case "number":
      return exactly(formula.value);
    case "measure": {
      const input = account.measures.get(formula.measure);
      return input ? boundsWithin(account, stated, narrowTo(input, cell)) : anything();
    }
    case "sum over":
      return account.places
        .map((place) => of(formula.of, { ...cell, place: place.id }))
        .reduce((sum, one) => combine(sum, one, (a, b) => a + b), exactly(0));
    case "add":
      return combine(of(formula.left), of(formula.right), (a, b) => a + b);
    case "multiply":
      return combine(of(formula.left), of(formula.right), times);
    case "divide":
      return combine(of(formula.left), inverse(of(formula.right)), times);
  }
}

function anything(): Bounds {
  return { low: 0, high: Number.POSITIVE_INFINITY, lowFrom: [], highFrom: [] };
}

function exactly(value: number): Bounds {
  return { ...anything(), low: value, high: value };
}

function domainOf(measure: Pick<Measure, "unit"> & { readonly scale?: "log" | "logit" }): Bounds {
  return measure.unit === "share" && measure.scale !== "log" ? { ...anything(), high: 1 } : anything();
}

/** Every operation here rises with both of its sides, so that ends meet ends. */
function combine(a: Bounds, b: Bounds, join: (a: number, b: number) => number): Bounds {
  return {
    low: join(a.low, b.low),
    high: join(a.high, b.high),
    lowFrom: [...a.lowFrom, ...b.lowFrom],
    highFrom: [...a.highFrom, ...b.highFrom],
  };
}

/** Nothing times what has no end is taken to have no end: the wide answer is the safe one. */
function times(a: number, b: number): number {
  const product = a * b;
  return Number.isNaN(product) ? Number.POSITIVE_INFINITY : product;
}

function inverse({ low, high, lowFrom, highFrom }: Bounds): Bounds {
  return { low: 1 / high, high: 1 / low, lowFrom: highFrom, highFrom: lowFrom };
}

function meet(a: Bounds, b: Bounds): Bounds {
  const [lower, upper] = [a.low >= b.low ? a : b, a.high <= b.high ? a : b];
  return { low: lower.low, lowFrom: lower.lowFrom, high: upper.high, highFrom: upper.highFrom };
}
