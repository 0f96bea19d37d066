import type { WrittenMeasure } from "./account-schema.ts";
import type { WrittenChain } from "./chain-schema.ts";
import type { Complain, YamlPath } from "./complain.ts";

/** A measure that a chain makes, and where in the file it is written. */
export interface ChainMeasure {
  readonly measure: WrittenMeasure;
  readonly path: YamlPath;
}

type Step = WrittenChain["steps"][number];
type Printed = Step["printed"][number];
type Ruled = Pick<Printed, "id" | "name" | "rule" | "after">;

/**
 * The measures of deduction chains: for each way in which sources print a party's part, its identity by the rule that is
 * meant; where several rules may be meant, one for each reading and a mixture of them with their weights (rule A5).
 * @example
 * chainMeasures([{ of: "gross", left: "kept", steps: [{ party: "state", takes: "taken", printed: [{ id: "share", name: "Share", rule: "share of gross" }] }] }], [{ id: "gross" }], () => {})[0].measure.formula // => "taken / gross"
 */
export function chainMeasures(
  chains: readonly WrittenChain[],
  measures: readonly WrittenMeasure[],
  complain: Complain,
): readonly ChainMeasure[] {
  return chains.flatMap((chain, c) => {
    const whole = measures.find(({ id }) => id === chain.of);
    if (!whole) {
      complain(["chains", c, "of"], "a measure of this account that the chain divides", chain.of);
      return [];
    }
    return chain.steps.flatMap((step, s) =>
      step.printed.flatMap((printed, p) => {
        const path = ["chains", c, "steps", s, "printed", p];
        return printedMeasures(new Chain(chain, whole, measures), s, printed, path, complain);
      }),
    );
  });
}

class Chain {
  readonly written: WrittenChain;
  private readonly whole: WrittenMeasure;
  private readonly measures: readonly WrittenMeasure[];

  constructor(written: WrittenChain, whole: WrittenMeasure, measures: readonly WrittenMeasure[]) {
    this.written = written;
    this.whole = whole;
    this.measures = measures;
  }

  /** The identity of a rule at a step, or what is wrong with the rule there. */
  identity(step: number, ruled: Ruled): { readonly formula: string } | { readonly wrong: string } {
    const takes = this.written.steps[step]?.takes ?? "";
    switch (ruled.rule) {
      case "share of gross":
        return { formula: `${takes} / ${this.written.of}` };
      case "share of what is left":
        return { formula: `${takes} / (${this.leftFrom(step)})` };
      case "share of the rest after": {
        const after = this.written.steps.findIndex(({ party }) => party === ruled.after);
        if (after >= 0 && after < step) return { formula: `${takes} / (${this.leftFrom(after + 1)})` };
        return { wrong: "the party of an earlier step in `after`" };
      }
      case "share of side earnings":
        if (this.written.side === undefined) return { wrong: "a chain that names its `side` earnings" };
        return { formula: `${takes} / ${this.written.side}` };
      default:
        return { formula: takes };
    }
  }

  /** What is left before a step: the parts of this and every later party, and what remains in the end. */
  private leftFrom(step: number): string {
    return [...this.written.steps.slice(step).map(({ takes }) => takes), this.written.left].join(" + ");
  }

  /** What every measure of a step has in common: cells and weights of the whole; a share, or the unit of what is taken. */
  base(step: number, { id, name, rule }: Ruled): WrittenMeasure {
    const taken = this.measures.find((measure) => measure.id === this.written.steps[step]?.takes);
    const { over, combine, weights, spread } = this.whole;
    const isShare = rule?.startsWith("share") === true;
    return {
      id,
      name,
      unit: isShare ? "share" : taken?.unit,
      over,
      combine: combine ?? "mean",
      ...(weights === undefined ? {} : { weights }),
      ...(isShare || spread === undefined ? {} : { spread }),
      report: "all",
    };
  }
}

function printedMeasures(
  chain: Chain,
  step: number,
  printed: Printed,
  path: YamlPath,
  complain: Complain,
): readonly ChainMeasure[] {
  const derived = (ruled: Ruled, report: Printed["report"], at: YamlPath): readonly ChainMeasure[] => {
    const found = chain.identity(step, ruled);
    if ("wrong" in found) {
      complain([...at, "rule"], found.wrong, ruled.rule);
      return [];
    }
    return [{ measure: { ...chain.base(step, ruled), report, formula: found.formula }, path: at }];
  };
  const why = printed.why === undefined ? {} : { why: printed.why };
  if (printed.readings === undefined) {
    return derived(printed, printed.report, path).map((one) => ({ ...one, measure: { ...one.measure, ...why } }));
  }
  const rivals = printed.readings.flatMap((reading, r) => derived(reading, "claimed", [...path, "readings", r]));
  const readings = Object.fromEntries(printed.readings.map(({ id, weight }) => [id, weight]));
  const { id, name } = printed;
  return [...rivals, { measure: { id, name, over: [], report: "all", ...why, readings }, path }];
}
