import { namesPeople } from "../languages/english-nouns.ts";
import { lowerAt, type Scan, tokenAt } from "./reading.ts";
import type { Token } from "./tokens.ts";

/** English and Russian words that stand in no noun phrase: what follows them is not counted by the number before them. */
const FUNCTION_WORDS = new Set(
  `in at to from for and or but were are is was be been have has had who that which will would can could may might should by with on as than when while
  into if then so because after before since until during through about over under between among per each being i we you he she it they them us this these those
  there their his her its our your my not no nor also only just out up down off where what how do did does said say says told who's within without against around the a an every all both any already again now then back away later ago yes let such here however even
  respectively previously earlier last next today yesterday annually monthly yearly weekly daily abroad overseas instead compared including
  в на с по из них нас и или но что который которые для от до у к за как это при о об`.split(/\s+/u),
);
/**
 * Whether a word stands in no noun phrase: a preposition, a verb such as "are".
 * @example
 * ["of", "in", "workers"].map(isFunctionWord) // => [false, true, false]
 */
export function isFunctionWord(word: string): boolean {
  return FUNCTION_WORDS.has(word);
}

const SKIPPED = new Set(["such", "의", "-", "’", "'", "“", "”", '"', "‘", "&", "/", "‐", "‑", "of", "s", "из"]);
const FORWARD = 8;

/** Verbs of which persons only are the subject: "126 left", "eleven spoke of debts". */
const PERSONAL_VERBS = new Set(
  `left died fled departed returned migrated emigrated spoke said told described recalled complained lived slept worked drowned perished escaped ran
  signed enrolled enlisted volunteered resigned вернулись вернулось погибли погибло умерли умерло уехали уехало бежали бежало живут работают трудятся
  приехали приехало прибыли прибыло`.split(/\s+/u),
);

/** Verbs whose object the number before them does not count: "14 million hold passports". */
const HOLDING_VERBS = new Set(
  "hold held own owned earn earned received receive got remain remained stayed took made".split(" "),
);

/** Where the words after a list of numbers begin that has its noun at its end: "1,200, 900 and 450 workers". */
function afterList(reading: Scan, start: number): number {
  const first = tokenAt(reading, start - 1);
  if (first?.kind !== "number" || isLikeYear(first)) return start;
  let index = start;
  for (let count = 0; count < 6 && LIST_MARKS.has(lowerAt(reading, index)); count++) {
    const at = lowerAt(reading, index + 1) === "and" ? index + 2 : index + 1;
    const next = tokenAt(reading, at);
    if (next?.kind !== "number" || next.value === undefined || isLikeYear(next)) return start;
    index = at + 1;
  }
  const { time, measure, currency, phrases } = tokenAt(reading, index)?.use ?? {};
  const hasMark = (time ?? measure ?? currency ?? phrases?.percent) !== undefined;
  return hasMark || lowerAt(reading, index) === "%" ? start : index;
}

function isLikeYear({ value = 0, grouped }: Token): boolean {
  return value >= 1500 && value <= 2100 && !grouped;
}

/** Where the words after "two confirmed and 129 potential victims" begin: one word and "and" before the next number. */
function afterAdjective(reading: Scan, start: number): number {
  const [word, and, next] = [0, 1, 2].map((offset) => tokenAt(reading, start + offset));
  if (word?.kind !== "word" || FUNCTION_WORDS.has(word.lower) || unitOf(word) !== undefined) return start;
  if (and?.lower !== "and" || next?.kind !== "number" || isLikeYear(next)) return start;
  const isOfPeople = [4, 5].some((offset) => {
    const last = tokenAt(reading, start + offset);
    return last !== undefined && unitOf(last) === "persons";
  });
  return isOfPeople ? start + 3 : start;
}

/** Where the words after "4,226 out of 5,966" begin, which say what both numbers count. */
function afterOutOf(reading: Scan, start: number): number {
  if (lowerAt(reading, start) !== "out" || lowerAt(reading, start + 1) !== "of") return start;
  const whole = OF_WHOLE.has(lowerAt(reading, start + 2)) ? start + 3 : start + 2;
  return tokenAt(reading, whole)?.kind === "number" ? whole + 1 : start;
}

const SEXES = new Set(["male", "female"]);
const LIST_MARKS = new Set([",", "and", "or"]);

/** Whether a word is a verb of persons; "work" and "live" are verbs before a preposition: "2 million work in the Gulf". */
function isPersonalVerb(reading: Scan, index: number): boolean {
  const word = lowerAt(reading, index);
  if (word !== "work" && word !== "live") return PERSONAL_VERBS.has(word);
  return FUNCTION_WORDS.has(lowerAt(reading, index + 1));
}

/** "overseas workers": an adverb that is an adjective before a known noun. */
function isPlaceAdjective(reading: Scan, index: number): boolean {
  const word = lowerAt(reading, index);
  const next = tokenAt(reading, index + 1);
  return (word === "overseas" || word === "abroad") && next !== undefined && unitOf(next) !== undefined;
}

/** "IT workers", "US firms": initials that look like small words. */
function isInitials(reading: Scan, token: Token): boolean {
  if (token.lower !== "it" && token.lower !== "us") return false;
  return token.capital && reading.text.slice(token.start, token.end) === token.lower.toUpperCase();
}

/** Whether a word that looks like a function word is none here: "IT", "US", "overseas workers". */
function isContent(reading: Scan, token: Token, index: number): boolean {
  return isInitials(reading, token) || isPlaceAdjective(reading, index);
}

const MORE = new Set(["more", "fewer", "less"]);

/** "two more than", after which stands no noun that the number counts. */
function isComparison(reading: Scan, index: number): boolean {
  return MORE.has(lowerAt(reading, index)) && lowerAt(reading, index + 1) === "than";
}

const AT_WORK = new Set(["working", "living", "employed", "serving", "studying"]);

/** "41 working at the mill": people. */
function isAtWork(reading: Scan, index: number): boolean {
  return AT_WORK.has(lowerAt(reading, index)) && FUNCTION_WORDS.has(lowerAt(reading, index + 1));
}

const AUXILIARIES = new Set(["have", "had", "were", "are"]);
const DONE_BY_PEOPLE = new Set(
  "come arrived gone left returned died fled joined entered applied deported repatriated arrested recruited hired jailed detained killed".split(
    " ",
  ),
);

/** "100 have come", "40 had been deported": what only people do or suffer. */
function isDoneByPeople(reading: Scan, index: number): boolean {
  if (!AUXILIARIES.has(lowerAt(reading, index))) return false;
  const at = lowerAt(reading, index + 1) === "been" ? index + 2 : index + 1;
  return DONE_BY_PEOPLE.has(lowerAt(reading, at));
}

/** Any of the three tokens of "(IT)", a short form that interrupts what is counted. */
function isShortForm(reading: Scan, index: number): boolean {
  for (let open = index; open >= index - 2; open--) {
    const inner = tokenAt(reading, open + 1);
    if (lowerAt(reading, open) === "(" && inner?.capital === true && inner.end - inner.start <= 5)
      return lowerAt(reading, open + 2) === ")";
  }
  return false;
}

/** The "and" of "Indian and Filipino workers". */
function isPairOfNames(reading: Scan, index: number): boolean {
  if (lowerAt(reading, index) !== "and" || tokenAt(reading, index - 1)?.capital !== true) return false;
  const next = tokenAt(reading, index + 2);
  return tokenAt(reading, index + 1)?.capital === true && next !== undefined && unitOf(next) !== undefined;
}

/** The point of "N.Korean": one after a single capital that a word follows at once. */
function isInitialPoint(reading: Scan, index: number): boolean {
  const next = tokenAt(reading, index + 1);
  if (lowerAt(reading, index) !== "." || next === undefined) return false;
  if (next.spaced && unitOf(next) !== "persons") return false;
  const letter = tokenAt(reading, index - 1);
  return letter?.kind === "word" && letter.capital && letter.end - letter.start === 1;
}

/** A participle before a preposition, which no number counts: "2,400 recorded in May", "48 million remaining within". */
function isParticiple(reading: Scan, index: number): boolean {
  const word = lowerAt(reading, index);
  const next = tokenAt(reading, index + 1);
  if (word.length < 5 || tokenAt(reading, index)?.use?.noun !== undefined) return false;
  if (word.endsWith("ly")) return next?.kind !== "word" || FUNCTION_WORDS.has(next.lower);
  if (!word.endsWith("ing") && !word.endsWith("ed")) return false;
  return next?.kind === "word" && next.lower !== "of" && FUNCTION_WORDS.has(next.lower);
}

const SIZED = new Set(["small", "medium", "low", "large"]);

/** The "to" of "small to medium-sized". */
function isSizes(reading: Scan, index: number): boolean {
  if (lowerAt(reading, index) !== "to" || !SIZED.has(lowerAt(reading, index - 1))) return false;
  return SIZED.has(lowerAt(reading, index + 1));
}

/** The number of "1,012 of the 2,063 workers": the noun after it is that of the number before "of". */
function isNumberOfWhole(reading: Scan, index: number, start: number): boolean {
  if (tokenAt(reading, index)?.kind !== "number") return false;
  const before = lowerAt(reading, index - 1);
  const of = OF_WHOLE.has(before) || before === "some" ? index - 2 : index - 1;
  return of === start && lowerAt(reading, of) === "of";
}

const OF_WHOLE = new Set(["the", "its", "their", "our", "these", "those", "his", "her", "my", "your"]);

const FARMED = new Set(["laptop", "troll", "click", "server", "bot", "wind", "solar"]);
const UNIONS = new Set(["un", "u.n.", "u.n", "eu", "e.u.", "nato", "asean", "gcc"]);

/** The unit of a noun by the word before it: "laptop farms" are no companies, "UN members" are countries. */
function unitIn(reading: Scan, index: number, token: Token): string | undefined {
  const before = lowerAt(reading, index - 1);
  if (token.lower.startsWith("farm") && FARMED.has(before)) return undefined;
  if (token.lower === "drivers" && lowerAt(reading, index + 1) === "of") return undefined;
  if (token.lower === "members" && UNIONS.has(before)) return "countries";
  return unitOf(token);
}

/** What a number counts, as far as the words after it tell. */
export interface Counted {
  readonly unit?: string;
  /** Whether any noun follows at all. */
  readonly noun: boolean;
}

function isWeak(word: string): boolean {
  return word.endsWith("ese");
}

/** Endings of the names of peoples: Brazilians, Moroccans. */
const NATIONALS =
  /^\p{L}{3,}(?:ians|eans|cans|yans|lans|guans|dans|vans|kans|bans|rans|hans|anis|inis|enis|shis|alis|elis|aqis|atis|itis|udis)$/u;

/**
 * The unit of the noun at a token; absent for what is no known noun.
 * @example
 * unitOf({ kind: "word", start: 0, end: 8, lower: "plumbers", use: undefined, spaced: true, line: false, capital: false, sentence: 0, value: undefined, grouped: false, decimals: 0 }) // => "persons"
 */
export function unitOf(token: Token): string | undefined {
  const noun = token.use?.noun;
  if (noun !== undefined) return noun;
  if (token.kind !== "word") return undefined;
  const names = token.capital ? NATIONALS.test(token.lower) : namesPeople(token.lower);
  return names ? "persons" : undefined;
}

const PLURAL_ENDING =
  /(?:s|men|people|children|crew|staff|personnel|police|folk|youth|workforce|manpower|nationals|souls|population)$/u;

/** Whether a noun only qualifies the one after it: "patient consultations", "the country's doctors". */
function isModifier(reading: Scan, index: number): boolean {
  const next = tokenAt(reading, index + 1);
  if ((next?.lower === "’" || next?.lower === "'") && lowerAt(reading, index + 2) === "s") return true;
  const word = lowerAt(reading, index);
  if (next?.lower === "-" && !next.spaced && tokenAt(reading, index + 2)?.spaced === false) return true;
  if (PLURAL_ENDING.test(word) || next?.kind !== "word" || word.charCodeAt(0) > 0x3ff) return false;
  return (
    !FUNCTION_WORDS.has(next.lower) && unitOf(next) === undefined && next.sentence === tokenAt(reading, index)?.sentence
  );
}

/** The unit of the noun that begins at a token, through the nouns that follow it: "restaurant workers" are persons. */
function headUnit(reading: Scan, start: number, unit: string): string {
  const next = tokenAt(reading, start + 1);
  const after = next !== undefined && next.kind === "word" ? unitOf(next) : undefined;
  return after ?? unit;
}

/**
 * What the words from a token on say is counted: the first known noun of the same sentence before any verb or preposition.
 * @example
 * countedFrom({ text: "", tokens: [], meter: { steps: 0 } }, 0) // => {"noun":false}
 */
export function countedFrom(reading: Scan, start: number): Counted {
  const sentence = tokenAt(reading, start - 1)?.sentence ?? tokenAt(reading, start)?.sentence;
  let noun = false;
  let weak: string | undefined;
  const from = afterAdjective(reading, afterList(reading, afterOutOf(reading, start)));
  for (let index = from; index < start + FORWARD; index++) {
    const token = tokenAt(reading, index);
    if (token === undefined || token.sentence !== sentence) break;
    if (isNumberOfWhole(reading, index, start) || isShortForm(reading, index)) continue;
    if (token.kind === "number") break;
    if (token.lower === "of" && noun) break;
    if (!noun && isAtWork(reading, index)) return { unit: "persons", noun: true };
    if (isParticiple(reading, index) || (!noun && HOLDING_VERBS.has(token.lower))) break;
    if ((token.lower === "us" || token.lower === "whom") && lowerAt(reading, index - 1) === "of")
      return { unit: "persons", noun: true };
    if (!noun && isPersonalVerb(reading, index)) return { unit: "persons", noun: true };
    if (isSizes(reading, index) || isInitialPoint(reading, index) || (noun && isPairOfNames(reading, index))) continue;
    if (!noun && isComparison(reading, index)) break;
    if (!noun && isDoneByPeople(reading, index)) return { unit: "persons", noun: true };
    if (SKIPPED.has(token.lower) || (OF_WHOLE.has(token.lower) && lowerAt(reading, index - 1) === "of")) continue;
    if (token.kind === "mark" || (FUNCTION_WORDS.has(token.lower) && !isContent(reading, token, index))) break;
    const unit = unitIn(reading, index, token);
    noun = true;
    if (unit === undefined) continue;
    if (!isWeak(token.lower) && !isModifier(reading, index)) return { unit: headUnit(reading, index, unit), noun };
    if (isWeak(token.lower) || SEXES.has(token.lower) || lowerAt(reading, index - 1) === "-") weak = unit;
  }
  return weak === undefined ? { noun } : { unit: weak, noun };
}
