import { COUNTRIES } from "../gazetteer/countries.ts";
import { formOf, type PlaceName, placeNames } from "../gazetteer/index.ts";
import type { PlaceTerm } from "./context.ts";

/**
 * How a place is named: that something is in it; is on its way to, from or across it; the name alone; or whose something is
 * ("Russian officials", "workers from Nepal"), or who speaks ("Seoul said").
 */
export type PlaceStanding = "inside" | "along" | "named" | "speaker" | "owner";

/** Where the words name a place. */
export interface PlaceMention {
  readonly start: number;
  readonly end: number;
  readonly country?: string;
  readonly region?: string;
  readonly town: boolean;
  readonly stands: PlaceStanding;
}

const LEADING =
  "\\s(?:(?:the|all|northern|southern|eastern|western|north-?eastern|central|city of|port of|provinces? of|case of|cities of|провинци\\p{L}+|город\\p{L}*)\\s)*$";
const INSIDE = new RegExp(`(?:^|[\\s(“"])(?:in|inside|within|at|near|around|в|во|на)${LEADING}`, "iu");
const ALONG = new RegExp(`(?:^|[\\s(“"])(?:into|to|across|throughout|from|из|по)${LEADING}`, "iu");
/** People who are from a place are not for that reason in it. */
const PEOPLE_FROM =
  /(?:workers?|labou?rers?|people|men|women|employees|nationals|builders|loggers|cooks?|welders?|nurses?|doctors?|maids?|seamstresses|fishermen|рабоч\p{L}+|граждан\p{L}*|работник\p{L}*)\s(?:from|из)\s(?:the\s)?$/iu;
const INSIDE_KOREAN = /^(?:에서|에는|에도|에|내|현지|산|주재|지역|등)/u;
const ALONG_KOREAN = /^(?:로|으로|파견|행)/u;
const INSIDE_CHINESE = /^(?:境内|国内|的工地|各地|有)/u;

function standing(words: string, start: number, end: number): PlaceStanding {
  const before = words.slice(Math.max(0, start - 50), start);
  const after = words.slice(end, end + 4);
  if (PEOPLE_FROM.test(before)) return "owner";
  if (INSIDE.test(before) || INSIDE_KOREAN.test(after) || /[在于驻]$/u.test(before) || INSIDE_CHINESE.test(after))
    return "inside";
  return ALONG.test(before) || ALONG_KOREAN.test(after) || /[赴到往向]$/u.test(before) ? "along" : "named";
}

/** What a place's adjective may stand before and still say where: "Chinese provinces", "on Russian soil". */
const PLACE_NOUN =
  /^\s(?:(?:border|port|capital|far)\s)?(?:city|cities|town|towns|side|province|provinces|region|regions|border|soil|territory|island|coast|village|port|factory|factories|construction|building|site|sites|logging|restaurant|restaurants|labou?r market|farms?|shipyards?)\b/iu;
const RUSSIAN_NOUN = /^\s(?:город|провинц|границ|сторон|территор|завод|фабрик|стройк|компани|предприят|лес)/u;

/** Adjectives and names before these say whose something is, not where. */
const OWNER_OF =
  /^(?:[’']s)?\s(?:(?:[A-Z]\p{L}+|state|trading|labor|foreign)\s){0,2}?(?:dollars?|dollar|currency|won\b|yuan|rubles?|roubles?|dinars?|dirhams?|money|compan(?:y|ies)|embass(?:y|ies)|government|regime|[Dd]epartment|Treasury|Congress|Senate|administration|lawmakers?|senators?|prosecutors?|diplomats?|sanctions?|military|officials?|ministry|authorities|ambassador|agency|intelligence|media|newspaper|researcher|professor|scholar|party|Post|Times|Herald|Daily|Institute|University|Review|Journal|transport|people\b|nationals?|citizens?)/u;

/** A place before these speaks, or those do who sit in it. */
const SAYING =
  /^\s(?:has |have |had |also |later )?(?:says?|said|believes?|estimates?d?|reports?|reported|claims?|claimed|announced|told|insists?|denies|denied)\b/u;

/** Words before whoever a number is from. */
const SOURCE = /\baccording to (?:the |a |an )?$/iu;

/** Names of the places of one case that no gazetteer has, by their first two characters. */
export type CaseNames = ReadonlyMap<string, readonly PlaceName[]>;

const CODES = new Set(COUNTRIES.map(({ code }) => code));

/**
 * The names of a case's own places, for those that are no country of ISO 3166 and no remainder ("Rest of Europe").
 * @example
 * [...caseNames([{ id: "XB", name: "Ordania" }, { id: "rest", name: "Other countries" }]).keys()] // => ["Or"]
 */
export function caseNames(places: readonly PlaceTerm[]): CaseNames {
  const names = new Map<string, PlaceName[]>();
  for (const { id, name } of places) {
    if (CODES.has(id) || /^(?:Rest|Other|Everywhere|World)\b/iu.test(name)) continue;
    const key = name.slice(0, 2);
    const list = names.get(key) ?? [];
    names.set(key, list);
    list.push({ country: id, adjective: false, town: false, form: formOf(name) });
  }
  return names;
}

/**
 * The places that folded words name, in order and without overlap.
 * @example
 * placeMentions("They work in Kuwait City.").map(({ country, stands }) => [country, stands]) // => [["KW","inside"]]
 */
export function placeMentions(words: string, own: CaseNames = new Map()): readonly PlaceMention[] {
  const mentions: PlaceMention[] = [];
  for (let index = 0; index < words.length; ) {
    const found = mentionAt(words, index, own);
    if (found === undefined) index++;
    else {
      mentions.push(found);
      index = found.end;
    }
  }
  return mentions;
}

/** Whether a name can begin here: not inside a word, save in Chinese, which writes without spaces. */
function canBegin(words: string, index: number): boolean {
  return /\p{Script=Han}/u.test(words.charAt(index)) || index === 0 || !/[\p{L}\p{N}]/u.test(words.charAt(index - 1));
}

function mentionAt(words: string, start: number, own: CaseNames): PlaceMention | undefined {
  const key = words.slice(start, start + 2);
  const names = [...placeNames(key), ...(own.get(key) ?? [])];
  if (names.length === 0 || !canBegin(words, start)) return undefined;
  for (const { form, adjective, ...name } of names) {
    form.lastIndex = start;
    const end = form.test(words) ? form.lastIndex : undefined;
    if (end !== undefined) return { ...name, start, end, stands: standsAs(words, { start, end }, adjective) };
  }
  return undefined;
}

function standsAs(
  words: string,
  at: { readonly start: number; readonly end: number },
  adjective: boolean,
): PlaceStanding {
  const after = words.slice(at.end, at.end + 40);
  if (after.startsWith("$")) return "owner";
  if (OWNER_OF.test(after) && SOURCE.test(words.slice(Math.max(0, at.start - 20), at.start))) return "owner";
  if (SAYING.test(after)) return "speaker";
  if (adjective && (PLACE_NOUN.test(after) || RUSSIAN_NOUN.test(after))) return "inside";
  const stands = standing(words, at.start, at.end);
  if (adjective) return "owner";
  return stands === "named" && OWNER_OF.test(after) ? "owner" : stands;
}
