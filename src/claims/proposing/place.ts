import { COUNTRIES } from "../gazetteer/countries.ts";
import { REGIONS } from "../gazetteer/regions.ts";
import type { PlaceTerm } from "./context.ts";
import { farness } from "./nearest.ts";
import type { NumberInWords } from "./number-in-words.ts";
import type { PlaceMention } from "./place-mentions.ts";

/** Where a number holds: places of the account, and the ISO codes of the countries that the words name. */
export interface Whereabouts {
  readonly places: readonly string[];
  readonly countries: readonly string[];
}

/** What stands between two names of one list. */
const LIST = /^\s?(?:,|and|or|,\s?and|or the|and the|·|、|와|과|및|,?\s?и|和|及|以及|\/)?\s?(?:in |the |to |в |и )*$/iu;

/** A number in words, as far as places need it. */
type Placed = Pick<NumberInWords, "words" | "at" | "to">;

/** Farther than this, the country that people come from is where they come from and not where a number holds. */
const HOME_REACH = 80;

/** Whether a mention may say where a number holds; the country that people come from only by what is near and in it. */
function mayHold(mention: PlaceMention, number: Placed, origin: string | undefined): boolean {
  const { stands, country, town } = mention;
  if (stands === "owner" || stands === "speaker") return false;
  if (country === undefined || country !== origin) return true;
  if (town) return stands !== "along";
  return stands === "inside" && farness(mention, number) <= HOME_REACH;
}

/**
 * The mentions that say where a number holds: the nearest one, with those of the same list. A place that something is said to be
 * in or on its way to comes before one that is only named.
 * @example
 * nearestPlaces([], { words: "", at: 0, to: 0 }, "KP") // => []
 */
export function nearestPlaces(
  mentions: readonly PlaceMention[],
  number: Placed,
  origin: string | undefined,
): readonly PlaceMention[] {
  const able = mentions.filter((mention) => mayHold(mention, number, origin));
  const bracketed = able.find(({ end }) => end <= number.at && /^\s?\($/u.test(number.words.slice(end, number.at)));
  if (bracketed !== undefined) return [bracketed];
  const located = able.filter(({ stands, town, country }) => stands !== "named" || (town && country === origin));
  const pool = located.length > 0 ? located : able;
  const ranked = pool.map((mention) => ({ mention, far: farness(mention, number) }));
  const first = ranked.sort((a, b) => a.far - b.far)[0]?.mention;
  if (first === undefined)
    return mentions.filter(({ stands, country }) => stands === "speaker" && country !== origin).slice(0, 1);
  return listRound(able, able.indexOf(first), number.words);
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
 * whereabouts([{ start: 0, end: 6, country: "OM", town: false, stands: "inside" }], [{ id: "middle-east-rest", name: "Rest" }]) // => {"places":["middle-east-rest"],"countries":["OM"]}
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
