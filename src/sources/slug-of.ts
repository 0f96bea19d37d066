const LETTERS: Readonly<Record<string, string>> = {
  а: "a",
  б: "b",
  в: "v",
  г: "g",
  д: "d",
  е: "e",
  ё: "e",
  ж: "zh",
  з: "z",
  и: "i",
  й: "y",
  к: "k",
  л: "l",
  м: "m",
  н: "n",
  о: "o",
  п: "p",
  р: "r",
  с: "s",
  т: "t",
  у: "u",
  ф: "f",
  х: "kh",
  ц: "ts",
  ч: "ch",
  ш: "sh",
  щ: "shch",
  ъ: "",
  ы: "y",
  ь: "",
  э: "e",
  ю: "yu",
  я: "ya",
  ß: "ss",
  ø: "o",
  ł: "l",
  æ: "ae",
};
const LONGEST = 40;

/** Words as an id: lower-case Latin letters and digits joined by hyphens, cut after a word; empty when nothing is left. */
function slug(words: string): string {
  const latin = words
    .toLowerCase()
    .normalize("NFKD")
    .replace(/\p{Mark}/gu, "")
    .replace(/[а-яёßøłæ]/gu, (letter) => LETTERS[letter] ?? "");
  const joined = latin.replace(/[^a-z0-9]+/gu, "-").replace(/^-|-$/gu, "");
  if (joined.length <= LONGEST) return joined;
  const cut = joined.slice(0, LONGEST + 1).lastIndexOf("-");
  return joined.slice(0, cut > LONGEST / 2 ? cut : LONGEST);
}

/**
 * An id for a new source: from its title, else from its file's name, else from its digest; with a number where it is taken.
 * @example
 * [slugOf({ title: "Wages, abroad (2012)", file: "a.pdf", digest: "ab12cd34" }, []), slugOf({ file: "보고서.pdf", digest: "ab12cd34ef" }, []), slugOf({ file: "a.pdf", digest: "ab12" }, ["a"])] // => ["wages-abroad-2012","source-ab12cd34","a-2"]
 */
export function slugOf(
  item: { readonly title?: string; readonly file: string; readonly digest: string },
  taken: Iterable<string>,
): string {
  const name = item.file.replace(/^.*[/\\]/u, "").replace(/\.[^.]+$/u, "");
  const fallback = `source-${item.digest.slice(0, 8)}`;
  const first = [slug(item.title ?? ""), slug(name)].find((one) => one.length > 0) ?? fallback;
  const known = new Set(taken);
  let id = first;
  for (let number = 2; known.has(id); number++) id = `${first}-${number}`;
  return id;
}
