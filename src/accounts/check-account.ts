import type { Account, EstimatedMeasure, Measure } from "./account.ts";
import type { WrittenAccount } from "./account-schema.ts";
import { checkFormula } from "./check-formula.ts";
import { checkOccupationOf, checkOccupations } from "./check-occupations.ts";
import type { Complain } from "./complain.ts";
import { measuresIn } from "./formula.ts";
import { isUnit } from "./unit.ts";

/**
 * Says everything that is wrong with the names, units and cycles of an account whose shape is right; gives nothing back.
 * @example
 * ((said) => { checkAccount({ places: [], regions: [], groups: [], occupations: [], occupationGroups: [], measures: new Map(), shown: new Map(), headlines: ["pay"], firstYear: 1, lastYear: 2, anchor: 3 }, { places: [], regions: [], groups: [], occupations: [] }, (path) => said.push(path.join("."))); return said })([]) // => ["anchor","headlines.0"]
 */
export function checkAccount(account: Account, written: WrittenAccount, complain: Complain): void {
  if (account.anchor < account.firstYear || account.anchor > account.lastYear) {
    complain(["anchor"], "a year inside the account's years", String(account.anchor));
  }
  checkPlaces(account, written, complain);
  checkRegions(account, written, complain);
  checkOccupations(account, written.occupations, complain);
  [...account.measures.values()].forEach((measure, position) => {
    const at: Complain = (path, expected, value) => complain(["measures", position, ...path], expected, value);
    if (!isUnit(measure.unit)) at(["unit"], "a unit such as person, USD/person/month or share", measure.unit);
    else checkNames(account, measure, at);
    checkOccupationOf(account, measure, at);
    if (measure.kind === "estimated") checkPriorAndWalk(account, measure, at);
  });
  for (const id of account.shown.keys()) {
    if (account.measures.has(id)) complain(["shown", id], "a measure that this account does not have", id);
  }
  account.headlines.forEach((id, position) => {
    if (!account.measures.has(id)) complain(["headlines", position], "a measure of this account", id);
  });
  for (const id of account.flow ? [account.flow.of, account.flow.worker, ...account.flow.parts] : []) {
    if (!account.measures.has(id)) complain(["flow"], "measures of this account", id);
  }
}

function checkPlaces(account: Account, written: WrittenAccount, complain: Complain): void {
  const groups = account.groups.map((group) => group.id);
  groups.forEach((id, position) => {
    if (groups.indexOf(id) !== position) complain(["groups", position, "id"], "each group once", id);
  });
  const seen = new Set<string>(["world"]);
  written.places.forEach(({ id, group }, position) => {
    if (seen.has(id)) complain(["places", position, "id"], "each place once (world exists by itself)", id);
    seen.add(id);
    if (group !== undefined && !groups.includes(group))
      complain(["places", position, "group"], "a group of this account", group);
  });
}

function checkRegions(account: Account, written: WrittenAccount, complain: Complain): void {
  const leaves = new Set(account.places.map((place) => place.id));
  const seen = new Set([...leaves, "world"]);
  written.regions.forEach((region, position) => {
    if (seen.has(region.id)) complain(["regions", position, "id"], "a name that no other place has", region.id);
    seen.add(region.id);
    region.members.forEach((member, at) => {
      if (!leaves.has(member)) complain(["regions", position, "members", at], "leaf places of this account", member);
      else if (region.members.indexOf(member) !== at)
        complain(["regions", position, "members", at], "each place once, or it would count twice", member);
    });
  });
}

type Know = (id: string, field: string) => boolean;

function checkNames(account: Account, measure: Measure, complain: Complain): void {
  const know: Know = (id, field) => {
    if (account.measures.has(id)) return true;
    const some = [...account.measures.keys()].slice(0, 8).join(", ");
    complain([field], `a measure of this account (it has ${some} …)`, id);
    return false;
  };
  if (measure.weights !== undefined && know(measure.weights, "weights"))
    checkValued(account, measure.weights, "weights", complain);
  if (measure.spread !== undefined && know(measure.spread, "spread")) {
    checkValued(account, measure.spread, "spread", complain);
    const over = account.measures.get(measure.spread)?.over ?? [];
    if (over.some((dimension) => dimension !== "place" || !measure.over.includes("place")))
      complain(
        ["spread"],
        "a measure over nothing, or over place where this one is, without year or occupation",
        measure.spread,
      );
  }
  if (measure.kind === "mixed") checkReadings(account, measure, know, complain);
  if (measure.kind !== "derived") return;
  const inputs = measuresIn(measure.formula);
  const unitOf = (id: string) => account.measures.get(id)?.unit ?? "share";
  if (inputs.every((id) => know(id, "formula")) && inputs.every((id) => isUnit(unitOf(id))))
    checkFormula(account, measure, complain);
}

function checkValued(account: Account, id: string, field: string, complain: Complain): void {
  if (account.measures.get(id)?.kind === "mixed")
    complain([field], "a measure that has a value, not a mixture of meanings", id);
}

function checkReadings(
  account: Account,
  mixture: Extract<Measure, { kind: "mixed" }>,
  know: Know,
  complain: Complain,
): void {
  const units = new Set([mixture.unit]);
  for (const { measure } of mixture.readings) {
    if (!know(measure, "readings")) continue;
    const reading = account.measures.get(measure);
    if (reading?.kind === "mixed") complain(["readings"], "measures that are not mixtures themselves", measure);
    else if (reading) units.add(reading.unit);
  }
  if (units.size > 1) complain(["readings"], `readings of one unit (they have ${[...units].join(" and ")})`);
}

function checkPriorAndWalk(account: Account, measure: EstimatedMeasure, complain: Complain): void {
  const { prior, walk } = measure;
  const leaves = new Set(account.places.map((place) => place.id));
  const intervals = [prior.default, ...prior.places.values(), ...(prior.occupations?.values() ?? [])];
  if (measure.scale === "logit" && intervals.some(([, high]) => high >= 1)) {
    complain(["prior"], "fractions between 0 and 1 for a share");
  }
  for (const place of prior.places.keys()) {
    if (!leaves.has(place))
      complain(["prior", place], "a leaf place of this account, or total, most, default, pooled", place);
  }
  checkPriorsOfWork(account, measure, complain);
  for (const bound of ["total", "most"] as const) {
    const hasParts = measure.over.includes("place") || measure.over.includes("occupation");
    if (prior[bound] !== undefined && !(measure.combine === "sum" && hasParts))
      complain(["prior", bound], "a total only where the measure is over place or occupation and sums up");
  }
  if (walk && !measure.over.includes("year")) complain(["walk"], "a walk only where the measure is over year");
  for (const place of walk?.breaks.flatMap((one) => one.places ?? []) ?? []) {
    if (!leaves.has(place)) complain(["walk", "breaks"], "leaf places of this account", place);
  }
}

/** Priors of single occupations and of one at a place, where the measure has such cells. */
function checkPriorsOfWork(account: Account, { prior, over }: EstimatedMeasure, complain: Complain): void {
  const works = account.occupations.map(({ id }) => id);
  const cells = over.includes("place") ? account.places.flatMap(({ id }) => works.map((work) => `${id}:${work}`)) : [];
  const known = over.includes("occupation") ? [...works, ...cells] : [];
  for (const key of prior.occupations?.keys() ?? []) {
    if (known.includes(key)) continue;
    const expected = "a leaf occupation, or place:occupation such as RU:logging, of a measure that is over these";
    complain(["prior", key], expected, key);
  }
}
