import { isNode, LineCounter, parseDocument } from "yaml";
import type { Issue, Parsed } from "../values/issue.ts";
import type { Account, Measure, Place, PriorInterval, Region } from "./account.ts";
import { accountSchema, type WrittenAccount, type WrittenMeasure } from "./account-schema.ts";
import { checkAccount } from "./check-account.ts";
import type { Complain, YamlPath } from "./complain.ts";
import { parseFormula } from "./formula.ts";

/**
 * The account that an `account.yaml` describes, or everything that is wrong with it, with lines: its shape, names that do
 * not exist, formulas that cannot be read, run in circles or mix units, weights that do not add up.
 * @example
 * parseAccount("years: 2000", "account.yaml").ok // => false
 */
export function parseAccount(text: string, file: string): Parsed<Account> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const syntax = document.errors[0];
  if (syntax) {
    const row = syntax.linePos?.[0]?.line;
    const issue: Issue = { file, expected: `YAML (${syntax.message.split("\n")[0] ?? "it cannot be read"})` };
    return { ok: false, issues: [row === undefined ? issue : { ...issue, row }] };
  }
  const issues: Issue[] = [];
  const complain: Complain = (path, expected, value) => {
    issues.push({
      file,
      ...rowOf(document, lines, path),
      field: path.join("."),
      ...(value === undefined ? {} : { value }),
      expected,
    });
  };
  const written = accountSchema.safeParse(document.toJS());
  if (!written.success) {
    for (const problem of written.error.issues) {
      const path = problem.path.map(keyOf);
      complain(path, inWords(problem.message), writtenAt(document, path));
    }
    return { ok: false, issues };
  }
  const account = buildAccount(written.data, complain);
  if (issues.length === 0) checkAccount(account, written.data, complain);
  return issues.length === 0 ? { ok: true, value: account } : { ok: false, issues };
}

/** What zod expected, without its own words around it. */
function inWords(message: string): string {
  const type = /^Invalid input: expected ([^,]+), received (.+)$/.exec(message);
  if (type === null) return message;
  const expected = `${/^[aeiou]/.test(type[1] ?? "") ? "an" : "a"} ${type[1]}`;
  return type[2] === "undefined" ? `this field, ${expected}` : expected;
}

function keyOf(key: PropertyKey): string | number {
  return typeof key === "number" ? key : String(key);
}

/** What stands at a place of the file where it is a word or a number. */
function writtenAt(document: ReturnType<typeof parseDocument>, path: YamlPath): string | undefined {
  const value: unknown = path.length === 0 ? undefined : document.getIn(path);
  return typeof value === "string" || typeof value === "number" ? String(value) : undefined;
}

function rowOf(document: ReturnType<typeof parseDocument>, lines: LineCounter, path: YamlPath): { row?: number } {
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true);
    const start = isNode(node) ? node.range?.[0] : undefined;
    if (start !== undefined) return { row: lines.linePos(start).line };
  }
  return {};
}

function buildAccount(written: WrittenAccount, complain: Complain): Account {
  const places: Place[] = written.places.map(({ id, name, group, at }) => ({
    id,
    name,
    group: group ?? id,
    ...(at ? { at } : {}),
  }));
  const world: Region = { id: "world", name: "World", members: places.map((place) => place.id) };
  const measures = new Map<string, Measure>();
  written.measures.forEach((measure, position) => {
    if (measures.has(measure.id)) complain(["measures", position, "id"], "each measure once", measure.id);
    const complete = withUnitOfReadings(measure, written.measures);
    measures.set(
      measure.id,
      buildMeasure(complete, (path, expected, value) => complain(["measures", position, ...path], expected, value)),
    );
  });
  return {
    kind: "account",
    firstYear: written.years[0],
    lastYear: written.years[1],
    anchor: written.anchor,
    places,
    regions: [world, ...written.regions],
    groups: written.groups,
    measures,
    headlines: written.headlines,
    ...(written.flow ? { flow: written.flow } : {}),
  };
}

/** A mixture that states no unit has that of what it mixes. */
function withUnitOfReadings(measure: WrittenMeasure, all: readonly WrittenMeasure[]): WrittenMeasure {
  if (measure.readings === undefined || measure.unit !== undefined) return measure;
  const read = new Set(Object.keys(measure.readings));
  const unit = all.find((other) => read.has(other.id))?.unit;
  return unit === undefined ? measure : { ...measure, unit };
}

function buildMeasure(written: WrittenMeasure, complain: Complain): Measure {
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
    return { ...base, kind: "mixed", readings };
  }
  if (written.formula !== undefined) {
    const parsed = parseFormula(written.formula);
    if (!parsed.ok) complain(["formula"], parsed.expected, written.formula);
    const formula = parsed.ok ? parsed.formula : ({ kind: "number", value: 1 } as const);
    return { ...base, kind: "derived", text: written.formula, formula };
  }
  return buildEstimated(base, written);
}

type Base = Pick<Measure, "id" | "name" | "unit" | "over" | "combine" | "report">;

function buildEstimated(base: Base, written: WrittenMeasure): Measure {
  const {
    default: fallback,
    total,
    most,
    pooled,
    ...places
  } = written.prior ?? { default: [1, 2] satisfies PriorInterval };
  return {
    ...base,
    kind: "estimated",
    scale: written.scale ?? (base.unit === "share" ? "logit" : "log"),
    prior: {
      default: fallback,
      places: new Map(Object.entries(places)),
      ...(total === undefined ? {} : { total }),
      ...(most === undefined ? {} : { most }),
      ...(pooled === undefined ? {} : { pooled }),
    },
    ...(written.walk ? { walk: { ...written.walk, breaks: written.walk.breaks.map(buildBreak) } } : {}),
  };
}

type WrittenBreak = NonNullable<WrittenMeasure["walk"]>["breaks"][number];

function buildBreak({ years, places, scale, policy }: WrittenBreak) {
  return {
    from: years[0],
    to: years[1],
    scale,
    ...(places === undefined ? {} : { places }),
    ...(policy === undefined ? {} : { policy }),
  };
}
