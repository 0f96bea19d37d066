import type { Account, Measure } from "../accounts/account.ts";
import { mean, variance } from "../math/summary.ts";
import { tapeBuilder } from "../math/tape.ts";
import { real } from "../math/vector.ts";
import type { EvidenceGroup } from "./evidence-group.ts";
import { type EvidenceProblem, type Located, rowWords } from "./evidence-problem.ts";
import { compileModel, type GroupTerm } from "./model.ts";
import { createNodes } from "./nodes.ts";
import { parametersOf } from "./parameters.ts";
import { priorDraws } from "./prior-draws.ts";
import { claimsOfGroup } from "./spoken-of.ts";

/** A claim farther from the prior than this many standard deviations of both together is excluded by it: 1 in 2,000. */
const FAR = 3.5;
/** Draws of the prior: its middle and width are wanted, no more. */
const DRAWS = 200;
const SEED = 11;

/**
 * Measures whose prior excludes every claim on them (an error where two origins agree against it, else a warning), and shares
 * whose formula comes to more than one for every value of its parts, so that no values satisfy it (an error).
 * @example
 * checkPriors({ measures: new Map(), places: [], regions: [], lines: new Map() }, [], (id) => ({ id, row: 1 })) // => []
 */
export function checkPriors(
  account: Account,
  groups: readonly EvidenceGroup[],
  locate: (id: string) => Located,
): readonly EvidenceProblem[] {
  const prior = priorDraws(account, DRAWS, SEED);
  const impossible = impossibleShares(account, prior);
  // Where a formula cannot hold, what the prior says of it means nothing.
  return impossible.length > 0 ? impossible : excludingPriors(account, groups, prior, locate);
}

function impossibleShares(account: Account, prior: Float64Array): readonly EvidenceProblem[] {
  const shares = [...account.measures.values()].filter(
    (measure) => measure.kind === "derived" && measure.unit === "share",
  );
  const parameters = parametersOf(account);
  const builder = tapeBuilder(parameters.names.length);
  const nodes = createNodes(account, parameters, builder);
  const wanted = shares.map((measure) => nodes.log(anyCell(account, measure)));
  const tape = builder.build();
  const above = wanted.map(() => true);
  const values = new Float64Array(tape.nodes);
  for (let row = 0; (row + 1) * tape.parameters <= prior.length && tape.parameters > 0; row++) {
    values.set(prior.subarray(row * tape.parameters, (row + 1) * tape.parameters));
    tape.forward(values);
    for (const [position, node] of wanted.entries()) if (real(values, node) < 0) above[position] = false;
  }
  return shares.flatMap((measure, position) =>
    above[position] === true && measure.kind === "derived" && prior.length > 0
      ? [
          problemOf(account, "error", measure, [], {
            field: "formula",
            value: measure.text,
            expected:
              "a share, between nothing and one: this formula comes to one or more for every value of its parts; turn it round or " +
              "add the part that is missing below the line",
          }),
        ]
      : [],
  );
}

function anyCell(account: Account, measure: Measure) {
  return {
    measure: measure.id,
    ...(measure.over.includes("place") ? { place: account.places[0]?.id ?? "" } : {}),
    ...(measure.over.includes("occupation") ? { occupation: account.occupations[0]?.id ?? "" } : {}),
    ...(measure.over.includes("year") ? { year: account.anchor } : {}),
  };
}

function problemOf(
  account: Account,
  severity: EvidenceProblem["severity"],
  measure: Measure,
  claims: readonly string[],
  said: Pick<EvidenceProblem, "field" | "value" | "expected">,
): EvidenceProblem {
  const row = account.lines.get(measure.id);
  return {
    kind: "evidence problem",
    severity,
    claims,
    file: "account.yaml",
    ...(row === undefined ? {} : { row }),
    ...said,
    field: `${measure.id}.${said.field}`,
  };
}

function excludingPriors(
  account: Account,
  groups: readonly EvidenceGroup[],
  prior: Float64Array,
  locate: (id: string) => Located,
): readonly EvidenceProblem[] {
  const values = groups.filter(({ form }) => form !== "lower bound" && form !== "upper bound");
  const excluded = excludedGroups(account, values, prior);
  return [...account.measures.values()].flatMap((measure) => {
    const on = values.filter((group) => group.targets.some((target) => target.measure === measure.id));
    if (on.length === 0 || !on.every((group) => excluded.has(group))) return [];
    const claims = on.flatMap(claimsOfGroup);
    const severity = new Set(on.map((group) => group.origin)).size > 1 ? "error" : "warning";
    const [field, value] = writtenPrior(measure);
    const expected =
      `a prior that allows some claim: all ${claims.length} on it lie far outside, in ${rowWords(claims.map(locate))}; ` +
      "widen the prior, or correct the unit or the measure of the claims";
    return [problemOf(account, severity, measure, claims, { field, value, expected })];
  });
}

function writtenPrior(measure: Measure): readonly [field: string, value: string] {
  if (measure.kind === "estimated") return ["prior", measure.prior.default.join(" to ")];
  return measure.kind === "derived" ? ["formula", measure.text] : ["readings", ""];
}

/** The groups that the prior excludes under every meaning that they may have. */
function excludedGroups(
  account: Account,
  groups: readonly EvidenceGroup[],
  prior: Float64Array,
): ReadonlySet<EvidenceGroup> {
  const model = compileModel(account, groups);
  const width = parametersOf(account).names.length;
  const rows = width === 0 ? 0 : prior.length / width;
  const series = new Map(model.groups.flatMap((term) => term.nodes).map((node) => [node, new Float64Array(rows)]));
  const values = new Float64Array(model.tape.nodes);
  for (let row = 0; row < rows; row++) {
    values.set(prior.subarray(row * width, (row + 1) * width));
    model.tape.forward(values);
    for (const [node, found] of series) found[row] = real(values, node);
  }
  const isFar = (term: GroupTerm, target: number): boolean => {
    const found = series.get(term.nodes[target] ?? -1) ?? new Float64Array(0);
    const said = term.group.components.filter((one) => one.target === target && !one.gross && one.miscopied === 0);
    const [middle, width] = [mean(found), variance(found)];
    return said.every((one) => Math.abs(one.mean - middle) > FAR * Math.sqrt(one.variance + width));
  };
  return new Set(
    model.groups.filter((term) => term.nodes.every((_, target) => isFar(term, target))).map((term) => term.group),
  );
}
