import { placeNames } from "../gazetteer/index.ts";

/** Where the words name a place. */
export interface PlaceMention {
  readonly start: number;
  readonly end: number;
  readonly country?: string;
  readonly region?: string;
  /** Whether it only says what is of the place: "Russian officials". */
  readonly adjective: boolean;
  /** Whether the words say that something is in, to or from it. */
  readonly located: boolean;
}

const BEFORE_PLACE =
  /(?:^|[\s(“"])(?:in|into|inside|within|to|at|across|throughout|near|around|from|в|во|на|из|по)\s(?:(?:the|all|northern|southern|eastern|western|north-?eastern|central|city of|port of|провинци\p{L}+|город\p{L}*)\s)*$/iu;
const AFTER_KOREAN = /^(?:에서|에는|에도|에|로|으로|내|현지|산|파견|주재|지역|행|등)/u;
const BEFORE_CHINESE = /[在赴到往于向驻]$/u;
const AFTER_CHINESE = /^(?:境内|国内|的工地|各地)/u;

function isLocated(words: string, start: number, end: number): boolean {
  const before = words.slice(Math.max(0, start - 40), start);
  const after = words.slice(end, end + 4);
  return (
    BEFORE_PLACE.test(before) || AFTER_KOREAN.test(after) || BEFORE_CHINESE.test(before) || AFTER_CHINESE.test(after)
  );
}

/** What a place's adjective may stand before and still say where: "Chinese provinces", "on Russian soil". */
const PLACE_NOUN =
  /^\s(?:(?:border|port|capital|far)\s)?(?:city|cities|town|towns|side|province|provinces|region|regions|border|soil|territory|island|coast|village|port|factory|factories|construction|building|site|sites|logging|restaurant|restaurants|company|companies|employer|employers|firm|firms|labou?r market|farms?|shipyards?)\b/iu;
const RUSSIAN_NOUN = /^\s(?:город|провинц|границ|сторон|территор|завод|фабрик|стройк|компани|предприят|лес)/u;

/**
 * The places that folded words name, in order and without overlap.
 * @example
 * placeMentions("They work in Kuwait City.").map(({ country, located }) => [country, located]) // => [["KW",true]]
 */
export function placeMentions(words: string): readonly PlaceMention[] {
  const mentions: PlaceMention[] = [];
  for (let index = 0; index < words.length; ) {
    const found = mentionAt(words, index);
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

function mentionAt(words: string, start: number): PlaceMention | undefined {
  const names = placeNames(words.slice(start, start + 2));
  if (names.length === 0 || !canBegin(words, start)) return undefined;
  for (const { form, ...name } of names) {
    form.lastIndex = start;
    const end = form.test(words) ? form.lastIndex : undefined;
    if (end === undefined) continue;
    const after = words.slice(end, end + 40);
    const where = name.adjective && (PLACE_NOUN.test(after) || RUSSIAN_NOUN.test(after));
    return { ...name, start, end, adjective: name.adjective && !where, located: where || isLocated(words, start, end) };
  }
  return undefined;
}
