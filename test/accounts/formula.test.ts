import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { measuresIn, parseFormula, type WrittenFormula } from "../../src/accounts/formula.ts";

/** The formula in full parentheses. */
function written(formula: WrittenFormula): string {
  switch (formula.kind) {
    case "number":
      return String(formula.value);
    case "measure":
      return formula.measure;
    case "sum over":
      return `Σ${written(formula.of)}`;
    default: {
      const sign = { add: "+", subtract: "-", multiply: "*", divide: "/" }[formula.kind];
      return `(${written(formula.left)}${sign}${written(formula.right)})`;
    }
  }
}

function read(text: string): string {
  const parsed = parseFormula(text);
  return parsed.ok ? written(parsed.formula) : `refused: ${parsed.expected}`;
}

describe("parseFormula(text)", () => {
  test("multiplies and divides before it adds, from left to right", () => {
    expect(read("a + b * c")).toBe("(a+(b*c))");
    expect(read("a * b + c")).toBe("((a*b)+c)");
    expect(read("a / b / c")).toBe("((a/b)/c)");
    expect(read("a / b * c")).toBe("((a/b)*c)");
    expect(read("a + b + c")).toBe("((a+b)+c)");
  });

  test("lets parentheses say otherwise", () => {
    expect(read("(a + b) * c")).toBe("((a+b)*c)");
    expect(read("a / (b * (c + d))")).toBe("(a/(b*(c+d)))");
  });

  test("sums over places, inside and beside other terms", () => {
    expect(read("months * sum(workers * (taken + kept) over place)")).toBe("(months*Σ(workers*(taken+kept)))");
    expect(read("sum(a over place) / sum(b over place)")).toBe("(Σa/Σb)");
  });

  test("takes names that begin with its own words, digits and underscores, and numbers with decimals", () => {
    expect(read("summer_pay + overtime + sum_2")).toBe("((summer_pay+overtime)+sum_2)");
    expect(read("0.5 * a2_b")).toBe("(0.5*a2_b)");
  });

  test("does not care for blanks and line ends", () => {
    expect(read(" a+\n  b *c ")).toBe("(a+(b*c))");
  });

  test("subtracts, multiplies and divides by whatever sign is drawn", () => {
    for (const minus of ["-", "−", "–"]) expect(read(`gross ${minus} a - b`)).toBe("((gross-a)-b)");
    expect(read("a × b ÷ c")).toBe("((a*b)/c)");
  });

  test("[A1] refuses zero, for no quantity is", () => {
    for (const text of ["0 * a", "a / 0", "sum(a + 0.0 over place)"]) expect(read(text)).toContain("without zero");
  });

  test("[A2] refuses what it cannot read and says where it stops making sense", () => {
    for (const text of [
      "",
      "a +",
      "(a",
      "a b",
      "2 workers",
      "sum(a)",
      "sum(a over year)",
      "sum(a over places)",
      "a ^ 2",
      "A",
    ])
      expect(read(text), text).toMatch(/^refused: a formula \(at character \d+ expected /);
  });

  test("reads what it would write", () => {
    const tree: fc.Arbitrary<WrittenFormula> = fc.letrec<{ formula: WrittenFormula }>((tie) => ({
      formula: fc.oneof(
        { depthSize: "small", withCrossShrink: true },
        fc.constantFrom("a", "b_2", "overs").map((measure): WrittenFormula => ({ kind: "measure", measure })),
        fc.constantFrom(2, 0.25, 12).map((value): WrittenFormula => ({ kind: "number", value })),
        fc.record({
          kind: fc.constantFrom("add" as const, "subtract" as const, "multiply" as const, "divide" as const),
          left: tie("formula"),
          right: tie("formula"),
        }),
      ),
    })).formula;
    fc.assert(fc.property(tree, (formula) => read(written(formula)) === written(formula)));
  });
});

describe("measuresIn(formula)", () => {
  test("names each measure once, in order, inside sums as well", () => {
    const parsed = parseFormula("b * sum(a * b over place) / (c + 2 * a)");
    expect(parsed.ok && measuresIn(parsed.formula)).toEqual(["b", "a", "c"]);
  });
});
