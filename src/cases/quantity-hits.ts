import type { Account } from "../accounts/account.ts";
import type { Estimate } from "../estimates/estimate.ts";
import { quantityLabel } from "../estimates/trace-quantity.ts";
import type { SearchHit } from "./views.ts";

const SHOWN = 6;

/**
 * The quantities whose name holds every word of a search, those with the most independent origins first: "workers russia
 * 2012" finds workers in Russia in 2012. At most six, so that they never push claims and passages off the page.
 * @example
 * quantityHits({ kind: "account", firstYear: 2000, lastYear: 2010, anchor: 2005, places: [], regions: [], groups: [], measures: new Map(), headlines: [] }, [], "workers") // => []
 */
export function quantityHits(account: Account, estimates: readonly Estimate[], query: string): SearchHit[] {
  const words = fold(query)
    .split(/\s+/u)
    .filter((word) => word !== "");
  if (words.length === 0) return [];
  return estimates
    .map((estimate) => ({ estimate, title: quantityLabel(account, estimate.quantity) }))
    .filter(({ estimate, title }) =>
      holdsAll(`${fold(title)} ${fold(estimate.quantity).replaceAll(/[.:]/gu, " ")}`, words),
    )
    .sort((a, b) => b.estimate.origins - a.estimate.origins || (b.estimate.year ?? 0) - (a.estimate.year ?? 0))
    .slice(0, SHOWN)
    .map(({ estimate, title }) => ({ kind: "quantity", id: estimate.quantity, title, snippet: originsText(estimate) }));
}

function holdsAll(text: string, words: readonly string[]): boolean {
  const starts = text.split(/[\s·_-]+/u);
  return words.every((word) => starts.some((start) => start.startsWith(word)));
}

const fold = (text: string): string => text.normalize("NFKC").toLowerCase();

function originsText({ claims, origins }: Estimate): string {
  if (claims === 0) return "no claim speaks of it directly";
  return `${claims} ${claims === 1 ? "claim" : "claims"} from ${origins} independent ${origins === 1 ? "origin" : "origins"}`;
}
