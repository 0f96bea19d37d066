import type { Account, Measure } from "./account.ts";
import type { WrittenAccount } from "./account-schema.ts";
import type { Complain } from "./complain.ts";
import { type Formula, measuresIn } from "./formula.ts";
import { formatUnit, multiplyUnits, parseUnit, sameUnit, type Unit } from "./unit.ts";

/**
 * Says everything that is wrong with the names, units and cycles of an account whose shape is right; gives nothing back.
 * @example
 * checkAccount({ places: [], regions: [], groups: [], measures: new Map(), headlines: [], firstYear: 1, lastYear: 2, anchor: 1 }, { places: [], regions: [] }, () => {}) // => undefined
 */
export function checkAccount(account: Account, written: WrittenAccount, complain: Complain): void {
  if (account.anchor < account.firstYear || account.anchor > account.lastYear) {
    complain(["anchor"], "a year inside the account's years", String(account.anchor));
  }
  checkPlaces(account, written, complain);
  [...account.measures.values()].forEach((measure, position) => {
    const at: Complain = (path, expected, value) => complain(["measures", position, ...path], expected, value);
    checkNames(account, measure, at);
    checkPriorAndWalk(account, measure, at);
  });
  account.headlines.forEach((id, position) => {
    if (!account.measures.has(id)) complain(["headlines", position], "a measure of this account", id);
  });
  for (const id of account.flow ? [account.flow.of, account.flow.worker, ...account.flow.parts] : []) {
    if (!account.measures.has(id)) complain(["flow"], "measures of this account", id);
  }
}

function checkPlaces(account: Account, written: WrittenAccount, complain: Complain): void {
  const seen = new Set<string>(["world"]);
  const leaves = new Set(account.places.map((place) => place.id));
  account.places.forEach((place, position) => {
    if (seen.has(place.id)) complain(["places", position, "id"], "each place once (world exists by itself)", place.id);
    seen.add(place.id);
  });
  (written.regions ?? []).forEach((region, position) => {
    if (seen.has(region.id)) complain(["regions", position, "id"], "a name that no other place has", region.id);
    seen.add(region.id);
    for (const member of region.members) {
      if (!leaves.has(member)) complain(["regions", position, "members"], "leaf places of this account", member);
    }
  });
}

function checkNames(account: Account, measure: Measure, complain: Complain): void {
  const know = (id: string, field: string): boolean => {
    if (account.measures.has(id)) return true;
    complain(
      [field],
      `a measure of this account (it has ${[...account.measures.keys()].slice(0, 8).join(", ")} …)`,
      id,
    );
    return false;
  };
  if (measure.weights !== undefined) know(measure.weights, "weights");
  if (measure.spread !== undefined) know(measure.spread, "spread");
  if (measure.kind === "mixed") checkReadings(account, measure.readings, know, complain);
  if (measure.kind !== "derived") return;
  if (!measuresIn(measure.formula).every((id) => know(id, "formula"))) return;
  const circle = findCircle(account, measure.id, []);
  if (circle) complain(["formula"], `no circle (${circle.join(" → ")})`, measure.text);
  else checkUnits(account, measure.unit, measure.formula, measure.text, complain);
}

type Readings = readonly { readonly measure: string }[];

function checkReadings(
  account: Account,
  readings: Readings,
  know: (id: string, field: string) => boolean,
  complain: Complain,
): void {
  const units = new Set<string>();
  for (const { measure } of readings) {
    if (!know(measure, "readings")) continue;
    const reading = account.measures.get(measure);
    if (reading?.kind === "mixed") complain(["readings"], "measures that are not mixtures themselves", measure);
    else if (reading) units.add(reading.unit);
  }
  if (units.size > 1) complain(["readings"], `readings of one unit (they have ${[...units].join(" and ")})`);
}

function findCircle(account: Account, id: string, path: readonly string[]): readonly string[] | undefined {
  if (path.includes(id)) return [...path, id];
  const measure = account.measures.get(id);
  if (measure?.kind !== "derived") return undefined;
  for (const next of measuresIn(measure.formula)) {
    const circle = findCircle(account, next, [...path, id]);
    if (circle) return circle;
  }
  return undefined;
}

function checkUnits(account: Account, unit: string, formula: Formula, text: string, complain: Complain): void {
  try {
    const found = unitOf(account, formula);
    if (!sameUnit(found, parseUnit(unit))) {
      complain(
        ["formula"],
        `a formula in ${unit}; this one is in ${formatUnit(found)} (is a factor per month or per person missing?)`,
        text,
      );
    }
  } catch (error) {
    complain(["formula"], error instanceof Error ? error.message : "units that agree", text);
  }
}

function unitOf(account: Account, formula: Formula): Unit {
  switch (formula.kind) {
    case "number":
      return new Map();
    case "measure":
      return parseUnit(account.measures.get(formula.measure)?.unit ?? "share");
    case "sum over":
      return unitOf(account, formula.of);
    case "add": {
      const [left, right] = [unitOf(account, formula.left), unitOf(account, formula.right)];
      if (sameUnit(left, right)) return left;
      throw new Error(`parts of one unit; ${formatUnit(left)} cannot be added to ${formatUnit(right)}`);
    }
    default:
      return multiplyUnits(
        unitOf(account, formula.left),
        unitOf(account, formula.right),
        formula.kind === "multiply" ? 1 : -1,
      );
  }
}

function checkPriorAndWalk(account: Account, measure: Measure, complain: Complain): void {
  if (measure.kind !== "estimated") return;
  const leaves = new Set(account.places.map((place) => place.id));
  const intervals = [measure.prior.default, ...measure.prior.places.values()];
  if (measure.scale === "logit" && intervals.some(([, high]) => high >= 1)) {
    complain(["prior"], "fractions between 0 and 1 for a share");
  }
  for (const place of measure.prior.places.keys()) {
    if (!leaves.has(place))
      complain(["prior", place], "a leaf place of this account, or total, most, default, pooled", place);
  }
  if (measure.walk && !measure.over.includes("year")) complain(["walk"], "a walk only where the measure is over year");
  for (const place of measure.walk?.breaks.flatMap((one) => one.places ?? []) ?? []) {
    if (!leaves.has(place)) complain(["walk", "breaks"], "leaf places of this account", place);
  }
}
