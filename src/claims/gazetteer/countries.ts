import { AFRICA } from "./africa.ts";
import { AMERICAS } from "./americas.ts";
import { ASIA } from "./asia.ts";
import { EUROPE } from "./europe.ts";
import { OCEANIA } from "./oceania.ts";

/** A country with the words that name it. A `~` in a Russian word stands for any ending of up to three letters. */
export interface Country {
  /** ISO 3166-1 alpha-2; of a state that is no more, the code of its successor. */
  readonly code: string;
  readonly continent: string;
  readonly names: readonly string[];
  /** What is of it and who is: Russian, Polish. */
  readonly adjectives: readonly string[];
  readonly korean: readonly string[];
  readonly russian: readonly string[];
  readonly chinese: readonly string[];
}

/**
 * The columns of each table: code | names in English | adjectives in English | Korean | Russian | Chinese. Codes are of ISO
 * 3166-1; names are the territory names of Unicode CLDR 48, with further spellings, adjectives and Russian stems by hand.
 */
const TABLES = { africa: AFRICA, americas: AMERICAS, asia: ASIA, europe: EUROPE, oceania: OCEANIA };

function cells(text: string): readonly string[] {
  return text
    .split(";")
    .map((cell) => cell.trim())
    .filter((cell) => cell !== "");
}

function countryOf(line: string, continent: string): Country {
  const [code = "", names = "", adjectives = "", korean = "", russian = "", chinese = ""] = line.split("|");
  return {
    code: code.trim(),
    continent,
    names: cells(names),
    adjectives: cells(adjectives),
    korean: cells(korean),
    russian: cells(russian),
    chinese: cells(chinese),
  };
}

/** All countries, continent by continent. */
export const COUNTRIES: readonly Country[] = Object.entries(TABLES).flatMap(([continent, table]) =>
  table
    .trim()
    .split("\n")
    .map((line) => countryOf(line, continent)),
);
