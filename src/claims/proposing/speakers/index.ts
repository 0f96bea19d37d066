import { NAME, OFFICES, ROLE, speakerName } from "./names.ts";

const SAYS =
  "(?:says?|said|tells?|told|states?|stated|estimates?|estimated|estimate|say|reports?|reported|claims?|claimed|notes?|noted|explains?|explained|adds|added|announced|acknowledged|admitted|argues?|argued|believes?|believe|calculated|puts?|counted|recalls?|recalled|testified|warned|confirmed|found|wrote|writes|insists?|insisted)";
const PLACE_OF_OFFICE = '(?:\\s(?:based in|in|from|at|of|with)\\s[^,.;:“”"]{2,60}?)?';
const WHO = `(${OFFICES}|${NAME})`;

/** Ways in which a sentence says who gives its number; the first group is who. */
const ENGLISH: readonly RegExp[] = [
  new RegExp(
    `\\b[Aa]ccording to (?:(?:an? |the )?(?:new |recent |latest )?(?:estimates?|data|figures?|reports?|statistics|study|survey|testimony|records?)\\s(?:from|by|of)\\s)?(?:the |an? |one )?${ROLE}${WHO}`,
    "u",
  ),
  new RegExp(
    `\\b(?:estimates?|data|figures?|report|statistics|study|survey|records) (?:from|by|of|published by|released by) (?:the |an? )?${ROLE}(${NAME})`,
    "u",
  ),
  new RegExp(`[”"’»,]\\s?(?:as |so )?${SAYS}\\s(?:the |an? |one )?${ROLE}${WHO}`, "u"),
  new RegExp(
    `(?:^|[.,;:“"”]\\s?|\\s)(?:The |the |A |a |An |an |One |one )?${WHO}${PLACE_OF_OFFICE}(?:,[^,]{3,80},|\\s\\([^)]{2,40}\\))?\\s(?:has |have |had |also |later |once |recently |then )?${SAYS}\\b`,
    "u",
  ),
  new RegExp(
    `(?:^|\\s)(?:[Tt]he )?(${NAME}(?:\\s(?:report|survey|study|figures|data))) (?:says?|said|notes?|noted|shows?|showed|puts?|estimates?|found|finds|claims)\\b`,
    "u",
  ),
  new RegExp(`\\b(?:estimated|reported|announced|counted|cited|put) by (?:the |an? )?${ROLE}(${NAME})`, "u"),
];
const OTHERS: readonly RegExp[] = [
  /(?:^|[\s“"])([\p{Script=Hangul}A-Z][\p{Script=Hangul}A-Za-z\s·]{1,30}?)에 따르면/u,
  /^((?:[\p{Script=Hangul}A-Za-z·]+\s){0,3}?[\p{Script=Hangul}A-Za-z·]+?)(?<!에|에서)(?:은|는|이|가)\s[^.]*?(?:밝혔|말했|전했|보도했|추정했|주장했|설명했|발표했|집계했|라고 했|다고 했|추산했)/u,
  /(?:^|[\s,])([\p{Script=Hangul}A-Za-z·]+?)(?:은|는|이|가)\s(?:[^\s.]+\s){0,1}(?:밝혔|말했|전했|보도했|추정했|주장했|설명했|발표했|집계했|추산했)/u,
  /(?:По (?:данным|словам|сообщению|информации|оценке|оценкам)|по (?:данным|словам|сообщению|информации|оценке|оценкам))\s((?:\p{L}+\s){0,2}?\p{Lu}[\p{L}-]+(?:\s\p{Lu}[\p{L}-]+)*|\p{L}+(?:\s\p{L}+){0,2}?)(?=[,.;:]|\sв\s|\sна\s)/u,
  /(?:сообщил[аи]?|заявил[аи]?|рассказал[аи]?|сказал[аи]?|подсчитал[аи]?|говорит|отметил[аи]?|пишет)\s((?:\p{Ll}+\s){0,3}?\p{Lu}[\p{L}-]+(?:\s\p{Lu}[\p{L}-]+)*|\p{Ll}+(?:\s\p{Ll}+){0,1})/u,
  /(?:^|[.«»,—]\s?)((?:\p{L}+\s){0,3}?\p{Lu}[\p{L}-]+(?:\s\p{Lu}[\p{L}-]+)*)\s(?:сообщил|заявил|рассказал|сказал|подсчитал|отметил|пишет|утверждает|оценивает)/u,
  /(?:据|根据)([\p{Script=Han}·]{2,16}?)(?:报道|报导|称|估计|估算|统计|透露|披露|的?(?:报告|数据|消息)|，)/u,
  /(?:^|[。，；“”])([\p{Script=Han}·]{2,14}?)(?:表示|指出|称|说|报道|估计|透露|宣布)(?:[，：,:“]|[^。]{0,4})/u,
];

/** Chinese and Korean words that stand where a name would and are none. */
const NO_NAMES = /^(?:他|她|他们|我们|有人|一些人|据|그|그는|이들|이|그들|그것|공장|노동자들|он|она|они|он,)$/u;

/**
 * Who gives the number, as the words of its sentence say: a person, an office, an organisation; absent where they name nobody.
 * @example
 * ["According to the Quill Institute, 400 left.", "He said 400 left."].map((words) => speakerIn(words) ?? "nobody") // => ["Quill Institute","nobody"]
 */
export function speakerIn(words: string): string | undefined {
  for (const form of [...ENGLISH, ...OTHERS]) {
    const found = form.exec(words)?.[1];
    const name = found === undefined ? undefined : speakerName(found);
    if (name !== undefined && !NO_NAMES.test(name)) return name;
  }
  return undefined;
}

const SAYS_AFTER = new RegExp(
  `^["”’»」]?\\s?(?:${SAYS}\\s(?:the |an? )?${ROLE}(${NAME})|(?:The |the )?(${NAME}) ${SAYS}\\b)`,
  "u",
);
const SAYS_BEFORE = new RegExp(`(${NAME})(?:,[^,]{3,80},)? ${SAYS}:\\s?["“«]?[^”"»]*$`, "u");

/**
 * Who says a quotation, where the sentence after it or the one that leads to it names them; absent where neither does.
 * @example
 * speakerBeside("", "” Odile Vell said.") // => "Odile Vell"
 */
export function speakerBeside(preceding: string, following: string): string | undefined {
  const after = /^["”’»」]/u.test(following) ? SAYS_AFTER.exec(following) : null;
  const found = after?.[1] ?? after?.[2] ?? SAYS_BEFORE.exec(preceding)?.[1];
  return found === undefined ? undefined : speakerName(found);
}
