import type { Statistic } from "./claim.ts";
import type { ClaimDraft } from "./claim-draft.ts";

/** How a case calls its measures and places. */
export interface DraftNames {
  readonly measure: (id: string) => string;
  readonly place: (id: string) => string;
}

const STATISTIC_WORDS: Readonly<Record<Statistic, string>> = {
  total: "",
  mean: " on average",
  typical: " typically",
  one_person: " (one person)",
  minimum: " (the least)",
  maximum: " (the most)",
  spread: " (spread between people)",
};

/** Stands where a field is still missing. */
const UNSAID = "…";

const SCALES = [
  [1e9, "billion"],
  [1e6, "million"],
] as const;

function grouped(value: number): string {
  const scale = SCALES.find(([size]) => value >= size && Number.isInteger((value / size) * 1000));
  if (scale !== undefined) return `${value / scale[0]} ${scale[1]}`;
  const [whole = "", decimals] = String(value).split(".");
  const groups = whole.replace(/\B(?=(\d{3})+$)/gu, ",");
  return decimals === undefined ? groups : `${groups}.${decimals}`;
}

function numberWords({ low, high, approximate }: ClaimDraft): string {
  const about = approximate ? "about " : "";
  if (low === undefined) return high === undefined ? "" : `at most ${about}${grouped(high)}`;
  if (high === undefined) return `at least ${about}${grouped(low)}`;
  return low === high ? `${about}${grouped(low)}` : `${about}${grouped(low)} to ${grouped(high)}`;
}

/** A unit behind its number; people are said by the measure already. */
function unitWords({ unit, currency, per }: ClaimDraft): string {
  const heads: Readonly<Record<string, string>> = { percent: " %", money: ` ${currency ?? UNSAID}`, persons: "" };
  const head = unit === undefined ? "" : (heads[unit] ?? ` ${unit}`);
  const [first, second] = (per ?? "").split(" ");
  const forWhom =
    first === "" || first === undefined ? "" : ` per ${first}${second === undefined ? "" : ` and ${second}`}`;
  return head + forWhom;
}

function periodWords({ period, undated }: ClaimDraft): string {
  if (period === undefined) return undated ? "undated" : UNSAID;
  return period
    .split("/")
    .map((end) => (/[~%]$/u.test(end) ? `about ${end.slice(0, -1)}` : end.replace(/^(\d{3})X$/u, "$10s")))
    .join(" to ");
}

const MODALITY_WORDS = { asserted: "", hearsay: " (hearsay)", planned: " (planned)", hypothetical: " (hypothetical)" };

/**
 * A neutral paraphrase of a draft, made of its fields and of no word of the document: a person confirms it or writes a better one.
 * @example
 * draftParaphrase({ locator: "p. 1", basis: "press", modality: "asserted", measure: "workers", statistic: "total", place: "RU", period: "2012", undated: false, low: 34000, high: 34000, approximate: true, unit: "persons", derivation: "stated" }, { measure: () => "Workers abroad", place: () => "Russia" }) // => "Workers abroad in Russia, 2012: about 34,000"
 */
export function draftParaphrase(draft: ClaimDraft, names: DraftNames): string {
  const { measure, place, occupation, sex, statistic, modality } = draft;
  const what = measure === undefined ? UNSAID : names.measure(measure);
  const where = place === undefined ? "" : place === "world" ? " in all places" : ` in ${names.place(place)}`;
  const who = [occupation, sex].filter((part) => part !== undefined).join(", ");
  const topic = `${what}${where}${who === "" ? "" : ` (${who})`}, ${periodWords(draft)}`;
  return `${topic}: ${numberWords(draft)}${unitWords(draft)}${STATISTIC_WORDS[statistic]}${MODALITY_WORDS[modality]}`;
}
