import type { Account, EstimatedMeasure, Measure, PriorInterval } from "../accounts/account.ts";
import { fromScale, toScale } from "./stated-width.ts";

/** A prior that is switched off is this many times as wide on its scale: without any prior an account says nothing at all. */
export const LOOSENED = 3;

/**
 * An account with the priors of some measures loosened: their intervals three times as wide on their scale, what is stated of
 * their totals left out.
 * @example
 * [...accountWithout({ measures: new Map([["x", { kind: "estimated", scale: "log", prior: { default: [1, 10], places: new Map() } }]]) }, ["x"]).measures.values()][0].prior.default.map(Math.round) // => [0,100]
 */
export function accountWithout(account: Account, priors: readonly string[]): Account {
  if (priors.length === 0) return account;
  const measures = [...account.measures].map(([id, measure]): [string, Measure] =>
    priors.includes(id) && measure.kind === "estimated" ? [id, loosened(measure)] : [id, measure],
  );
  return { ...account, measures: new Map(measures) };
}

function loosened(measure: EstimatedMeasure): EstimatedMeasure {
  const { default: usual, places, occupations, pooled } = measure.prior;
  const widen = (interval: PriorInterval): PriorInterval => {
    const [low, high] = [toScale(interval[0], measure.scale), toScale(interval[1], measure.scale)];
    const [middle, half] = [(low + high) / 2, ((high - low) / 2) * LOOSENED];
    return [fromScale(middle - half, measure.scale), fromScale(middle + half, measure.scale)];
  };
  const widenAll = (intervals: ReadonlyMap<string, PriorInterval>) =>
    new Map([...intervals].map(([key, interval]) => [key, widen(interval)]));
  return {
    ...measure,
    prior: {
      default: widen(usual),
      places: widenAll(places),
      ...(occupations === undefined ? {} : { occupations: widenAll(occupations) }),
      ...(pooled === undefined ? {} : { pooled }),
    },
  };
}

/**
 * An account that states nothing of totals but for some measures.
 * @example
 * accountWithTotalsOf({ measures: new Map() }, []).measures.size // => 0
 */
export function accountWithTotalsOf(account: Account, kept: readonly string[]): Account {
  const measures = [...account.measures].map(([id, measure]): [string, Measure] => {
    if (measure.kind !== "estimated" || kept.includes(id)) return [id, measure];
    const { total: _total, most: _most, ...prior } = measure.prior;
    return [id, { ...measure, prior }];
  });
  return { ...account, measures: new Map(measures) };
}
