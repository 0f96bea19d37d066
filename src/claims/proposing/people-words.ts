import type { Surroundings } from "./surroundings.ts";

/** Trades by name, with the words that tell them in the four languages; the names are those that claims use. */
const TRADES: Readonly<Record<string, RegExp>> = {
  construction: /construction|builders?\b|building sites?|bricklay|plasterers?|건설|건축|строит|стройк|建筑|工地/iu,
  logging: /logg(?:ing|ers?)|lumber|timber|woodcut|벌목|임업|лесоруб|лесозаготов|лесопромышл|伐木|林业/iu,
  textile:
    /textile|garment|sewing|seamstress|cloth(?:ing|es) (?:factor|industr|workers)|봉제|의류|섬유|швейн|текстил|服装|纺织|缝纫/iu,
  restaurant: /restaurants?\b|waitress|식당|음식점|종업원|ресторан|официант|餐厅|餐馆|饭店|服务员/iu,
  "information technology":
    /\bIT workers?\b|information technology|programmers?\b|software|정보기술|IT ?(?:인력|노동자)|программист|айти|信息技术|程序员/u,
  seafood: /seafood|fish processing|fish sheds?|수산물|해산물|рыбопереработ|海鲜|水产/iu,
  medical: /\bdoctors?\b|nurses?\b|medical|hospital|의사|간호사|의료|врач|медицин|медсест|医生|护士|医疗/iu,
  fishing: /fisher(?:y|ies|men)|fishing|어업|어부|선원|рыбак|рыболов|渔业|渔民/iu,
  farming:
    /farm(?:ing|s|ers?|hands?)?\b|agricultur|greenhouses?|orchards?|농업|농장|농사|сельск\p{L}+ хозяйств|теплиц|ферм|农业|农场|温室/iu,
  mining: /\bmin(?:ers?|es|ing)\b|광산|광부|탄광|шахт|горняк|矿工|采矿|煤矿/iu,
  shipbuilding: /shipyards?|shipbuild|welders?\b|조선소|용접|верф|судостро|сварщик|造船|焊工/iu,
};

/** The one trade that words name; absent where they name none or several. */
function onlyTrade(words: string): string | undefined {
  const named = Object.entries(TRADES).filter(([, cue]) => cue.test(words));
  return named.length === 1 ? named[0]?.[0] : undefined;
}

/**
 * The trade that a number is about: the one that its clause names, else the one that its sentence names; several are none.
 * @example
 * [occupationOf("500 loggers", ""), occupationOf("500 men", "builders and loggers") ?? "none"] // => ["logging","none"]
 */
export function occupationOf(near: string, sentence: string): string | undefined {
  return onlyTrade(near) ?? (near === sentence ? undefined : onlyTrade(sentence));
}

const WOMEN =
  /^\s(?:[\p{L}-]+\s){0,3}?(?:women|girls|waitresses|seamstresses|nurses|female)\b|^\s?(?:명의 )?(?:여성|여자)|^\s?(?:\p{L}+\s)?(?:женщин|девуш)|^\s?(?:名|位)?(?:[\p{Script=Han}]{0,4})?(?:女|妇女)/iu;
const MEN =
  /^\s(?:[\p{L}-]+\s){0,2}?(?:men|males?)\b|^\s?(?:명의 )?(?:남성|남자)|^\s?(?:\p{L}+\s)?мужчин|^\s?(?:名|位)?(?:[\p{Script=Han}]{0,4})?男/iu;

/**
 * Whether the people counted are women or men, where the words right after the number say so.
 * @example
 * [" young women", " workers"].map((after) => sexOf({ before: "", after, near: "" }) ?? "either") // => ["female","either"]
 */
export function sexOf({ after }: Surroundings): string | undefined {
  const words = after.slice(0, 60);
  if (WOMEN.test(words)) return "female";
  return MEN.test(words) ? "male" : undefined;
}
