import { CITIES } from "./cities.ts";
import { COUNTRIES } from "./countries.ts";
import { REGIONS } from "./regions.ts";

/** A word or phrase that names a place, ready to be looked for. */
export interface PlaceName {
  /** ISO code of the country that it names or lies in; absent for a region. */
  readonly country?: string;
  /** Id of the region that it names. */
  readonly region?: string;
  /** Whether it says what is of the place ("Russian") and not where. */
  readonly adjective: boolean;
  /** Whether it is a city or province of the country. */
  readonly town: boolean;
  /** Matches the name where it stands, whole. */
  readonly form: RegExp;
}

/** Particles and words that may follow a Korean name without a space. */
const PARTICLES =
  "에서|에는|에도|에게|에|의|은|는|이|가|을|를|로|으로|와|과|도|만|내|산|측|현지|정부|대사관|지역|국경|주재|파견|인|시|성|주|당국|등|까지|부터|행";
/** Korean names that are other words as well: they count only with a particle of place. */
const DOUBTFUL = new Set([
  "인도",
  "이란",
  "오만",
  "수단",
  "가나",
  "말리",
  "차드",
  "도문",
  "동강",
  "심양",
  "상해",
  "미국",
  "도하",
  "선양",
  "개성",
  "지린",
  "나선",
]);

function escaped(name: string): string {
  return name.replace(/[.*+?^${}()|[\]\\]/gu, "\\$&").replace(/~/gu, "\\p{L}{0,3}");
}

/**
 * The expression that matches a place's name, whole, as its script is written; it is sticky, for use at one index.
 * @example
 * formOf("Ordania").test("Ordania’s woods") // => true
 */
export function formOf(name: string): RegExp {
  const source = escaped(name);
  if (/^\p{Script=Hangul}/u.test(name)) {
    const after = DOUBTFUL.has(name)
      ? "(?=에서|에 |에는|정부|현지|로 |의 )"
      : `(?=[^\\p{Script=Hangul}]|$|${PARTICLES})`;
    return new RegExp(source + after, "uy");
  }
  if (/^\p{Script=Han}/u.test(name)) return new RegExp(source, "uy");
  if (/^\p{Script=Cyrillic}/u.test(name)) return new RegExp(`${source}(?![\\p{L}\\p{N}])`, "uy");
  return new RegExp(`${source}s?(?![\\p{L}\\p{N}])`, "uy");
}

/** Names by their first two characters, longer ones first. */
type Index = ReadonlyMap<string, readonly PlaceName[]>;

function addTo(
  index: Map<string, { length: number; name: PlaceName }[]>,
  text: string,
  about: Omit<PlaceName, "form">,
): void {
  const isCapitals = /^[A-Z][a-z]{3,}/u.test(text);
  for (const spelling of isCapitals ? [text, text.toUpperCase()] : [text]) {
    const key = spelling.slice(0, 2);
    const list = index.get(key) ?? [];
    index.set(key, list);
    list.push({ length: spelling.length, name: { ...about, form: formOf(spelling) } });
  }
}

function build(): Index {
  const index = new Map<string, { length: number; name: PlaceName }[]>();
  for (const { code, names, adjectives, korean, russian, chinese } of COUNTRIES) {
    for (const name of [...names, ...korean, ...chinese])
      addTo(index, name, { country: code, adjective: false, town: false });
    for (const name of russian) addTo(index, name, { country: code, adjective: /^\p{Ll}/u.test(name), town: false });
    for (const name of adjectives) addTo(index, name, { country: code, adjective: true, town: false });
  }
  for (const line of CITIES.trim().split("\n")) {
    const [country = "", names = ""] = line.split(" | ");
    for (const name of names.split("; ")) addTo(index, name.trim(), { country, adjective: false, town: true });
  }
  for (const { id, names } of REGIONS)
    for (const name of names) addTo(index, name, { region: id, adjective: false, town: false });
  return new Map(
    [...index].map(([key, list]) => [key, list.sort((a, b) => b.length - a.length).map(({ name }) => name)]),
  );
}

let built: Index | undefined;

/**
 * The names of places that begin with two given characters, longer ones first.
 * @example
 * placeNames("Qa").map(({ country }) => country) // => ["QA","QA"]
 */
export function placeNames(firstTwo: string): readonly PlaceName[] {
  built ??= build();
  return built.get(firstTwo) ?? [];
}
