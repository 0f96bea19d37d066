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
  const builder = tapeBuilder(parameters.names.length);
  const node = createNodes(account, parameters, builder).log(parseQuantityId(quantity));
  const tape = builder.build();
  const values = new Float64Array(tape.nodes);
  values.set(row);
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
