import type { Account, DerivedMeasure, Measure } from "./account.ts";
import type { Complain } from "./complain.ts";
import { type Formula, measuresIn } from "./formula.ts";
import { formatUnit, multiplyUnits, parseUnit, sameUnit, type Unit } from "./unit.ts";

const HINT = "is a factor per month or per person missing?";

/**
 * Says what is wrong with an identity whose names are known: mixtures in it, circles, places, occupations and years that it
 * has no way to choose, units that do not agree; gives nothing back.
 * @example
 * ((said) => { const half = { id: "half", kind: "derived", unit: "share", over: [], text: "half", formula: { kind: "measure", measure: "half" } }; checkFormula({ measures: new Map([["half", half]]) }, half, (path, expected) => said.push(expected)); return said })([]) // => ["no circle (half → half)"]
 */
export function checkFormula(account: Pick<Account, "measures">, measure: DerivedMeasure, complain: Complain): void {
  const problem =
    mixtureIn(account, measure) ??
    circleIn(account, measure) ??
    dimensionIn(account, measure.formula, measure.over) ??
    unitProblem(account, measure);
  if (problem !== undefined) complain(["formula"], problem, measure.text);
}

function mixtureIn(account: Pick<Account, "measures">, measure: DerivedMeasure): string | undefined {
  const mixture = measuresIn(measure.formula).find((id) => account.measures.get(id)?.kind === "mixed");
  return mixture === undefined ? undefined : `measures that have a value (${mixture} is a mixture of meanings)`;
}

function circleIn(account: Pick<Account, "measures">, measure: DerivedMeasure): string | undefined {
  const free = new Set<string>();
  const find = (id: string, path: readonly string[]): readonly string[] | undefined => {
    if (path.includes(id)) return [...path.slice(path.indexOf(id)), id];
    const next = account.measures.get(id);
    if (next?.kind !== "derived" || free.has(id)) return undefined;
    for (const input of measuresIn(next.formula)) {
      const circle = find(input, [...path, id]);
      if (circle) return circle;
    }
    free.add(id);
    return undefined;
  };
  const circle = find(measure.id, []);
  return circle && `no circle (${circle.join(" → ")})`;
}

/** A quantity by place, occupation or year can only stand where the measure has one, or where it is summed over. */
function dimensionIn(account: Pick<Account, "measures">, formula: Formula, over: Measure["over"]): string | undefined {
  switch (formula.kind) {
    case "number":
      return undefined;
    case "measure": {
      const missing = account.measures.get(formula.measure)?.over.find((dimension) => !over.includes(dimension));
      if (missing === undefined) return undefined;
      if (missing === "year") return `a year for ${formula.measure}: say that this measure is over year`;
      const article = missing === "place" ? "a" : "an";
      return `${article} ${missing} for ${formula.measure}: write sum(… over ${missing}), or say that this measure is over ${missing}`;
    }
    case "sum over": {
      const { dimension } = formula;
      const differs = measuresIn(formula.of).some((id) => account.measures.get(id)?.over.includes(dimension));
      if (!differs) return `something that differs by ${dimension} inside sum(… over ${dimension})`;
      return dimensionIn(account, formula.of, [...over, dimension]);
    }
    default:
      return dimensionIn(account, formula.left, over) ?? dimensionIn(account, formula.right, over);
  }
}

function unitProblem(account: Pick<Account, "measures">, measure: DerivedMeasure): string | undefined {
  try {
    const found = unitOf(account, measure.formula);
    if (sameUnit(found, parseUnit(measure.unit))) return undefined;
    return `a formula in ${measure.unit}; this one is in ${formatUnit(found)} (${HINT})`;
  } catch (error) {
    return error instanceof Error ? error.message : "units that agree";
  }
}

function unitOf(account: Pick<Account, "measures">, formula: Formula): Unit {
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
      throw new Error(`parts of one unit; ${formatUnit(left)} cannot be added to ${formatUnit(right)} (${HINT})`);
    }
    default:
      return multiplyUnits(
        unitOf(account, formula.left),
        unitOf(account, formula.right),
        formula.kind === "multiply" ? 1 : -1,
      );
  }
}
