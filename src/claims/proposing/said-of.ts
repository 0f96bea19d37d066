import { present } from "../../values/present.ts";
import type { Modality } from "../claim.ts";
import { basisOf } from "./basis.ts";
import type { ProposingContext } from "./context.ts";
import type { HeardQuantity } from "./hear.ts";
import { measureOf } from "./measure.ts";
import { modalityOf } from "./modality.ts";
import { occupationOf, sexOf } from "./people-words.ts";
import { periodOf } from "./periods/index.ts";
import type { CaseNames } from "./place-mentions.ts";
import { speakerBeside, speakerIn } from "./speakers/index.ts";
import type { Testimony } from "./speakers/labels.ts";
import { statisticOf } from "./statistic.ts";
import { whereOf } from "./where.ts";

/** What is known of a text before its numbers are looked at one by one. */
export interface TextFacts {
  readonly text: string;
  readonly context: ProposingContext;
  /** The country that its people come from. */
  readonly origin: string | undefined;
  readonly names: CaseNames;
}

/** What stands round one number: who speaks, under which heading, and the number before it with its measure. */
export interface NumberSetting {
  readonly testimony?: Testimony | undefined;
  readonly heading: string;
  /** The words above the list or table in whose row it stands. */
  readonly lead?: string | undefined;
  readonly last?: { readonly heard: HeardQuantity; readonly measure?: string | undefined } | undefined;
}

const LIST_REACH = 60;

/** Whether a number goes on with a list of people that the number before it begins: "400 workers in Malta, 300 in Poland". */
function continues({ quantity, number, sentence }: HeardQuantity, last: HeardQuantity, text: string): boolean {
  if (quantity.unit !== "persons" || last.quantity.unit !== "persons" || sentence !== last.sentence) return false;
  const between = text.slice(last.number.end, number.start);
  return between.length <= LIST_REACH && !/[.;]/u.test(between);
}

function measureFor(
  heard: HeardQuantity,
  modality: Modality,
  { last, lead }: NumberSetting,
  facts: TextFacts,
): string | undefined {
  const { quantity, inWords, round, preceding } = heard;
  const near = lead === undefined ? round.near : `${lead} ${inWords.words}`;
  const words = { near, after: round.after, sentence: `${preceding} ${inWords.words}` };
  const own = measureOf(quantity, words, { measures: facts.context.terms.measures, modality });
  if (own !== undefined || last === undefined) return own;
  return continues(heard, last.heard, facts.text) ? last.measure : undefined;
}

/** Whether a number is only of the country that people come from, where no measure of work abroad holds. */
function isAtHome(countries: readonly string[], measure: string | undefined, origin: string | undefined): boolean {
  return measure !== undefined && !measure.startsWith("home_") && countries.length === 1 && countries[0] === origin;
}

/** The period of a number; in a row of a list that of its row, else that of the words above the list. */
function periodFor({ inWords }: HeardQuantity, lead: string | undefined, published: string | undefined) {
  const own = periodOf(inWords, published);
  if (own !== undefined || lead === undefined) return own;
  return periodOf({ words: lead, at: lead.length, to: lead.length }, published);
}

/** Trades are named for what is counted, paid or worked, not for prices of things and ages. */
const TRADED = new Set(["count", "money", "share", "duration", "time of day"]);

/**
 * What the words round a number say of it: its measure, place, period, trade, who says it, and in what mood.
 * @example
 * saidOf({ quantity: { start: 8, end: 10, kind: "count", unit: "persons", range: { kind: "point", value: 40 }, approximate: false, vague: false, per: [] }, sentence: { start: 0, end: 11, paragraph: 0 }, number: { start: 8, end: 10 }, opening: 0, passage: { start: 0, end: 11 }, inWords: { words: "In Doha 40.", at: 8, to: 10 }, round: { before: "In Doha ", after: ".", clause: "In Doha 40.", near: "In Doha 40." }, alone: true, preceding: "", following: "" }, { heading: "" }, { text: "In Doha 40.", context: { source: { id: "s", type: "press" }, terms: { measures: [], places: [] } }, origin: undefined, names: new Map() }).countries // => ["QA"]
 */
export function saidOf(heard: HeardQuantity, setting: NumberSetting, facts: TextFacts) {
  const { quantity, inWords, round, preceding, following } = heard;
  const { testimony, heading, lead } = setting;
  const { context, origin, names } = facts;
  const { words } = inWords;
  const modality = modalityOf(round.clause, words);
  const measure = measureFor(heard, modality, setting, facts);
  const surrounds = { before: lead ?? preceding, label: testimony?.about ?? "", heading, measure, origin, names };
  const where = whereOf(inWords, { ...surrounds, places: context.terms.places });
  const isWitness = testimony !== undefined || context.source.type === "interview";
  return present({
    measure: isAtHome(where.countries, measure, origin) ? undefined : measure,
    statistic: statisticOf(quantity, round),
    ...where,
    occupation: TRADED.has(quantity.kind) ? occupationOf(heard.alone ? words : round.near, words) : undefined,
    sex: quantity.unit === "persons" ? sexOf(round) : undefined,
    period: periodFor(heard, lead, context.source.published),
    speaker: testimony?.speaker ?? speakerIn(words) ?? speakerBeside(preceding, following),
    basis: isWitness ? ("interview" as const) : basisOf(words),
    modality,
  });
}
