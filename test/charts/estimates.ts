import type { ClaimView, FlowPart } from "../../src/cases/views.ts";
import type { ClaimResult, Estimate } from "../../src/estimates/estimate.ts";
import type { PlaceEstimate } from "../../src/web/charts/props.ts";

/** An estimate of workers around a median, its 90 % limits a factor apart. */
export function estimate(quantity: string, median: number, factor = 1.2, over: Partial<Estimate> = {}): Estimate {
  const [measure = "", place] = quantity.split(".");
  const year = /\.(\d{4})$/.exec(quantity)?.[1];
  const at = (share: number): number => median * factor ** share;
  return {
    kind: "estimate",
    quantity,
    measure,
    ...(place === undefined || place === year ? {} : { place }),
    ...(year === undefined ? {} : { year: Number(year) }),
    unit: "person",
    median,
    q05: at(-1),
    q25: at(-0.41),
    q75: at(0.41),
    q95: at(1),
    mean: median,
    sd: median * (factor - 1) * 0.6,
    prior: { median, q05: at(-3), q25: at(-1), q75: at(1), q95: at(3), mean: median, sd: median },
    ess: 1000,
    rhat: 1.001,
    claims: 2,
    origins: 1,
    carriedByPrior: false,
    percentiles: Array.from({ length: 39 }, (_, index) => at(Math.log((index + 1) / (39 - index)) / Math.log(19))),
    ...over,
  };
}

/** A claim on a quantity with what reconciling says of it. */
export function claim(id: string, center: number, over: Partial<ClaimResult> = {}): ClaimView {
  return {
    sourceTitle: `Report ${id}`,
    attached: false,
    claim: {
      kind: "claim",
      id,
      source: "report",
      locator: "p. 3",
      statedBy: "the ministry",
      basis: "estimate",
      modality: "asserted",
      measure: "workers",
      statistic: "total",
      place: "world",
      period: "2012",
      range: { kind: "point", value: center },
      approximate: false,
      unit: "persons",
      derivedFrom: [],
      derivation: "stated",
      paraphrase: "A number.",
    },
    result: {
      kind: "claim result",
      claim: id,
      quantity: "workers.world.2012",
      conflict: 0.05,
      distance: 0.2,
      center,
      low: center * 0.9,
      high: center * 1.1,
      weight: 0.8,
      group: id,
      ...over,
    },
  };
}

/** A part of 100 earned. */
export function part(measure: string, median: number, limits: readonly [number, number], worker = false): FlowPart {
  return { measure, name: measure, quantity: `${measure}.2012`, median, q05: limits[0], q95: limits[1], worker };
}

/** An estimate at a place. */
export function at(id: string, where: readonly [number, number] | undefined, of: Estimate): PlaceEstimate {
  return { place: { id, name: id, ...(where === undefined ? {} : { at: where }) }, estimate: of };
}
