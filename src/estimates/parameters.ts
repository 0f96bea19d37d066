import type { Account, Break, EstimatedMeasure, Measure, Prior, PriorInterval, Walk } from "../accounts/account.ts";
import { cellsOver } from "../accounts/parts-of.ts";
import type { QuantityName } from "../accounts/quantity-id.ts";
import { normalQuantile } from "../math/normal.ts";

/** Standard deviations in half a 90 % interval of a normal distribution. */
export const NINETY = normalQuantile(0.95);

/**
 * The free numbers of an account in a fixed order, each a priori a standard normal (levels, and steps of walks that say so) or a
 * Student-t with 4 degrees of freedom (all other steps, rule A3).
 */
export interface Parameters {
  readonly names: readonly string[];
  /** 1 where the parameter is a step with a Student-t prior. */
  readonly isStep: Uint8Array;
  /** 1 where the parameter is a step of a walk, whatever its prior. */
  readonly isWalk: Uint8Array;
  positionOf(name: string): number;
}

/** One cell of a measure without its year. */
export type LevelCell = Pick<QuantityName, "place" | "occupation">;

/**
 * The parameters of an account: for each estimated measure its common level, the levels of its cells and the steps of its
 * walks; then the shared error of each list that claims stand in, last, so that those of the account stand where they stand
 * without evidence.
 * @example
 * parametersOf({ measures: new Map() }, ["a list"]).names // => ["list.a list"]
 */
export function parametersOf(account: Account, lists: readonly string[] = []): Parameters {
  const names: string[] = [];
  const kinds: ("level" | "normal step" | "step")[] = [];
  const add = (name: string, kind: (typeof kinds)[number]): void => {
    names.push(name);
    kinds.push(kind);
  };
  for (const measure of account.measures.values()) {
    if (measure.kind !== "estimated") continue;
    if (measure.prior.pooled !== undefined) add(`${measure.id}.common`, "level");
    for (const cell of levelCells(account, measure)) add(levelName(measure, cell), "level");
    if (!measure.walk) continue;
    for (const key of walkKeys(account, measure, measure.walk)) {
      for (const year of stepYears(account, measure.walk)) {
        add(stepName(measure, key, year), measure.walk.steps === "student" ? "step" : "normal step");
      }
    }
  }
  for (const list of lists) add(listName(list), "level");
  const positions = new Map(names.map((name, position) => [name, position]));
  return {
    names,
    isStep: Uint8Array.from(kinds, (kind) => (kind === "step" ? 1 : 0)),
    isWalk: Uint8Array.from(kinds, (kind) => (kind === "level" ? 0 : 1)),
    positionOf(name) {
      const position = positions.get(name);
      if (position === undefined) throw new Error(`unknown parameter: ${name}`);
      return position;
    },
  };
}

/**
 * The cells that have a level of their own: every leaf place, every leaf occupation, each of them at each; one without either.
 * @example
 * levelCells({ places: [{ id: "RU" }], occupations: [{ id: "logging" }] }, { over: ["place", "occupation"] }) // => [{"place":"RU","occupation":"logging"}]
 */
export function levelCells(account: Account, measure: Pick<Measure, "over">): readonly LevelCell[] {
  const over = (cells: readonly LevelCell[], dimension: "place" | "occupation"): readonly LevelCell[] =>
    measure.over.includes(dimension) ? cells.flatMap((cell) => cellsOver(account, dimension, cell)) : cells;
  return over(over([{}], "place"), "occupation");
}

/**
 * The name of a level's parameter.
 * @example
 * levelName({ id: "pay" }, { place: "RU", occupation: "logging" }) // => "pay.level.RU:logging"
 */
export function levelName(measure: Pick<Measure, "id">, cell: LevelCell): string {
  return [`${measure.id}.level`, ...keyOf(cell)].join(".");
}

/**
 * The interval that a prior states for a cell by itself: for the occupation at the place, else for the place, else for the
 * occupation; absent where it states none.
 * @example
 * ownPrior({ default: [1, 2], places: new Map([["RU", [3, 4]]]) }, { place: "RU" }) // => [3,4]
 */
export function ownPrior({ places, occupations }: Prior, cell: LevelCell): PriorInterval | undefined {
  const { place = "", occupation } = cell;
  if (occupation === undefined) return places.get(place);
  return occupations?.get(`${place}:${occupation}`) ?? places.get(place) ?? occupations?.get(occupation);
}

/** The place and occupation of a cell as one word, or none. */
function keyOf({ place, occupation }: LevelCell): readonly string[] {
  const parts = [place, occupation].filter((part) => part !== undefined);
  return parts.length === 0 ? [] : [parts.join(":")];
}

/**
 * The name of the parameter of the step that leads to a knot, away from the anchor.
 * @example
 * stepName({ id: "workers" }, "RU", 2013) // => "workers.step.RU.2013"
 */
export function stepName(measure: EstimatedMeasure, key: string, year: number): string {
  return `${measure.id}.step.${key}.${year}`;
}

/**
 * The name of the parameter of a list's shared error.
 * @example
 * listName("census · workers") // => "list.census · workers"
 */
export function listName(list: string): string {
  return `list.${list}`;
}

/**
 * The name of what walks by itself and holds a cell: its place, its group of places, its occupation or the cell; `all` where the
 * walk tells none of them apart.
 * @example
 * walkKey({ places: [{ id: "RU", group: "north" }] }, { by: "group" }, { place: "RU" }) // => "north"
 */
export function walkKey(account: Pick<Account, "places">, walk: Pick<Walk, "by">, cell: LevelCell): string {
  switch (walk.by) {
    case "group":
      return account.places.find(({ id }) => id === cell.place)?.group ?? "all";
    case "place":
      return cell.place ?? "all";
    case "occupation":
      return cell.occupation ?? "all";
    case "cell":
      return keyOf(cell)[0] ?? "all";
  }
}

function walkKeys(account: Account, measure: EstimatedMeasure, walk: Walk): readonly string[] {
  return [...new Set(levelCells(account, measure).map((cell) => walkKey(account, walk, cell)))];
}

/**
 * The years of the knots of a walk other than its anchor, from the first to the last: the anchor plus and minus whole
 * multiples of its spacing, as far as the account's years need.
 * @example
 * stepYears({ firstYear: 2008, lastYear: 2013, anchor: 2012 }, { every: 2 }) // => [2008,2010,2014]
 */
export function stepYears(account: Account, walk: Walk): readonly number[] {
  const years: number[] = [];
  for (let year = account.anchor - walk.every; year > account.firstYear - walk.every; year -= walk.every)
    years.unshift(year);
  for (let year = account.anchor + walk.every; year < account.lastYear + walk.every; year += walk.every)
    years.push(year);
  return years;
}

/**
 * The scale of the step of a walk between two knots: yearly scales of the cells that it moves in the years that it crosses, added
 * as variances. The year that a step crosses is the later of its two.
 * @example
 * stepScale({ scale: 0.3, breaks: [] }, [{ place: "RU" }], [2012, 2016]) // => 0.6
 */
export function stepScale(walk: Walk, cells: readonly LevelCell[], [from, to]: readonly [number, number]): number {
  const holdsFor = (one: Break): boolean =>
    cells.some((cell) => isIn(one.places, cell.place) && isIn(one.occupations, cell.occupation));
  let variance = 0;
  for (let year = Math.min(from, to) + 1; year <= Math.max(from, to); year++) {
    const holding = walk.breaks.filter((one) => year >= one.from && year <= one.to && (isForAll(one) || holdsFor(one)));
    variance += holding.reduce((scale, one) => Math.max(scale, one.scale), walk.scale) ** 2;
  }
  return Math.sqrt(variance);
}

/** Whether a break names neither places nor occupations. */
function isForAll({ places, occupations }: Break): boolean {
  return places === undefined && occupations === undefined;
}

function isIn(named: readonly string[] | undefined, id: string | undefined): boolean {
  return named === undefined || (id !== undefined && named.includes(id));
}

/**
 * Mean and standard deviation on its scale of a 90 % interval.
 * @example
 * intervalOnScale([1, 1], "log").mean // => 0
 */
export function intervalOnScale(
  interval: readonly [number, number],
  scale: "log" | "logit",
): { readonly mean: number; readonly sd: number } {
  const [low, high] = interval.map((value) => (scale === "log" ? Math.log(value) : Math.log(value / (1 - value))));
  if (low === undefined || high === undefined) throw new Error(`invalid interval: ${interval.join("–")}`);
  return { mean: (low + high) / 2, sd: (high - low) / 2 / NINETY };
}
