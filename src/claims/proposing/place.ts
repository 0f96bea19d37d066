import { COUNTRIES } from "../gazetteer/countries.ts";
import { REGIONS } from "../gazetteer/regions.ts";
import type { PlaceTerm } from "./context.ts";
import type { PlaceMention } from "./place-mentions.ts";

/** Where a number holds: places of the account, and the ISO codes of the countries that the words name. */
export interface Whereabouts {
  readonly places: readonly string[];
  readonly countries: readonly string[];
}

/** What stands between two names of one list. */
const LIST = /^\s?(?:,|and|or|,\s?and|or the|and the|·|、|와|과|및|,?\s?и|和|及|以及|\/)?\s?(?:in |the |to |в |и )*$/iu;

/** How far a mention is from a number, in characters; what is not said to be a place counts as farther. */
function distance(mention: PlaceMention, words: string, number: { readonly at: number; readonly to: number }): number {
  const [from, to] = mention.end <= number.at ? [mention.end, number.at] : [number.to, mention.start];
  const between = words.slice(from, Math.max(from, to));
  const clauses = between.match(/[;,，；:]|\d+/gu)?.length ?? 0;
  return between.length + 20 * clauses + (mention.located ? 0 : 60);
}

/**
 * The mentions that say where a number holds: the nearest one, with those of the same list; none of the country that people
 * come from unless the words say that something is in it.
 * @example
 * nearestPlaces([], { words: "", at: 0, to: 0 }, "KP") // => []
 */
export function nearestPlaces(
  mentions: readonly PlaceMention[],
  number: { readonly words: string; readonly at: number; readonly to: number },
  origin: string | undefined,
): readonly PlaceMention[] {
  const able = mentions.filter(({ adjective, country }) => !adjective && (country === undefined || country !== origin));
  const located = able.filter((mention) => mention.located);
  const pool = located.length > 0 ? located : able;
  const ranked = pool.map((mention) => ({ mention, far: distance(mention, number.words, number) }));
  const [first] = ranked.sort((a, b) => a.far - b.far);
  if (first === undefined) return [];
  return listRound(able, able.indexOf(first.mention), number.words);
}

/** A mention with its neighbours of the same list. */
function listRound(mentions: readonly PlaceMention[], index: number, words: string): readonly PlaceMention[] {
  const joined = (left: number, right: number) => {
    const [before, after] = [mentions[left], mentions[right]];
    return before !== undefined && after !== undefined && LIST.test(words.slice(before.end, after.start));
  };
  let [first, last] = [index, index];
  while (joined(first - 1, first)) first--;
  while (joined(last, last + 1)) last++;
  return mentions.slice(first, last + 1);
}

/** The place of an account for a country: its own, else what the account calls the rest of its region, else the region. */
function placeOf(country: string, terms: readonly PlaceTerm[]): string {
  const ids = new Set(terms.map(({ id }) => id));
  if (ids.has(country)) return country;
  for (const { id, members } of REGIONS) {
    if (!members.includes(country)) continue;
    if (ids.has(`${id}-rest`)) return `${id}-rest`;
    if (ids.has(id)) return id;
  }
  return country;
}

function regionPlace(region: string, terms: readonly PlaceTerm[]): readonly string[] {
  if (terms.some(({ id }) => id === region)) return [region];
  const wider = region === "eastern-europe" && terms.some(({ id }) => id === "europe");
  return wider ? ["europe"] : [];
}

const CODES = new Set(COUNTRIES.map(({ code }) => code));

/**
 * The places of an account, and the ISO codes, that mentions stand for; a region that the account does not have stands for none.
 * @example
 * whereabouts([{ start: 0, end: 6, country: "OM", adjective: false, located: true }], [{ id: "middle-east-rest", name: "Rest" }]) // => {"places":["middle-east-rest"],"countries":["OM"]}
 */
export function whereabouts(mentions: readonly PlaceMention[], terms: readonly PlaceTerm[]): Whereabouts {
  const places: string[] = [];
  const countries: string[] = [];
  for (const { country, region } of mentions) {
    if (country !== undefined) places.push(placeOf(country, terms));
    if (country !== undefined && CODES.has(country)) countries.push(country);
    if (region !== undefined) places.push(...regionPlace(region, terms));
  }
  return { places: [...new Set(places)], countries: [...new Set(countries)] };
}
