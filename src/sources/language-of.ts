/** Short words that stand in every text of a language and in few of another. */
const WORDS: Readonly<Record<string, string>> = {
  en: "the of and to in is that for was with are by this from have not which were they",
  de: "der die und das den von ist mit des nicht ein eine auf für dem sich werden auch im",
  fr: "les des est dans une pour que qui sur par pas plus avec sont aux ses cette ont leur",
  es: "los las del una por con que para como más pero sus este fue son entre desde han",
  pt: "não uma dos das com para que por mais como foi são pelo pela também ao seu",
  it: "della che gli per una sono con non del dei nel più anche alla come delle",
  pl: "nie się jest na przez oraz dla które który przy jako od są tym został",
  nl: "het een van dat niet zijn voor met aan door ook werd naar bij uit deze",
  mn: "байна нь болон энэ юм тэр хүн байсан гэж",
  ru: "и не на что это по для как его или был при от они",
  uk: "та не що це для як або був при від вони які є його",
};
const SAMPLE = 20_000;

function shareOf(text: string, script: RegExp): number {
  return [...text.matchAll(script)].length;
}

/** The language whose short words are most of the words, among those of a script. */
function byWords(text: string, languages: readonly string[]): string | undefined {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  const counts = languages.map((language) => {
    const known = new Set(WORDS[language]?.split(" ") ?? []);
    return { language, count: words.filter((word) => known.has(word)).length };
  });
  const best = counts.reduce((left, right) => (right.count > left.count ? right : left));
  return best.count * 50 >= words.length && best.count > 0 ? best.language : undefined;
}

/**
 * The language that most of a text is in, as a BCP 47 tag, by its script and its shortest words; absent when that is not
 * clear. A simple guess, for a person to check.
 * @example
 * [languageOf("They said that the pay was low."), languageOf("노동자들은 임금을 받지 못했다."), languageOf("1 2 3")] // => ["en","ko",null]
 */
export function languageOf(text: string): string | undefined {
  const sample = text.slice(0, SAMPLE);
  const scripts = [
    { name: "hangul", count: shareOf(sample, /\p{Script=Hangul}/gu) * 2 },
    { name: "kana", count: shareOf(sample, /[\p{Script=Hiragana}\p{Script=Katakana}]/gu) * 3 },
    { name: "han", count: shareOf(sample, /\p{Script=Han}/gu) * 2 },
    { name: "cyrillic", count: shareOf(sample, /\p{Script=Cyrillic}/gu) },
    { name: "latin", count: shareOf(sample, /\p{Script=Latin}/gu) },
  ];
  const best = scripts.reduce((left, right) => (right.count > left.count ? right : left));
  if (best.count === 0) return undefined;
  if (best.name === "hangul") return "ko";
  if (best.name === "kana") return "ja";
  if (best.name === "han") return "zh";
  if (best.name === "cyrillic") return byWords(sample, ["ru", "uk", "mn"]) ?? "ru";
  return byWords(sample, ["en", "de", "fr", "es", "pt", "it", "pl", "nl"]);
}
