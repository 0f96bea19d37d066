import { logSum } from "../math/log-sum.ts";
import { normalLogCdf, normalLogDensity } from "../math/normal.ts";
import { real } from "../math/vector.ts";
import type { LeftOut } from "./leave-out.ts";
import type { GroupTerm } from "./model.ts";
import { COPY_SD, GROSS_SD } from "./root-mixture.ts";
import type { ScoredDraws } from "./scored-draws.ts";
import { chooseSlip, type PossibleSlip, type Slip, type SlipKind, slipWords } from "./slip.ts";

/** A slip that is thought of for a number: by how much it has to be multiplied, the same at every draw or not. */
export interface ThinkableSlip {
  readonly kind: SlipKind;
  readonly factor: number;
  readonly currency?: string;
  /** Logs of the factor at every draw, where it depends on the account: the number of workers. */
  readonly logs?: Float64Array;
}

/** A reading in conflict, with what is needed to weigh slips for it. */
export interface DoubtedReading {
  readonly term: GroupTerm;
  /** Middle of what it says, for each target of its group. */
  readonly centers: readonly number[];
  /** Variance of its number where it is faithful, without the spread between people. */
  readonly variance: number;
  readonly slips: readonly ThinkableSlip[];
}

/** A slip of currency with a rate this near to another's is not told apart from it. */
const SAME_RATE = 0.15;

/**
 * The slip that explains a reading in conflict, by its Bayes factor against an error that nothing explains, over the draws
 * of the account without its origin; absent where none is convincing (rules E14, E21).
 * @example
 * weighSlip({ term: { group: { targets: [], form: "value" }, nodes: [] }, centers: [], variance: 1, slips: [] }, { series() {} }, { weights: { weights: new Float64Array(), k: 0 } }) ?? "none" // => "none"
 */
export function weighSlip(
  reading: DoubtedReading,
  scored: Pick<ScoredDraws, "series">,
  out: Pick<LeftOut, "weights">,
): Slip | undefined {
  const { weights, k } = out.weights;
  const possible = reading.slips.map(
    (slip): PossibleSlip => ({ ...bare(slip), log: chance(reading, scored, weights, 0, slip) }),
  );
  const found = chooseSlip(distinct(possible), chance(reading, scored, weights, GROSS_SD ** 2));
  return found && named(found.slip, found.bayesFactor, { against: "account", k: Number(k.toFixed(3)) });
}

/**
 * The slip that leads from a reading to another one of the same root; absent where none is convincing (rule E14).
 * @example
 * slipBetween(Math.log(2000), Math.log(200), [{ kind: "ten times too high", factor: 0.1 }])?.against // => "other reading"
 */
export function slipBetween(center: number, other: number, slips: readonly ThinkableSlip[]): Slip | undefined {
  const variance = 2 * COPY_SD ** 2;
  const possible = slips.flatMap((slip): PossibleSlip[] =>
    slip.logs ? [] : [{ ...bare(slip), log: normalLogDensity(center + Math.log(slip.factor), other, variance) }],
  );
  const found = chooseSlip(distinct(possible), normalLogDensity(center, other, variance + GROSS_SD ** 2));
  return found && named(found.slip, found.bayesFactor, { against: "other reading" });
}

function bare({ kind, factor, currency }: ThinkableSlip): Omit<PossibleSlip, "log"> {
  return { kind, factor, ...(currency === undefined ? {} : { currency }) };
}

function named({ kind, factor, currency }: PossibleSlip, bayesFactor: number, held: Pick<Slip, "against" | "k">): Slip {
  return {
    kind,
    factor,
    ...(currency === undefined ? {} : { currency }),
    bayesFactor: Number(bayesFactor.toPrecision(4)),
    ...held,
    words: slipWords(kind, currency),
  };
}

/** Currencies whose rates are next to each other explain a number alike: none of them is named. */
function distinct(possible: readonly PossibleSlip[]): readonly PossibleSlip[] {
  return possible.filter(
    (slip) =>
      slip.currency === undefined ||
      !possible.some(
        (other) =>
          other.currency !== undefined &&
          other.currency !== slip.currency &&
          Math.abs(Math.log(other.factor / slip.factor)) < SAME_RATE,
      ),
  );
}

/** Log of the chance of the reading's number under a slip, or under none, with so much variance more. */
function chance(
  { term, centers, variance }: DoubtedReading,
  scored: Pick<ScoredDraws, "series">,
  weights: Float64Array,
  added: number,
  slip?: ThinkableSlip,
): number {
  const { group } = term;
  const side = group.form === "lower bound" ? 1 : group.form === "upper bound" ? -1 : 0;
  const shift = slip === undefined ? 0 : Math.log(slip.factor);
  const logs = new Float64Array(group.targets.length * weights.length);
  group.targets.forEach((target, t) => {
    const nodes = scored.series(term.nodes[t] ?? -1);
    const spread = term.spreadNodes ? scored.series(term.spreadNodes[t] ?? -1) : undefined;
    for (let i = 0; i < weights.length; i++) {
      const moved = (centers[t] ?? Number.NaN) + (slip?.logs ? real(slip.logs, i) : shift);
      const full = variance + added + (spread ? real(spread, i) ** 2 : 0);
      const away = real(nodes, i) - moved;
      const log = side === 0 ? normalLogDensity(away, 0, full) : normalLogCdf((side * away) / Math.sqrt(full));
      logs[t * weights.length + i] = log + Math.log(target.weight * real(weights, i));
    }
  });
  return logSum(logs);
}
