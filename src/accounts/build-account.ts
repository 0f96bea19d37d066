import type { Account, Measure, Place, PriorInterval, Region, Walk } from "./account.ts";
import type { WrittenAccount, WrittenMeasure } from "./account-schema.ts";
import { buildOccupations } from "./build-occupations.ts";
import type { Complain } from "./complain.ts";
import { withoutDifferences } from "./difference.ts";
import { parseFormula, type WrittenFormula } from "./formula.ts";

/**
 * The account of a text whose shape is right, its formulas read and their differences resolved; says what is wrong with these.
 * @example
 * buildAccount({ years: [2000, 2001], anchor: 2000, places: [], regions: [], groups: [], occupations: [], measures: [], chains: [], shown: {}, headlines: [] }, () => {}).regions[0].id // => "world"
 */
export function buildAccount(written: WrittenAccount, complain: Complain): Account {
  const places: Place[] = written.places.map(({ id, name, group, at }) => ({
    id,
    name,
    group: group ?? id,
    ...(at ? { at } : {}),
  }));
  const world: Region = { id: "world", name: "World", members: places.map((place) => place.id) };
  const measures = new Map<string, Measure>();
  const formulas = readFormulas(written.measures, complain);
  written.measures.forEach((measure, position) => {
    if (measures.has(measure.id)) complain(["measures", position, "id"], "each measure once", measure.id);
    const at: Complain = (path, expected, value) => complain(["measures", position, ...path], expected, value);
    const complete = withUnitOfReadings(measure, written.measures);
    measures.set(measure.id, buildMeasure(complete, { formulas, occupations: written.occupations }, at));
  });
  return {
    kind: "account",
    firstYear: written.years[0],
    lastYear: written.years[1],
    anchor: written.anchor,
    places,
    regions: [world, ...written.regions],
    groups: written.groups,
    ...buildOccupations(written.occupations),
    measures,
    chains: written.chains,
    shown: new Map(Object.entries(written.shown)),
    headlines: written.headlines,
    ...(written.flow ? { flow: written.flow } : {}),
    lines: new Map(),
  };
}

/** Every formula that can be read, as written; says what is wrong with the others. */
function readFormulas(measures: readonly WrittenMeasure[], complain: Complain): ReadonlyMap<string, WrittenFormula> {
  const formulas = new Map<string, WrittenFormula>();
  for (const [position, { id, formula }] of measures.entries()) {
    if (formula === undefined) continue;
    const parsed = parseFormula(formula);
    if (parsed.ok) formulas.set(id, parsed.formula);
    else complain(["measures", position, "formula"], parsed.expected, formula);
  }
  return formulas;
}

/** A mixture that states no unit has that of what it mixes. */
function withUnitOfReadings(measure: WrittenMeasure, all: readonly WrittenMeasure[]): WrittenMeasure {
  if (measure.readings === undefined || measure.unit !== undefined) return measure;
  const read = new Set(Object.keys(measure.readings));
  const unit = all.find((other) => read.has(other.id))?.unit;
  return unit === undefined ? measure : { ...measure, unit };
}

/** What of an account a measure is built with. */
interface Surroundings {
  readonly formulas: ReadonlyMap<string, WrittenFormula>;
  readonly occupations: WrittenAccount["occupations"];
}

function buildMeasure(written: WrittenMeasure, { formulas, occupations }: Surroundings, complain: Complain): Measure {
  const base = {
    id: written.id,
    name: written.name,
    unit: written.unit ?? "share",
    over: written.over,
    // Numbers of people and sums of money add up over places; rates and shares do not.
    combine: written.combine ?? (written.type === "rate" ? ("mean" as const) : ("sum" as const)),
    report: written.report,
    ...(written.weights === undefined ? {} : { weights: written.weights }),
    ...(written.spread === undefined ? {} : { spread: written.spread }),
    ...(written.why === undefined ? {} : { why: written.why }),
  };
  if (written.readings) {
    const readings = Object.entries(written.readings).map(([measure, weight]) => ({ measure, weight }));
    const total = readings.reduce((sum, reading) => sum + reading.weight, 0);
    if (Math.abs(total - 1) > 1e-6) complain(["readings"], "weights that add up to 1", String(total));
    const { bound, dated } = written;
    return { ...base, kind: "mixed", readings, ...(bound ? { bound } : {}), ...(dated ? { dated } : {}) };
  }
  if (written.formula !== undefined) {
    const formula = formulas.get(written.id);
    const resolved = formula && withoutDifferences(formula, formulas, new Set([written.id]));
    if (resolved?.ok === false) complain(["formula"], resolved.expected, written.formula);
    const one = { kind: "number", value: 1 } as const;
    return { ...base, kind: "derived", text: written.formula, formula: resolved?.ok ? resolved.formula : one };
  }
  return buildEstimated(base, written, occupations);
}

type Base = Pick<Measure, "id" | "name" | "unit" | "over" | "combine" | "report">;

function buildEstimated(base: Base, written: WrittenMeasure, occupations: Surroundings["occupations"]): Measure {
  const {
    default: fallback,
    total,
    most,
    pooled,
    ...own
  } = written.prior ?? { default: [1, 2] satisfies PriorInterval };
  const ofWork = (key: string): boolean => key.includes(":") || occupations.some(({ id }) => id === key);
  const [works, places] = [true, false].map(
    (wanted) => new Map(Object.entries(own).filter(([key]) => ofWork(key) === wanted)),
  );
  return {
    ...base,
    kind: "estimated",
    scale: written.scale ?? (base.unit === "share" ? "logit" : "log"),
    prior: {
      default: fallback,
      places: places ?? new Map(),
      ...(works?.size ? { occupations: works } : {}),
      ...(total === undefined ? {} : { total }),
      ...(most === undefined ? {} : { most }),
      ...(pooled === undefined ? {} : { pooled }),
    },
    ...(written.walk ? { walk: buildWalk(written.walk, base.over.includes("occupation") ? "cell" : "place") } : {}),
  };
}

type WrittenWalk = NonNullable<WrittenMeasure["walk"]>;

function buildWalk({ by, breaks, ...walk }: WrittenWalk, usual: Walk["by"]): Walk {
  return { ...walk, by: by ?? usual, breaks: breaks.map(buildBreak) };
}

function buildBreak({ years, places, occupations, scale, policy }: WrittenWalk["breaks"][number]) {
  return {
    from: years[0],
    to: years[1],
    scale,
    ...(places === undefined ? {} : { places }),
    ...(occupations === undefined ? {} : { occupations }),
    ...(policy === undefined ? {} : { policy }),
  };
}
