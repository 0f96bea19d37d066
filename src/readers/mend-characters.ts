import { codePointLength } from "../values/code-points.ts";
import type { Mend } from "./reader.ts";

/**
 * Radicals of the CJK supplement that stand for a character of their own: fonts share their glyphs, and PDF files then name
 * the radical. After the Unicode table EquivalentUnifiedIdeograph; normalisation knows only two of them.
 */
const RADICALS: Readonly<Record<string, string>> = Object.fromEntries(
  [
    "⺁厂 ⺃乚 ⺄乙 ⺅亻 ⺆冂 ⺈刀 ⺉刂 ⺊卜 ⺌小 ⺍小 ⺎兀 ⺐尢 ⺒巳 ⺓幺 ⺔彑 ⺖忄 ⺗心 ⺘扌 ⺙攵 ⺛旡 ⺜日 ⺝月 ⺞歺 ⺟母 ⺠民 ⺡氵",
    "⺢氺 ⺣灬 ⺤爫 ⺥爫 ⺦丬 ⺧牛 ⺨犭 ⺩王 ⺬示 ⺭礻 ⺯糹 ⺰纟 ⺲罒 ⺶羊 ⺹耂 ⺺肀 ⺾艹 ⺿艹 ⻀艹 ⻁虎 ⻂衤 ⻃覀 ⻄西 ⻅见 ⻆角",
    "⻈讠 ⻉贝 ⻋车 ⻌辶 ⻍辶 ⻎辶 ⻐钅 ⻑長 ⻒镸 ⻓长 ⻔门 ⻖阝 ⻗雨 ⻘青 ⻙韦 ⻚页 ⻛风 ⻜飞 ⻝食 ⻟飠 ⻠饣 ⻢马 ⻣骨 ⻤鬼 ⻥鱼",
    "⻦鸟 ⻧卤 ⻨麦 ⻩黄 ⻪黾 ⻫斉 ⻬齐 ⻭歯 ⻮齿 ⻯竜 ⻰龙 ⻱龜 ⻲亀 ⻳龟",
  ]
    .join(" ")
    .split(" ")
    .map((pair) => [...pair]),
);

/**
 * What is mended: CJK radicals, compatibility ideographs, Latin and Armenian ligatures, Hangul in single letters. Not raised
 * digits, fractions or circled numbers: compatibility forms would turn "m²" into "m2" and a footnote mark into a digit of the
 * number before it.
 */
const MENDED = /[\u2e80-\u2fdf\uf900-\ufaff\ufb00-\ufb17\u{2f800}-\u{2fa1f}]|[\u1100-\u11ff]+/gu;

/** A text in which characters that only look like others are those others, and what stood there before. */
export function mendCharacters(text: string): { readonly text: string; readonly mends: readonly Mend[] } {
  const mends: Mend[] = [];
  let grown = 0;
  let unit = 0;
  let point = 0;
  const mended = text.replace(MENDED, (raw: string, index: number) => {
    point += codePointLength(text.slice(unit, index));
    unit = index;
    const now = RADICALS[raw] ?? raw.normalize("NFKC");
    if (now === raw) return raw;
    const start = point + grown;
    mends.push({ start, end: start + codePointLength(now), raw });
    grown += codePointLength(now) - codePointLength(raw);
    return now;
  });
  return { text: mended, mends };
}
