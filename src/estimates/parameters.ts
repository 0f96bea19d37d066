import type { Account, EstimatedMeasure, Walk } from "../accounts/account.ts";
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

/**
 * The parameters of an account: for each estimated measure its common level, the levels of its places and the steps of its
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
    for (const place of levelPlaces(account, measure)) add(levelName(measure, place), "level");
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
 * The places that have a level of their own: every leaf, or none where the measure is not over place.
 * @example
 * levelPlaces({ places: [{ id: "RU" }] }, { over: ["place"] }) // => ["RU"]
 */
export function levelPlaces(account: Account, measure: EstimatedMeasure): readonly (string | undefined)[] {
  return measure.over.includes("place") ? account.places.map((place) => place.id) : [undefined];
}

/**
 * The name of a level's parameter.
 * @example
 * levelName({ id: "workers" }, "RU") // => "workers.level.RU"
 */
export function levelName(measure: EstimatedMeasure, place: string | undefined): string {
  return place === undefined ? `${measure.id}.level` : `${measure.id}.level.${place}`;
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

function walkKeys(account: Account, measure: EstimatedMeasure, walk: Walk): readonly string[] {
  if (!measure.over.includes("place")) return ["all"];
  return [...new Set(account.places.map((place) => (walk.by === "group" ? place.group : place.id)))];
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
 * The scale of the step of a walk between two knots: yearly scales of the place in the years that it crosses, added as
 * variances. The year that a step crosses is the later of its two.
 * @example
 * stepScale({ scale: 0.3, breaks: [] }, ["RU"], 2012, 2016) // => 0.6
 */
export function stepScale(walk: Walk, places: readonly string[], from: number, to: number): number {
  let variance = 0;
  for (let year = Math.min(from, to) + 1; year <= Math.max(from, to); year++) {
    const holding = walk.breaks.filter(
      (one) =>
        year >= one.from &&
        year <= one.to &&
        (one.places === undefined || one.places.some((place) => places.includes(place))),
    );
    variance += holding.reduce((scale, one) => Math.max(scale, one.scale), walk.scale) ** 2;
  }
  return Math.sqrt(variance);
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
