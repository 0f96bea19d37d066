import type { Account } from "../accounts/account.ts";
import { parseQuantityId } from "../accounts/quantity-id.ts";
import { overHeadlines } from "../cases/headline-quantities.ts";
import type { Summary } from "../estimates/estimate.ts";
import { priorDraws } from "../estimates/prior-draws.ts";
import { reportedQuantities } from "../estimates/reported.ts";
import { summarisePrior } from "../estimates/summarise.ts";

/** What is thought of a quantity before any claim is heard. */
export interface QuantityPrior {
  readonly quantity: string;
  readonly measure: string;
  readonly place?: string;
  readonly occupation?: string;
  readonly year?: number;
  readonly unit: string;
  readonly prior: Summary;
}

const DRAWS = 4000;

/** The prior of every headline for the world, year by year, in the headline's unit. */
export function headlinePriors(account: Account, seed: number): QuantityPrior[] {
  const draws = priorDraws(account, DRAWS, seed);
  const priors = account.headlines.flatMap((id) => {
    const measure = account.measures.get(id);
    if (measure === undefined) return [];
    return summarisePrior(account, reportedQuantities(account, measure), draws).map(({ quantity, prior }) => ({
      quantity,
      ...parseQuantityId(quantity),
      unit: measure.unit,
      prior,
    }));
  });
  return overHeadlines(account, priors);
}
