import { describe, expect, test } from "vitest";
import { parseQuantityId } from "../../src/accounts/quantity-id.ts";
import { createNodes } from "../../src/estimates/nodes.ts";
import { intervalOnScale, parametersOf } from "../../src/estimates/parameters.ts";
import { reportedQuantities } from "../../src/estimates/reported.ts";
import { createRandom } from "../../src/math/random.ts";
import { tapeBuilder } from "../../src/math/tape.ts";
import { accountOf } from "../accounts/sample-account.ts";
import { WORK } from "../accounts/work-account.ts";

const account = accountOf(WORK);
const parameters = parametersOf(account);
const random = createRandom(7);
const row = Float64Array.from(parameters.names, () => 0.5 * random.normal());

/** The value of a quantity at one row of parameters. */
function value(quantity: string): number {
  return valueIn(account, quantity);
}

/** Where people are not counted by occupation: how they divide, and pay as the usual times a ratio, are written as formulas. */
const DIVIDED = accountOf(`years: 2010/2012
anchor: 2011
places: [{id: AA, name: Aland}, {id: BB, name: Boland}]
occupations: [{id: wood, name: Logging}, {id: building, name: Building}, {id: other, name: Other work}]
measures:
  - {id: workers, name: Workers, unit: person, over: [place, year], prior: {default: [100, 10000]}, walk: {scale: 0.1}}
  - {id: part, name: Part of work, unit: share, scale: log, type: rate, over: [occupation], combine: sum, prior: {default: [0.2, 5]}}
  - {id: crew, name: Workers by work, unit: person, over: [place, occupation, year], formula: workers * part / sum(part over occupation)}
  - {id: usual, name: Usual pay, unit: USD/person/month, over: [place, year], combine: mean, weights: workers, prior: {default: [100, 900]}}
  - {id: ratio, name: Pay of a trade to the usual, unit: share, scale: log, over: [occupation], combine: mean, weights: crew, prior: {default: [0.5, 2]}}
  - {id: pay, name: Pay, unit: USD/person/month, over: [place, occupation, year], combine: mean, weights: crew, formula: usual * ratio}
`);

/** The same in an account, whose parameters stand at the first numbers of the row. */
function valueIn(of: typeof account, quantity: string): number {
  const own = parametersOf(of);
  const builder = tapeBuilder(own.names.length);
  const node = createNodes(of, own, builder).log(parseQuantityId(quantity));
  const tape = builder.build();
  const values = new Float64Array(tape.nodes);
  values.set(row.subarray(0, tape.parameters));
  tape.forward(values);
  return Math.exp(values[node] ?? Number.NaN);
}

const at = (name: string): number => row[parameters.positionOf(name)] ?? Number.NaN;
const sum = (values: readonly number[]) => values.reduce((total, one) => total + one, 0);
const LEAVES = ["wood", "building", "other"];
const PLACES = ["AA", "BB"];
const weighted = (values: readonly number[], weights: readonly number[]) =>
  sum(values.map((one, k) => one * (weights[k] ?? 0))) / sum(weights);

describe("nodes of a measure over occupations", () => {
  test("a cell is its level, by its own prior or around the common mean, moved by its walk", () => {
    const own = intervalOnScale([10, 1000], "log");
    const level = own.mean + own.sd * at("workers.level.BB:other");
    expect(Math.log(value("workers.BB:other.2011"))).toBeCloseTo(level, 12);
    expect(Math.log(value("workers.BB:other.2012"))).toBeCloseTo(level + 0.1 * at("workers.step.BB:other.2012"), 12);
    const place = intervalOnScale([200, 20000], "log");
    expect(Math.log(value("workers.AA:other.2011"))).toBeCloseTo(
      place.mean + place.sd * at("workers.level.AA:other"),
      12,
    );
    const usual = intervalOnScale([100, 900], "log");
    const pooled = usual.mean + usual.sd * at("pay.common") + 0.5 * at("pay.level.AA:wood");
    expect(Math.log(value("pay.AA:wood.2011"))).toBeCloseTo(pooled, 12);
    expect(Math.log(value("fee:wood"))).toBeCloseTo(
      usual.mean + usual.sd * at("fee.common") + 0.3 * at("fee.level.wood"),
      12,
    );
  });

  test("a break holds for its occupations only, and a walk by place moves all work there alike", () => {
    const step = (id: string) => Math.log(value(`workers.AA:${id}.2012`) / value(`workers.AA:${id}.2011`));
    expect(step("wood")).toBeCloseTo(0.5 * at("workers.step.AA:wood.2012"), 12);
    expect(step("building")).toBeCloseTo(0.1 * at("workers.step.AA:building.2012"), 12);
    const moved = LEAVES.map((id) => Math.log(value(`pay.AA:${id}.2012`) / value(`pay.AA:${id}.2011`)));
    for (const one of moved) expect(one).toBeCloseTo(0.2 * at("pay.step.AA.2012"), 12);
  });

  test("[A7] all work and groups are sums of their occupations, regions sums of both", () => {
    const cells = LEAVES.map((id) => value(`workers.AA:${id}.2012`));
    expect(value("workers.AA.2012")).toBeCloseTo(sum(cells), 8);
    expect(value("workers.AA:outdoors.2012")).toBeCloseTo(sum(cells.slice(0, 2)), 8);
    const all = PLACES.flatMap((place) => LEAVES.map((id) => value(`workers.${place}:${id}.2012`)));
    expect(value("workers.world.2012")).toBeCloseTo(sum(all), 8);
    expect(value("workers.world:wood.2012")).toBeCloseTo(
      sum(PLACES.map((place) => value(`workers.${place}:wood.2012`))),
      8,
    );
  });

  test("[A7] pay of all work, of a group and of a region is the mean weighted by people of those very cells", () => {
    const pay = (place: string, ids = LEAVES) => ids.map((id) => value(`pay.${place}:${id}.2012`));
    const people = (place: string, ids = LEAVES) => ids.map((id) => value(`workers.${place}:${id}.2012`));
    expect(value("pay.AA.2012")).toBeCloseTo(weighted(pay("AA"), people("AA")), 9);
    const two = ["wood", "building"];
    expect(value("pay.BB:outdoors.2012")).toBeCloseTo(weighted(pay("BB", two), people("BB", two)), 9);
    expect(value("pay.world.2012")).toBeCloseTo(
      weighted([...pay("AA"), ...pay("BB")], [...people("AA"), ...people("BB")]),
      9,
    );
    const wood = PLACES.map((place) => value(`pay.${place}:wood.2012`));
    const loggers = PLACES.map((place) => value(`workers.${place}:wood.2012`));
    expect(value("pay.world:wood.2012")).toBeCloseTo(weighted(wood, loggers), 9);
  });

  test("a measure without places and years is weighted by the people of the world in the anchor year", () => {
    const fees = LEAVES.map((id) => value(`fee:${id}`));
    const people = LEAVES.map((id) => value(`workers.world:${id}.2011`));
    expect(value("fee")).toBeCloseTo(weighted(fees, people), 9);
  });

  test("formulas broadcast what has no occupation, and sum over occupations", () => {
    expect(value("gross.AA:wood.2012")).toBeCloseTo(value("pay.AA:wood.2012") + value("living.AA.2012"), 9);
    const bill = value("months") * sum(LEAVES.map((id) => value(`workers.AA:${id}.2012`) * value(`pay.AA:${id}.2012`)));
    expect(value("bill.AA.2012") / bill).toBeCloseTo(1, 12);
    expect(value("work_bill.AA.2012") / bill).toBeCloseTo(1, 12);
    expect(value("work_bill.AA:wood.2012")).toBeCloseTo(
      value("months") * value("workers.AA:wood.2012") * value("pay.AA:wood.2012"),
      5,
    );
  });

  test("a share that a formula defines is, of all work, that of the whole", () => {
    expect(value("pay_share.AA.2012")).toBeCloseTo(value("pay.AA.2012") / value("gross.AA.2012"), 12);
    expect(sum(LEAVES.map((id) => value(`work_share.AA:${id}.2012`)))).toBeCloseTo(1, 12);
  });
});

describe("[A7] people who are not counted by occupation", () => {
  const of = (quantity: string) => valueIn(DIVIDED, quantity);

  test("divide by parts that add up to one, at every place and year, and weight pay", () => {
    const parts = LEAVES.map((id) => of(`part:${id}`));
    const crew = LEAVES.map((id) => of(`crew.AA:${id}.2012`));
    crew.forEach((one, k) => {
      expect(one / of("workers.AA.2012")).toBeCloseTo((parts[k] ?? 0) / sum(parts), 12);
    });
    expect(of("crew.world.2012")).toBeCloseTo(of("workers.world.2012"), 8);
    const pay = LEAVES.map((id) => of(`pay.AA:${id}.2012`));
    expect(of("pay.AA.2012")).toBeCloseTo(weighted(pay, crew), 9);
  });

  test("are paid, where a formula says so, alike better or worse for a trade everywhere", () => {
    const ratios = ["AA", "BB"].map((place) => of(`pay.${place}:wood.2012`) / of(`usual.${place}.2012`));
    for (const one of ratios) expect(one).toBeCloseTo(of("ratio:wood"), 12);
  });
});

describe("reportedQuantities(account, measure) over occupations", () => {
  test("lists all work first, then groups, then leaves, place by place", () => {
    const fee = account.measures.get("fee");
    const living = account.measures.get("living");
    if (!fee || !living) throw new Error("no such measure");
    expect(reportedQuantities(account, fee)).toEqual([
      { measure: "fee" },
      { measure: "fee", occupation: "outdoors" },
      { measure: "fee", occupation: "wood" },
      { measure: "fee", occupation: "building" },
      { measure: "fee", occupation: "other" },
    ]);
    expect(reportedQuantities(account, living).length).toBe(3 * 3);
  });
});
