import type { Account, DerivedMeasure, EstimatedMeasure, Measure } from "../accounts/account.ts";
import type { Formula } from "../accounts/formula.ts";
import { narrowTo } from "../accounts/narrow-to.ts";
import { cellsOver, partsOf } from "../accounts/parts-of.ts";
import { type QuantityName, quantityId } from "../accounts/quantity-id.ts";
import type { TapeBuilder, TapeTerm } from "../math/tape.ts";
import {
  intervalOnScale,
  type LevelCell,
  levelCells,
  levelName,
  ownPrior,
  type Parameters,
  stepName,
  stepScale,
  stepYears,
  walkKey,
} from "./parameters.ts";

/** Positions on a tape of the logs of an account's quantities, each made when first asked for. */
export interface Nodes {
  /** The log of a quantity: a cell, the sum or mean of a region or of all work, what an identity defines. */
  log(name: QuantityName): number;
  /** The logit of a quantity that is a share. */
  logit(name: QuantityName): number;
  /** The log of the mean of a quantity over years, with weights. */
  meanOverYears(name: QuantityName, years: readonly { readonly year: number; readonly weight: number }[]): number;
}

/**
 * The nodes of an account on a tape whose first nodes are its parameters.
 * @example
 * createNodes({ measures: new Map([["x", { kind: "derived", over: [], unit: "person", formula: { kind: "number", value: 1 } }]]), regions: [], places: [] }, {}, { linear: () => 7 }).log({ measure: "x" }) // => 7
 */
export function createNodes(account: Account, parameters: Parameters, tape: TapeBuilder): Nodes {
  return new NodeMaker(account, parameters, tape);
}

class NodeMaker implements Nodes {
  private readonly account: Account;
  private readonly parameters: Parameters;
  private readonly tape: TapeBuilder;
  private readonly made = new Map<string, number>();

  constructor(account: Account, parameters: Parameters, tape: TapeBuilder) {
    this.account = account;
    this.parameters = parameters;
    this.tape = tape;
  }

  log(name: QuantityName): number {
    return this.once(`log ${quantityId(name)}`, () => this.makeLog(name));
  }

  logit(name: QuantityName): number {
    return this.once(`logit ${quantityId(name)}`, () => {
      const measure = this.measure(name.measure);
      if (measure.kind === "estimated" && measure.scale === "logit" && !partsOf(this.account, measure, name)) {
        return this.onScale(measure, name);
      }
      return this.tape.logitOfLog(this.log(name));
    });
  }

  meanOverYears(name: QuantityName, years: readonly { readonly year: number; readonly weight: number }[]): number {
    return this.tape.logSumExp(years.map(({ year, weight }) => [this.log({ ...name, year }), Math.log(weight)]));
  }

  private once(key: string, make: () => number): number {
    const known = this.made.get(key);
    if (known !== undefined) return known;
    const node = make();
    this.made.set(key, node);
    return node;
  }

  private measure(id: string): Measure {
    const measure = this.account.measures.get(id);
    if (!measure) throw new Error(`unknown measure: ${id}`);
    return measure;
  }

  private makeLog(name: QuantityName): number {
    const measure = this.measure(name.measure);
    if (measure.kind === "mixed") throw new Error(`a mixture has no value: ${name.measure}`);
    const isShare = measure.unit === "share";
    const parts = measure.kind === "derived" && isShare ? undefined : partsOf(this.account, measure, name);
    if (parts) return this.combined(measure, parts);
    if (measure.kind === "derived") return this.formula(measure.formula, this.cell(measure, name));
    const value = this.onScale(measure, name);
    if (measure.scale === "log") return value;
    const zero = this.once("zero", () => this.tape.linear([]));
    const minus = this.tape.linear([[value, -1]]);
    return this.tape.linear([
      [
        this.tape.logSumExp([
          [zero, 0],
          [minus, 0],
        ]),
        -1,
      ],
    ]);
  }

  /** The cell that a formula is computed in: only the dimensions that its measure has. */
  private cell({ over }: DerivedMeasure, { place, occupation, year }: QuantityName): Omit<QuantityName, "measure"> {
    return {
      ...(over.includes("place") && place !== undefined ? { place } : {}),
      ...(over.includes("occupation") && occupation !== undefined ? { occupation } : {}),
      ...(over.includes("year") && year !== undefined ? { year } : {}),
    };
  }

  /** The sum of parts, or their mean with its weights. */
  private combined(measure: Measure, parts: readonly QuantityName[]): number {
    if (measure.combine === "sum") return this.tape.logSumExp(parts.map((part) => [this.log(part), 0]));
    const weight = (part: QuantityName): number =>
      measure.weights === undefined
        ? this.once("zero", () => this.tape.linear([]))
        : this.narrow(measure.weights, part);
    const weights = parts.map((part): TapeTerm => [weight(part), 0]);
    const products = parts.map(
      (part): TapeTerm => [
        this.tape.linear([
          [weight(part), 1],
          [this.log(part), 1],
        ]),
        0,
      ],
    );
    return this.tape.linear([
      [this.tape.logSumExp(products), 1],
      [this.once(`weights ${weights.map(([node]) => node).join(" ")}`, () => this.tape.logSumExp(weights)), -1],
    ]);
  }

  /** Another measure in the same cell, as far as it has the cell's dimensions. */
  private narrow(id: string, cell: Omit<QuantityName, "measure">): number {
    return this.log(narrowTo({ id, over: this.measure(id).over }, cell));
  }

  private formula(formula: Formula, cell: Omit<QuantityName, "measure">): number {
    switch (formula.kind) {
      case "number":
        return this.tape.linear([], Math.log(formula.value));
      case "measure":
        return this.narrow(formula.measure, cell);
      case "sum over":
        return this.tape.logSumExp(
          cellsOver(this.account, formula.dimension, cell).map((one) => [this.formula(formula.of, one), 0]),
        );
      case "add":
        return this.tape.logSumExp(addends(formula).map((part) => [this.formula(part, cell), 0]));
      default: {
        const sign = formula.kind === "multiply" ? 1 : -1;
        return this.tape.linear([
          [this.formula(formula.left, cell), 1],
          [this.formula(formula.right, cell), sign],
        ]);
      }
    }
  }

  /** The value of an estimated cell on its own scale: its level, moved by its walk. */
  private onScale(measure: EstimatedMeasure, name: QuantityName): number {
    return this.once(`scale ${quantityId(name)}`, () => {
      const cell = this.levelCell(measure, name);
      const level = this.level(measure, cell);
      if (!measure.walk || name.year === undefined) return level;
      return this.tape.linear([
        [level, 1],
        [this.drift(measure, cell, name.year), 1],
      ]);
    });
  }

  private levelCell({ over }: EstimatedMeasure, { place, occupation }: QuantityName): LevelCell {
    return {
      ...(over.includes("place") && place !== undefined ? { place } : {}),
      ...(over.includes("occupation") && occupation !== undefined ? { occupation } : {}),
    };
  }

  private level(measure: EstimatedMeasure, cell: LevelCell): number {
    const parameter = levelName(measure, cell);
    return this.once(parameter, () => {
      const { prior, scale } = measure;
      const position = this.parameters.positionOf(parameter);
      const own = ownPrior(prior, cell);
      const { mean, sd } = intervalOnScale(own ?? prior.default, scale);
      if (own || prior.pooled === undefined) return this.tape.linear([[position, sd]], mean);
      const common = this.parameters.positionOf(`${measure.id}.common`);
      return this.tape.linear(
        [
          [common, sd],
          [position, prior.pooled],
        ],
        mean,
      );
    });
  }

  private drift(measure: EstimatedMeasure, cell: LevelCell, year: number): number {
    const { walk } = measure;
    if (!walk) throw new Error(`no walk: ${measure.id}`);
    const key = walkKey(this.account, walk, cell);
    return this.once(`drift ${measure.id} ${key} ${year}`, () => {
      const { anchor } = this.account;
      const away = year - anchor;
      const below = anchor + Math.floor(away / walk.every) * walk.every;
      if (below === year) return this.knot(measure, key, year);
      const share = (year - below) / walk.every;
      return this.tape.linear([
        [this.knot(measure, key, below), 1 - share],
        [this.knot(measure, key, below + walk.every), share],
      ]);
    });
  }

  private knot(measure: EstimatedMeasure, key: string, year: number): number {
    const { account } = this;
    const { walk } = measure;
    if (!walk) throw new Error(`no walk: ${measure.id}`);
    if (year === account.anchor) return this.once("zero", () => this.tape.linear([]));
    const knots = stepYears(account, walk);
    if (!knots.includes(year)) throw new Error(`year outside the account: ${year}`);
    return this.once(`knot ${measure.id} ${key} ${year}`, () => {
      const nearer = year > account.anchor ? year - walk.every : year + walk.every;
      const moved = levelCells(account, measure).filter((cell) => walkKey(account, walk, cell) === key);
      const scale = stepScale(walk, moved, [nearer, year]);
      const step = this.parameters.positionOf(stepName(measure, key, year));
      return this.tape.linear([
        [this.knot(measure, key, nearer), 1],
        [step, scale],
      ]);
    });
  }
}

function addends(formula: Formula): readonly Formula[] {
  return formula.kind === "add" ? [...addends(formula.left), ...addends(formula.right)] : [formula];
}
