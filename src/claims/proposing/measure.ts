import { boundsOf } from "../../values/range.ts";
import type { Modality } from "../claim.ts";
import type { Quantity } from "../quantity.ts";
import type { MeasureTerm } from "./context.ts";
import type { CuedNumber, MeasureCue } from "./measure-cues/cue.ts";
import { MEASURE_CUES } from "./measure-cues/index.ts";

const LARGE = 1_000_000;
const TIMES = new Set(["hour", "day", "week", "month", "year"]);

function cuedNumber({ kind, unit, range }: Quantity): CuedNumber | undefined {
  const { low, high } = boundsOf(range);
  switch (kind) {
    case "money":
      return (high ?? low ?? 0) >= LARGE ? "large money" : "money";
    case "share":
      return "share";
    case "duration":
      return unit === "hours" ? "hours" : unit === "years" || unit === "months" ? "duration" : undefined;
    case "count":
      return unit === "persons" || unit === "countries" || unit === "documents" ? unit : undefined;
    default:
      return undefined;
  }
}

const PAPERS = /^\s(?:\p{L}+\s){0,2}visas?\b/iu;
const VISAS = /visas$/u;

/** What the words say, as a cue asks for it. */
export interface CuedWords {
  /** The clause round the number. */
  readonly near: string;
  /** The part of it after the number. */
  readonly after: string;
  /** Its sentence, with the words before it in its paragraph. */
  readonly sentence: string;
}

function holds(cue: MeasureCue, words: CuedWords, { per, range }: Quantity): boolean {
  const time = per.find((one) => TIMES.has(one)) ?? "";
  const { low = 0, high = Number.POSITIVE_INFINITY } = boundsOf(range);
  if (cue.least !== undefined && Math.max(low, high) < cue.least) return false;
  if (cue.times !== undefined && !cue.times.includes(time)) return false;
  // "400 student visas and 300 tourist visas": which papers are meant is said right after the number.
  const papers = cue.of === "documents" && PAPERS.test(words.after);
  if (!cue.near.test(papers && VISAS.test(cue.measure) ? words.after : words.near)) return false;
  if (cue.sentence !== undefined && !cue.sentence.test(words.sentence)) return false;
  return cue.not === undefined || !cue.not.test(words.near);
}

/**
 * The id of the measure that a number speaks of: that of the first cue that holds and that the case has; absent if none does. A
 * plan is of the measure of plans where the case has one.
 * @example
 * measureOf({ start: 0, end: 1, kind: "count", unit: "persons", range: { kind: "point", value: 90 }, approximate: false, vague: false, per: [] }, { near: "90 workers", after: " workers", sentence: "" }, { measures: [{ id: "workers" }], modality: "asserted" }) // => "workers"
 */
export function measureOf(
  quantity: Quantity,
  words: CuedWords,
  { measures, modality }: { readonly measures: readonly MeasureTerm[]; readonly modality: Modality },
): string | undefined {
  const number = cuedNumber(quantity);
  if (number === undefined) return undefined;
  const ids = new Set(measures.map(({ id }) => id));
  const cue = MEASURE_CUES.find((one) => one.of === number && ids.has(one.measure) && holds(one, words, quantity));
  if (cue === undefined) return undefined;
  const plan = `planned_${cue.measure}`;
  return modality === "planned" && ids.has(plan) ? plan : cue.measure;
}
