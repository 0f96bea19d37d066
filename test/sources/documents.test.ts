import { describe, expect, test } from "vitest";
import { type DocumentPart, partAt } from "../../src/sources/document-part.ts";
import { languageOf } from "../../src/sources/language-of.ts";
import { slugOf } from "../../src/sources/slug-of.ts";
import { isSlug } from "../../src/values/slug.ts";

describe("partAt(parts, position)", () => {
  const parts: readonly DocumentPart[] = [0, 10, 25].map((start, index) => ({
    kind: "page",
    label: `p. ${index + 1}`,
    start,
    end: start + 9,
  }));
  test("is the part that holds the position, and none between two parts or outside all", () => {
    expect([0, 8, 9, 10, 18, 22, 25, 33, 34].map((at) => partAt(parts, at)?.label)).toEqual([
      "p. 1",
      "p. 1",
      undefined,
      "p. 2",
      "p. 2",
      undefined,
      "p. 3",
      "p. 3",
      undefined,
    ]);
    expect(partAt([], 3)).toBeUndefined();
  });
});

describe("languageOf(text)", () => {
  test("tells the languages of the region's documents apart", () => {
    const texts = {
      en: "The workers were sent abroad by the ministry and were paid in cash.",
      ko: "노동자들은 2012년에 Ordania로 보내졌다.",
      zh: "这些工人是2012年被派到国外的。",
      ja: "労働者たちは二〇一二年に国外へ送られた。",
      ru: "Рабочие были отправлены за границу, и это было в 2012 году.",
      uk: "Робітники були відправлені за кордон, і це було у 2012 році, але їх не спитали.",
      de: "Die Arbeiter wurden von dem Ministerium ins Ausland geschickt und nicht bezahlt.",
      fr: "Les ouvriers étaient envoyés par le ministère et ils n’étaient pas payés dans les délais.",
      es: "Los obreros fueron enviados por el ministerio y no fueron pagados como se les dijo.",
    };
    for (const [language, text] of Object.entries(texts)) expect(languageOf(text)).toBe(language);
  });
  test("says nothing where there is nothing to tell by", () => {
    expect([languageOf(""), languageOf("1,200 (2012)"), languageOf("Xyzzy plugh")]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe("slugOf(item, taken)", () => {
  test("is an id that a source may have and no other source has", () => {
    const digest = "ab12cd34ef";
    const names = [
      "Wages, abroad (2012)",
      "Заработки рабочих",
      "보고서",
      "…",
      "Été à l’orchard",
      `${"long words ".repeat(20)}`,
    ];
    for (const title of names) {
      const id = slugOf({ title, file: "x/y.tar.pdf", digest }, ["wages-abroad-2012"]);
      expect(isSlug(id), `${title} → ${id}`).toBe(true);
      expect(id).not.toBe("wages-abroad-2012");
    }
    expect(slugOf({ title: "보고서", file: "folder/보고서 2012.pdf", digest }, [])).toBe("2012");
    expect(slugOf({ title: "Заработки", file: "a.pdf", digest }, ["zarabotki", "zarabotki-2"])).toBe("zarabotki-3");
  });
});
