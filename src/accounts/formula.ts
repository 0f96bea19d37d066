import { grammar } from "ohm-js";

type Tree<Joint extends string> =
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "measure"; readonly measure: string }
  | { readonly kind: "sum over"; readonly of: Tree<Joint>; readonly dimension: "place" | "occupation" }
  | { readonly kind: Joint; readonly left: Tree<Joint>; readonly right: Tree<Joint> };

/** An identity's right side: numbers, measures, sums over places or occupations, and what joins them. */
export type Formula = Tree<"add" | "multiply" | "divide">;

/** A formula as written, before its differences are turned into the sums that remain. */
export type WrittenFormula = Tree<"add" | "subtract" | "multiply" | "divide">;

const FORMULAS = grammar(`
  Account {
    Formula = Sum
    Sum     = Sum "+" Product  -- add
            | Sum minus Product -- subtract
            | Product
    Product = Product times Atom -- multiply
            | Product by Atom -- divide
            | Atom
    minus   = "-" | "−" | "–"
    times   = "*" | "×"
    by      = "/" | "÷"
    Atom    = "(" Sum ")"      -- group
            | "sum" "(" Sum "over" dimension ")" -- over
            | number
            | measure
    dimension = ("place" | "occupation") ~alnum
    number  = digit+ ("." digit+)?
    measure = ~reserved lower (lower | digit | "_")*
    reserved = ("sum" | "over") ~(alnum | "_")
  }
`);

const SEMANTICS = FORMULAS.createSemantics().addOperation<WrittenFormula>("tree", {
  Sum_add: (left, _, right) => ({ kind: "add", left: left.tree(), right: right.tree() }),
  Sum_subtract: (left, _, right) => ({ kind: "subtract", left: left.tree(), right: right.tree() }),
  Product_multiply: (left, _, right) => ({ kind: "multiply", left: left.tree(), right: right.tree() }),
  Product_divide: (left, _, right) => ({ kind: "divide", left: left.tree(), right: right.tree() }),
  Atom_group: (_open, inner, _close) => inner.tree(),
  Atom_over: (_sum, _open, inner, _over, dimension, _close) => ({
    kind: "sum over",
    of: inner.tree(),
    dimension: dimension.sourceString === "occupation" ? "occupation" : "place",
  }),
  number(_digits, _point, _decimals) {
    return { kind: "number", value: Number(this.sourceString) };
  },
  measure(_first, _rest) {
    return { kind: "measure", measure: this.sourceString };
  },
});

/** A parsed formula, or what was expected where it stops making sense. */
export type FormulaResult =
  | { readonly ok: true; readonly formula: WrittenFormula }
  | { readonly ok: false; readonly expected: string };

/**
 * The tree of a formula in the account language: `+ − × ÷` (also `- * /`), parentheses, `sum(… over place)`,
 * `sum(… over occupation)`, numbers and measure ids.
 * @example
 * parseFormula("months * take").formula.kind // => "multiply"
 */
export function parseFormula(text: string): FormulaResult {
  const match = FORMULAS.match(text);
  if (match.failed()) return { ok: false, expected: `a formula (${whereItFails(match.shortMessage)})` };
  const formula = SEMANTICS(match).tree();
  if (hasZero(formula)) return { ok: false, expected: "a formula without zero: every quantity is positive" };
  return { ok: true, formula };
}

/** The line is one of the formula and would be taken for one of the file. */
function whereItFails(message: string | undefined): string {
  return message?.replace(/^Line \d+, col (\d+): /, "at character $1 ") ?? "it cannot be read";
}

function hasZero(formula: WrittenFormula): boolean {
  switch (formula.kind) {
    case "number":
      return formula.value === 0;
    case "measure":
      return false;
    case "sum over":
      return hasZero(formula.of);
    default:
      return hasZero(formula.left) || hasZero(formula.right);
  }
}

/**
 * The ids of the measures that a formula names, in order, each once.
 * @example
 * measuresIn({ kind: "measure", measure: "workers" }) // => ["workers"]
 */
export function measuresIn(formula: WrittenFormula): readonly string[] {
  switch (formula.kind) {
    case "number":
      return [];
    case "measure":
      return [formula.measure];
    case "sum over":
      return measuresIn(formula.of);
    default:
      return [...new Set([...measuresIn(formula.left), ...measuresIn(formula.right)])];
  }
}
