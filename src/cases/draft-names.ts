import type { Account } from "../accounts/account.ts";
import type { Claim } from "../claims/claim.ts";
import type { DraftNames } from "../claims/draft-paraphrase.ts";
import { measureViewsOf, placeViewsOf } from "./measure-views.ts";

/**
 * How a case calls its measures and places in a paraphrase; what it has no name for goes by its id.
 * @example
 * draftNames({ kind: "account", firstYear: 2000, lastYear: 2001, anchor: 2000, places: [{ id: "RU", name: "Russia", group: "RU" }], regions: [], groups: [], measures: new Map(), headlines: [] }, []).place("RU") // => "Russia"
 */
export function draftNames(
  account: Account,
  claims: readonly Pick<Claim, "measure" | "unit" | "currency" | "per">[],
): DraftNames {
  const measures = new Map(measureViewsOf(account, claims).map(({ id, name }) => [id, name]));
  const places = new Map(placeViewsOf(account).map(({ id, name }) => [id, name]));
  return { measure: (id) => measures.get(id) ?? id, place: (id) => places.get(id) ?? id };
}
