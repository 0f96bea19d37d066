import type { Formula, FormulaResult, WrittenFormula } from "./formula.ts";

type Resolved = { readonly ok: true; readonly formula: Formula } | Extract<FormulaResult, { readonly ok: false }>;

/**
 * A formula without its differences: each is the sum of what remains of its left side when its right side, which must be a part
 * of it by the account's own identities, is taken away. So every quantity stays positive, whatever is drawn. A difference of
 * things that are no whole and part could come out below zero and is refused (rule A4).
 * @example
 * withoutDifferences({ kind: "subtract", left: { kind: "measure", measure: "gross" }, right: { kind: "measure", measure: "taken" } }, new Map([["gross", { kind: "add", left: { kind: "measure", measure: "taken" }, right: { kind: "measure", measure: "kept" } }]])).formula.measure // => "kept"
 */
export function withoutDifferences(
  formula: WrittenFormula,
  identities: ReadonlyMap<string, WrittenFormula>,
  seen: ReadonlySet<string> = new Set(),
): Resolved {
  switch (formula.kind) {
    case "number":
    case "measure":
      return { ok: true, formula };
    case "sum over": {
      const of = withoutDifferences(formula.of, identities, seen);
      return of.ok ? { ok: true, formula: { ...formula, of: of.formula } } : of;
    }
    default: {
      const left = withoutDifferences(formula.left, identities, seen);
      const right = withoutDifferences(formula.right, identities, seen);
      if (!left.ok) return left;
      if (!right.ok) return right;
      if (formula.kind === "subtract") return remainder(left.formula, right.formula, new Identities(identities, seen));
      return { ok: true, formula: { kind: formula.kind, left: left.formula, right: right.formula } };
    }
  }
}

/** What the account's measures are sums of, each looked up once on the way down, so that circles end. */
class Identities {
  private readonly written: ReadonlyMap<string, WrittenFormula>;
  private readonly seen: ReadonlySet<string>;

  constructor(written: ReadonlyMap<string, WrittenFormula>, seen: ReadonlySet<string>) {
    this.written = written;
    this.seen = seen;
  }

  /** The same, a measure that is being opened left out. */
  without(formula: Formula): Identities {
    return formula.kind === "measure" ? new Identities(this.written, new Set([...this.seen, formula.measure])) : this;
  }

  /** The parts of a measure that is a sum; absent for anything else. */
  partsOf(formula: Formula): readonly Formula[] | undefined {
    if (formula.kind !== "measure" || this.seen.has(formula.measure)) return undefined;
    const written = this.written.get(formula.measure);
    const found = written && withoutDifferences(written, this.written, new Set([...this.seen, formula.measure]));
    const parts = found?.ok ? addends(found.formula) : [];
    return parts.length > 1 ? parts : undefined;
  }
}

function remainder(left: Formula, right: Formula, identities: Identities): Resolved {
  let rest: readonly Formula[] = addends(left);
  const away = [...addends(right)];
  let unopened = identities;
  for (let part = away.shift(); part; part = away.shift()) {
    const without = takeAway(rest, part, identities);
    const parts = without === undefined ? unopened.partsOf(part) : undefined;
    if (without !== undefined) rest = without;
    else if (parts !== undefined) {
      away.unshift(...parts);
      unopened = unopened.without(part);
    } else return { ok: false, expected: noPart(nameOf(part), left) };
  }
  const [first, ...others] = rest;
  if (first === undefined) return { ok: false, expected: "a difference from which something remains" };
  return { ok: true, formula: others.reduce((sum, part) => ({ kind: "add", left: sum, right: part }), first) };
}

/** What remains of a sum without one part, its own parts opened as far as that takes; absent where the part is not in it. */
function takeAway(sum: readonly Formula[], part: Formula, identities: Identities): readonly Formula[] | undefined {
  const at = sum.findIndex((one) => JSON.stringify(one) === JSON.stringify(part));
  if (at >= 0) return sum.filter((_, position) => position !== at);
  for (const [position, one] of sum.entries()) {
    const parts = identities.partsOf(one);
    const inside = parts && takeAway(parts, part, identities.without(one));
    if (inside) return [...sum.slice(0, position), ...inside, ...sum.slice(position + 1)];
  }
  return undefined;
}

function noPart(part: string, whole: Formula): string {
  return (
    `a difference of a whole and a part of it, since every quantity is positive: ${part} is no part of ` +
    `${nameOf(whole)} by the identities of this account; name the parts that remain and add them up`
  );
}

function nameOf(formula: Formula): string {
  if (formula.kind === "measure") return formula.measure;
  return formula.kind === "number" ? String(formula.value) : "what it is taken from";
}

function addends(formula: Formula): readonly Formula[] {
  return formula.kind === "add" ? [...addends(formula.left), ...addends(formula.right)] : [formula];
}
