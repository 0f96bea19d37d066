import { placeNames } from "../gazetteer/index.ts";

const WORKERS_AFTER =
  /^\s?(?:(?:overseas|migrant|export|construction|forced|guest|young)\s)?(?:workers\b|labou?rers\b|노동자|근로자|인력|рабочи|工人|劳工|劳务)/iu;
/** Workers of a country count for as much as this many mentions of its people. */
const WORKERS = 5;
/** How much of a text is searched for the country of its people. */
const SAMPLE = 200_000;
/** Where the name of a country can begin: a capital, a small letter of the Russian adjectives, Hangul, Han. */
const BEGINNINGS =
  /(?<![\p{L}\p{N}])[\p{Lu}\p{Script=Hangul}]|(?<![\p{L}])\p{Script=Cyrillic}|(?=\p{Script=Han})[朝北蒙越中印尼孟]/gu;

/**
 * The country that the people of a text come from: the one whose workers it speaks of most ("Mongolian workers"), none of those
 * that the account has as hosts; absent where it speaks of none.
 * @example
 * originOf("Nepali workers in Doha met other Nepali workers and Indian workers.", new Set(["QA"])) // => "NP"
 */
export function originOf(text: string, hosts: ReadonlySet<string>): string | undefined {
  const counts = new Map<string, number>();
  for (const found of text.slice(0, SAMPLE).matchAll(BEGINNINGS)) {
    const country = peopleFrom(text, found.index);
    if (country !== undefined && !hosts.has(country.code))
      counts.set(country.code, (counts.get(country.code) ?? 0) + country.weight);
  }
  let best: string | undefined;
  for (const [country, count] of counts) if (best === undefined || count > (counts.get(best) ?? 0)) best = country;
  return best;
}

/** The country whose people are named at an index: its workers, which tell most, or its people ("North Koreans"). */
function peopleFrom(text: string, index: number): { readonly code: string; readonly weight: number } | undefined {
  for (const { form, country, adjective } of placeNames(text.slice(index, index + 2))) {
    form.lastIndex = index;
    if (country === undefined || !form.test(text)) continue;
    if (WORKERS_AFTER.test(text.slice(form.lastIndex, form.lastIndex + 40))) return { code: country, weight: WORKERS };
    return adjective && text.charAt(form.lastIndex - 1) === "s" ? { code: country, weight: 1 } : undefined;
  }
  return undefined;
}
