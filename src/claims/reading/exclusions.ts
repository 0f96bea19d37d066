import type { Amount } from "./amount.ts";
import { isBracketMark, isReporter } from "./bracketed.ts";
import { isContents, isForeignDay, isHouse } from "./contents.ts";
import { lowerAt, type Scan, tokenAt } from "./reading.ts";
import type { Counted } from "./surroundings.ts";

const OPENERS = new Set([
  "however",
  "by",
  "in",
  "the",
  "while",
  "on",
  "this",
  "these",
  "in",
  "a",
  "an",
  "at",
  "as",
  "but",
  "and",
  "see",
  "for",
  "it",
  "there",
  "when",
  "although",
  "since",
  "after",
  "before",
  "from",
  "also",
  "according",
  "similarly",
  "if",
  "ibid",
  "op",
  "his",
  "her",
  "their",
  "to",
  "who",
  "they",
  "he",
  "she",
  "we",
  "i",
  "with",
]);

const RUSSIAN_YEAR = new Set(["год", "года", "году", "годом", "г"]);
/** What follows the number of a title of law: 18 U.S.C., 29 CFR. */
const LAW_BOOKS = new Set(["u.s.c.", "u.s.c", "usc", "c.f.r.", "c.f.r", "cfr"]);
const LISTING = new Set([",", "and", "or", "&", "-", "~", "–", "to", "."]);
const LABEL_LIST = 9;
/** Labels of papers, whose number may follow a colon. */
const ISSUES = new Set(["volume", "vol", "issue", "issn", "isbn", "doi", "tel", "telephone", "phone", "fax", "ref"]);
const BEFORE_SHORT_YEAR = new Set(["in", "since", "before", "after", "until", "by"]);

/** A bare number: no currency, unit, magnitude or grouping says that it is a quantity. */
function isBare(amount: Amount): boolean {
  return (
    amount.currency === undefined &&
    amount.percent === undefined &&
    amount.time === undefined &&
    amount.measure === undefined &&
    amount.hour === undefined &&
    amount.ratio === undefined &&
    amount.age === undefined
  );
}

function isYear(value: number): boolean {
  return value >= 1500 && value <= 2100 && value % 1 === 0;
}

/** Whether the number is part of a date: a month stands beside it. */
function isDate(reading: Scan, amount: Amount): boolean {
  if (amount.high > 31 && !isYear(amount.high)) return false;
  const before = tokenAt(reading, amount.start - 1);
  const isPoint = before?.lower === ".";
  const month = isPoint ? tokenAt(reading, amount.start - 2) : before;
  if (month?.use?.month === true && (month.capital || month.lower !== "may")) return true;
  const next = lowerAt(reading, amount.end) === "of" ? amount.end + 1 : amount.end;
  const after = tokenAt(reading, next);
  if (after?.use?.month === true && (after.capital || after.lower !== "may") && after.lower !== "mar") return true;
  const comma = before?.lower === ",";
  return comma && isYear(amount.high) && followsDay(reading, amount.start - 2);
}

function followsDay(reading: Scan, index: number): boolean {
  const token = tokenAt(reading, index);
  if (token?.use?.month === true) return true;
  const month = tokenAt(reading, index - 1);
  return month?.use?.month === true || tokenAt(reading, index - 2)?.use?.month === true;
}

/** Whether a bare number of four digits is a year: by its size, unless people or things with a known unit follow. */
function isBareYear(reading: Scan, amount: Amount, counted: Counted, soft: boolean): boolean {
  if (isShortYear(reading, amount, counted)) return !soft;
  if (isNotedYear(amount)) return true;
  if (!isYear(amount.high) || (amount.low !== amount.high && !isYear(amount.low) && amount.low > 100)) return false;
  const { numeral } = amount;
  if (numeral.form !== "digits" || numeral.decimals > 0) return false;
  const before = tokenAt(reading, amount.start - 1);
  const temporal = before?.use?.beforeYear === true;
  if (amount.high > 1900 && numeral.large)
    return (
      temporal &&
      !counted.noun &&
      amount.low === amount.high &&
      numeral.low < 2100 &&
      before?.lower !== "to" &&
      before?.lower !== "and" &&
      before?.lower !== "of" &&
      before?.lower !== "between"
    );
  if (numeral.large) return false;
  if (before?.lower === "around" && counted.unit !== undefined) return false;
  if (temporal && before?.lower !== "of" && before?.lower !== "to" && before?.lower !== "by") return true;
  const named = before?.lower === "a" || before?.lower === "an";
  if (counted.unit !== undefined && !named) return false;
  return !soft || amount.high > 1900;
}

/** Years with the mark of a footnote after their point: "1950-1953.1". */
function isNotedYear({ low, high, numeral }: Amount): boolean {
  return numeral.decimals > 0 && low < high && isYear(low) && isYear(Math.floor(high)) && !numeral.large;
}

/** Whether two digits are a year of the last century: "in 86, they began". */
function isShortYear(reading: Scan, amount: Amount, counted: Counted): boolean {
  const { numeral, low, high } = amount;
  if (numeral.form !== "digits" || numeral.decimals > 0 || low !== high || high < 40 || high > 99 || counted.noun)
    return false;
  const after = lowerAt(reading, amount.end);
  return BEFORE_SHORT_YEAR.has(lowerAt(reading, amount.start - 1)) && (after === "," || after === ".");
}

/** The bracket after a label: "Resolutions (UNSCR) 2375". */
function isLabelClosed(reading: Scan, index: number): boolean {
  return lowerAt(reading, index) === ")" && tokenAt(reading, index - 1)?.use?.label === true;
}

/** The colon of "Volume: 24 Issue: 5". */
function isColonOfIssue(reading: Scan, index: number): boolean {
  return lowerAt(reading, index) === ":" && ISSUES.has(lowerAt(reading, index - 1));
}

/** Whether the word before a bare number makes it a name: "Chapter 2", "Office 38", "Resolution of 1718". */
function isLabelled(reading: Scan, amount: Amount, counted: Counted): boolean {
  let index = amount.start - 1;
  if (amount.numeral.form === "few" || amount.numeral.form === "several") return false;
  if (lowerAt(reading, index) === "." || isLabelClosed(reading, index) || isColonOfIssue(reading, index)) index--;
  const isOf = lowerAt(reading, index) === "of" && tokenAt(reading, index - 1)?.use?.label === true;
  if (isOf && counted.unit !== undefined) return false;
  if (isOf) index--;
  const before = tokenAt(reading, index);
  if (before === undefined || before.kind === "number") return false;
  const label = before.use?.label === true && !before.use.noun;
  const named = before.use?.label === true && before.use.noun !== undefined && !counted.noun;
  const isNumbered = before.lower === "no" && counted.unit === undefined && index < amount.start - 1;
  if (amount.numeral.large && !isNumbered && (counted.noun || index < amount.start - 1)) return false;
  if (label || named)
    return before.sentence === tokenAt(reading, amount.start)?.sentence || lowerAt(reading, amount.start - 1) === ".";
  if (amount.numeral.form !== "digits" || amount.numeral.large) return false;
  if (counted.unit === undefined && ((before.lower === "day" && before.capital) || isLabelList(reading, index)))
    return true;
  if (counted.noun && !isPostalCode(reading, amount, counted)) return false;
  const isName = before.kind === "word" && before.capital && !before.line && !before.use?.currency;
  return isName && amount.low === amount.high && before.end - before.start > 1 && !startsSentence(reading, index);
}

/** Five digits between capitals: "Selwyn 12930 Phone". */
function isPostalCode(reading: Scan, amount: Amount, counted: Counted): boolean {
  const token = tokenAt(reading, amount.start);
  const width = (token?.end ?? 0) - (token?.start ?? 0);
  const state = tokenAt(reading, amount.start - 1);
  const isState = state?.capital === true && state.end - state.start === 2;
  if (lowerAt(reading, amount.start - 2) !== "," && !isState) return false;
  return counted.unit === undefined && width === 5 && tokenAt(reading, amount.end)?.capital === true;
}

/** Whether a number goes on a list of labels: "companies 1, 2 and 3". */
function isLabelList(reading: Scan, last: number): boolean {
  let numbers = 0;
  for (let index = last; index > last - LABEL_LIST; index--) {
    const token = tokenAt(reading, index);
    if (isLabelClosed(reading, index)) return numbers > 0;
    if (token?.kind === "number") numbers++;
    else if (token === undefined || !LISTING.has(token.lower)) return numbers > 0 && token?.use?.label === true;
  }
  return false;
}

function startsSentence(reading: Scan, index: number): boolean {
  const token = tokenAt(reading, index);
  const before = tokenAt(reading, index - 1);
  return before === undefined || before.sentence !== token?.sentence;
}

/** Whether a bare number stands where lists and footnotes have theirs: at a line's beginning, or alone before a sentence. */
function isListMark(reading: Scan, amount: Amount, counted: Counted): boolean {
  const token = tokenAt(reading, amount.start);
  const after = tokenAt(reading, amount.end);
  if (token === undefined || amount.numeral.form !== "digits" || amount.numeral.large || amount.low !== amount.high)
    return false;
  const begins = token.line || startsSentence(reading, amount.start);
  if (isBracketMark(reading, amount)) return true;
  if (!begins) return false;
  if (token.line && amount.numeral.decimals > 0 && after?.line !== true && OPEN_QUOTES.has(after?.lower ?? ""))
    return true;
  if (after === undefined || after.line) return amount.high < 1000;
  if (token.line && (after.lower === ")" || (after.lower === "." && tokenAt(reading, amount.end + 1)?.line !== true)))
    return true;
  return (
    after.kind === "word" &&
    after.capital &&
    (OPENERS.has(after.lower) || counted.unit === undefined) &&
    amount.high < 1000
  );
}

const OPEN_QUOTES = new Set(["‘", "“", "«", '"']);

/** Whether a number stands in a row of three or more with nothing but spaces between them. */
function isDigitRow(reading: Scan, amount: Amount): boolean {
  const around = [-2, -1, 1, 2].map((offset) => tokenAt(reading, amount.start + offset));
  const [first, second, third, fourth] = around.map((token) => token?.kind === "number" && !token.line);
  return (
    (first === true && second === true) || (second === true && third === true) || (third === true && fourth === true)
  );
}

/** Three and four digits with a hyphen between them, as in (02) 555-1234. */
function isLocalNumber(reading: Scan, amount: Amount): boolean {
  const from = tokenAt(reading, amount.start)?.start ?? 0;
  return /^\d{3,4}-\d{4}(?!\d)/u.test(reading.text.slice(from, from + 10));
}

/** Whether digits are cut up by hyphens as telephone numbers are: three groups, or a country code. */
function isTelephone(reading: Scan, amount: Amount): boolean {
  const before = lowerAt(reading, amount.start - 1);
  const next = tokenAt(reading, amount.end);
  const last = tokenAt(reading, amount.end + 1);
  const goesOn = next?.lower === "-" && !next.spaced && last?.kind === "number" && !last.spaced;
  if ((before === "+" || before === "#") && !amount.numeral.large) return true;
  if (before === ")" && tokenAt(reading, amount.start - 2)?.kind === "number" && isLocalNumber(reading, amount))
    return true;
  if (isDigitRow(reading, amount)) return true;
  if (amount.numeral.form !== "digits" || amount.numeral.large) return false;
  const width = (tokenAt(reading, amount.start)?.end ?? 0) - (tokenAt(reading, amount.start)?.start ?? 0);
  return (
    goesOn ||
    (amount.low === amount.high && width >= 7) ||
    (reading.text.charAt(tokenAt(reading, amount.start)?.start ?? 0) === "0" &&
      width > 1 &&
      amount.numeral.decimals === 0)
  );
}

/**
 * Whether a bare number is no quantity at all: a year, date, label, list number, footnote mark or telephone number.
 * @example
 * typeof isExcluded // => "function"
 */
export function isExcluded(reading: Scan, amount: Amount, facts: { counted: Counted; soft: boolean }): boolean {
  const { counted, soft } = facts;
  if (!isBare(amount))
    return amount.age === undefined && amount.measure === undefined && amount.time === undefined
      ? false
      : isUnitName(reading, amount);
  if (LAW_BOOKS.has(lowerAt(reading, amount.end)) || isReporter(reading, amount)) return true;
  if (isContents(reading, amount, counted) || isForeignDay(reading, amount) || isHouse(reading, amount.end))
    return true;
  if (isDate(reading, amount) || isBareYear(reading, amount, counted, soft)) return true;
  if (soft && amount.numeral.large) return false;
  if (isLabelled(reading, amount, counted) || isTelephone(reading, amount)) return true;
  return isListMark(reading, amount, counted);
}

/** "в 2012 году", "15 мая 2017 года": a year whose unit follows it. */
function isUnitName(reading: Scan, amount: Amount): boolean {
  const unit = lowerAt(reading, amount.numeral.end);
  if (RUSSIAN_YEAR.has(unit) && amount.numeral.form === "digits" && !amount.numeral.large && isYear(amount.high))
    return true;
  const dated = tokenAt(reading, amount.start - 1)?.use?.month === true && isYear(amount.high);
  if (dated && amount.time === "year") return true;
  return (
    amount.time !== undefined &&
    amount.numeral.form === "digits" &&
    isYear(amount.high) &&
    !amount.numeral.large &&
    tokenAt(reading, amount.start - 1)?.use?.beforeYear === true
  );
}
