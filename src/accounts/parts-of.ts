import type { Account, Measure } from "./account.ts";
import type { QuantityName } from "./quantity-id.ts";

/**
 * The quantities that one is combined from: the places of a region; at a leaf place, or without places, the leaf occupations of
 * a group of them or of all work. Absent for a cell, which is not combined from anything.
 * @example
 * partsOf({ regions: [{ id: "world", members: ["A", "B"] }] }, { over: ["place"] }, { measure: "workers", place: "world" }) // => [{"measure":"workers","place":"A"},{"measure":"workers","place":"B"}]
 */
export function partsOf(
  account: Account,
  measure: Pick<Measure, "over">,
  name: QuantityName,
): readonly QuantityName[] | undefined {
  const region = measure.over.includes("place") ? account.regions.find(({ id }) => id === name.place) : undefined;
  if (region) return region.members.map((place) => ({ ...name, place }));
  if (!measure.over.includes("occupation")) return undefined;
  return leavesOf(account, name.occupation)?.map((occupation) => ({ ...name, occupation }));
}

/** The leaves of a group or of all work; absent for a leaf. */
function leavesOf(account: Account, occupation: string | undefined): readonly string[] | undefined {
  if (occupation === undefined) return account.occupations.map(({ id }) => id);
  return account.occupationGroups.find(({ id }) => id === occupation)?.members;
}

/**
 * The leaf cells that a formula sums over in one dimension, from the cell that it is computed in.
 * @example
 * cellsOver({ places: [{ id: "A" }, { id: "B" }] }, "place", { year: 2012 }) // => [{"year":2012,"place":"A"},{"year":2012,"place":"B"}]
 */
export function cellsOver<Cell extends Omit<QuantityName, "measure">>(
  account: Pick<Account, "places" | "occupations">,
  dimension: "place" | "occupation",
  cell: Cell,
): readonly Cell[] {
  return dimension === "place"
    ? account.places.map(({ id }) => ({ ...cell, place: id }))
    : account.occupations.map(({ id }) => ({ ...cell, occupation: id }));
}
