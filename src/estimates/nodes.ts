import type { Account, DerivedMeasure, EstimatedMeasure, Measure } from "../accounts/account.ts";
import type { Formula } from "../accounts/formula.ts";
import { type QuantityName, quantityId } from "../accounts/quantity-id.ts";
import type { TapeBuilder, TapeTerm } from "../math/tape.ts";
import { intervalOnScale, levelName, type Parameters, stepName, stepScale, stepYears } from "./parameters.ts";

/** Positions on a tape of the logs of an account's quantities, each made when first asked for. */
export interface Nodes {
  /** The log of a quantity: a cell, a region's sum or mean, what an identity defines. */
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
      if (measure.kind === "estimated" && measure.scale === "logit" && !this.isRegion(measure, name)) {
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

  private isRegion(measure: Measure, name: QuantityName): boolean {
    return measure.over.includes("place") && !this.account.places.some((place) => place.id === name.place);
  }

  private makeLog(name: QuantityName): number {
    const measure = this.measure(name.measure);
    if (measure.kind === "mixed") throw new Error(`a mixture has no value: ${name.measure}`);
    const isShare = measure.unit === "share";
    if (this.isRegion(measure, name) && !(measure.kind === "derived" && isShare)) return this.regional(measure, name);
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
  private cell(measure: DerivedMeasure, name: QuantityName): Omit<QuantityName, "measure"> {
    return {
      ...(measure.over.includes("place") && name.place !== undefined ? { place: name.place } : {}),
      ...(measure.over.includes("year") && name.year !== undefined ? { year: name.year } : {}),
    };
  }

  private regional(measure: Measure, name: QuantityName): number {
    const region = this.account.regions.find((one) => one.id === name.place);
    if (!region) throw new Error(`unknown place: ${name.place ?? ""}`);
    const value = (place: string) => this.log({ ...name, place });
    if (measure.combine === "sum") return this.tape.logSumExp(region.members.map((place) => [value(place), 0]));
    const weight = (place: string): number =>
      measure.weights === undefined
        ? this.once("zero", () => this.tape.linear([]))
        : this.narrow(measure.weights, { ...name, place });
    const weights = region.members.map((place): TapeTerm => [weight(place), 0]);
    const products = region.members.map(
      (place): TapeTerm => [
        this.tape.linear([
          [weight(place), 1],
          [value(place), 1],
        ]),
        0,
      ],
    );
    return this.tape.linear([
      [this.tape.logSumExp(products), 1],
      [this.tape.logSumExp(weights), -1],
    ]);
  }

  /** Another measure in the same cell, as far as it has the cell's dimensions. */
  private narrow(id: string, cell: Omit<QuantityName, "measure">): number {
    const over = this.measure(id).over;
    return this.log({
      measure: id,
      ...(over.includes("place") && cell.place !== undefined ? { place: cell.place } : {}),
      ...(over.includes("year") && cell.year !== undefined ? { year: cell.year } : {}),
    });
  }

  private formula(formula: Formula, cell: Omit<QuantityName, "measure">): number {
    switch (formula.kind) {
      case "number":
        return this.tape.linear([], Math.log(formula.value));
      case "measure":
        return this.narrow(formula.measure, cell);
      case "sum over":
        return this.tape.logSumExp(
          this.account.places.map((place) => [this.formula(formula.of, { ...cell, place: place.id }), 0]),
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
      const level = this.level(measure, measure.over.includes("place") ? name.place : undefined);
      if (!measure.walk || name.year === undefined) return level;
      return this.tape.linear([
        [level, 1],
        [this.drift(measure, name.place, name.year), 1],
      ]);
    });
  }

  private level(measure: EstimatedMeasure, place: string | undefined): number {
    return this.once(`level ${measure.id} ${place ?? ""}`, () => {
      const { prior, scale } = measure;
      const position = this.parameters.positionOf(levelName(measure, place));
      const own = place === undefined ? undefined : prior.places.get(place);
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

  private drift(measure: EstimatedMeasure, place: string | undefined, year: number): number {
    const { walk } = measure;
    if (!walk) throw new Error(`no walk: ${measure.id}`);
    const group = this.account.places.find((one) => one.id === place)?.group;
    const key = (walk.by === "group" ? group : place) ?? "all";
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
      const places = account.places
        .filter((one) => (walk.by === "group" ? one.group : one.id) === key)
        .map((one) => one.id);
      const scale = stepScale(walk, places, nearer, year);
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
