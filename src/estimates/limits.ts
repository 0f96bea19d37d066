import type { Account, Measure } from "../accounts/account.ts";
import type { Formula } from "../accounts/formula.ts";
import { narrowTo } from "../accounts/narrow-to.ts";
import { cellsOver, partsOf } from "../accounts/parts-of.ts";
import { type QuantityName, quantityId } from "../accounts/quantity-id.ts";

/** Between what a quantity must lie, and which claims say so. */
export interface Limits {
  readonly low: number;
  readonly high: number;
  readonly lowFrom: readonly string[];
  readonly highFrom: readonly string[];
}

/** The bounds that claims put on single quantities, by id. */
export type StatedLimits = ReadonlyMap<string, Limits>;

/**
 * Between what a quantity must lie by the identities of the account, whatever its own claims say: sums of places and
 * occupations, formulas, shares between nothing and one; from the bounds that claims put on what it is computed from.
 * @example
 * impliedLimits({ measures: new Map([["x", { id: "x", kind: "estimated", unit: "share", over: [] }]]), places: [], regions: [] }, new Map(), { measure: "x" }).high // => 1
 */
export function impliedLimits(account: Account, stated: StatedLimits, name: QuantityName): Limits {
  const measure = account.measures.get(name.measure);
  if (!measure || measure.kind === "mixed") return anything();
  const parts = partsOf(account, measure, name);
  if (parts) {
    if (measure.combine !== "sum") return domainOf(measure);
    return parts
      .map((part) => limitsWithin(account, stated, part))
      .reduce((sum, one) => combine(sum, one, (a, b) => a + b), exactly(0));
  }
  if (measure.kind === "estimated") return domainOf(measure);
  return meet(domainOf(measure), ofFormula(account, stated, measure.formula, name));
}

/** What both its own claims and the identities allow. */
function limitsWithin(account: Account, stated: StatedLimits, name: QuantityName): Limits {
  const implied = impliedLimits(account, stated, name);
  const own = stated.get(quantityId(name));
  return own ? meet(implied, own) : implied;
}

function ofFormula(account: Account, stated: StatedLimits, formula: Formula, cell: QuantityName): Limits {
  const of = (inner: Formula, at = cell) => ofFormula(account, stated, inner, at);
  switch (formula.kind) {
    case "number":
      return exactly(formula.value);
    case "measure": {
      const input = account.measures.get(formula.measure);
      return input ? limitsWithin(account, stated, narrowTo(input, cell)) : anything();
    }
    case "sum over":
      return cellsOver(account, formula.dimension, cell)
        .map((one) => of(formula.of, one))
        .reduce((sum, one) => combine(sum, one, (a, b) => a + b), exactly(0));
    case "add":
      return combine(of(formula.left), of(formula.right), (a, b) => a + b);
    case "multiply":
      return combine(of(formula.left), of(formula.right), times);
    case "divide":
      return combine(of(formula.left), inverse(of(formula.right)), times);
  }
}

function anything(): Limits {
  return { low: 0, high: Number.POSITIVE_INFINITY, lowFrom: [], highFrom: [] };
}

function exactly(value: number): Limits {
  return { ...anything(), low: value, high: value };
}

function domainOf(measure: Pick<Measure, "unit"> & { readonly scale?: "log" | "logit" }): Limits {
  return measure.unit === "share" && measure.scale !== "log" ? { ...anything(), high: 1 } : anything();
}

/** Every operation here rises with both of its sides, so that ends meet ends. */
function combine(a: Limits, b: Limits, join: (a: number, b: number) => number): Limits {
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

function inverse({ low, high, lowFrom, highFrom }: Limits): Limits {
  return { low: 1 / high, high: 1 / low, lowFrom: highFrom, highFrom: lowFrom };
}

function meet(a: Limits, b: Limits): Limits {
  const [lower, upper] = [a.low >= b.low ? a : b, a.high <= b.high ? a : b];
  return { low: lower.low, lowFrom: lower.lowFrom, high: upper.high, highFrom: upper.highFrom };
}
