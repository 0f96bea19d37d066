import { lowerAt, type Scan, tokenAt } from "./reading.ts";
import type { Token } from "./tokens.ts";

/** Words that stand between a number and its currency. */
const QUALIFIERS = new Set([
  "us",
  "u.s",
  "u.s.",
  "american",
  "soviet",
  "chinese",
  "extra",
  "hong",
  "kong",
  "united",
  "states",
]);
/** Currencies of one name, told apart by the country before it. */
const QUALIFIED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  kuwaiti: { unknown: "KWD" },
  iraqi: { unknown: "IQD" },
  libyan: { unknown: "LYD" },
  algerian: { unknown: "DZD" },
  jordanian: { unknown: "JOD" },
  bahraini: { unknown: "BHD" },
  saudi: { unknown: "SAR" },
  qatari: { unknown: "QAR" },
  omani: { unknown: "OMR" },
  yemeni: { unknown: "YER" },
  iranian: { unknown: "IRR" },
  british: { unknown: "GBP" },
  egyptian: { unknown: "EGP" },
  swiss: { unknown: "CHF" },
  czech: { unknown: "CZK" },
  mexican: { unknown: "MXN" },
  philippine: { unknown: "PHP" },
  lebanese: { unknown: "LBP" },
  syrian: { unknown: "SYP" },
  sudanese: { unknown: "SDG" },
  tunisian: { unknown: "TND" },
  serbian: { unknown: "RSD" },
  kenyan: { unknown: "KES" },
  ugandan: { unknown: "UGX" },
  tanzanian: { unknown: "TZS" },
  somali: { unknown: "SOS" },
  ethiopian: { unknown: "ETB" },
  swedish: { unknown: "SEK" },
  norwegian: { unknown: "NOK" },
  danish: { unknown: "DKK" },
  icelandic: { unknown: "ISK" },
  colombian: { unknown: "COP" },
  argentine: { unknown: "ARS" },
  chilean: { unknown: "CLP" },
  nepali: { INR: "NPR" },
  nepalese: { INR: "NPR" },
  nepal: { INR: "NPR" },
  pakistani: { INR: "PKR" },
  pakistan: { INR: "PKR" },
  lankan: { INR: "LKR" },
  lanka: { INR: "LKR" },
  mauritian: { INR: "MUR" },
  belarusian: { RUB: "BYN" },
  zealand: { USD: "NZD" },
  중국: { KRW: "CNY" },
  korean: { KRW: "KRW" },
  north: { KRW: "KPW" },
  canadian: { USD: "CAD" },
  australian: { USD: "AUD" },
  singapore: { USD: "SGD" },
  kong: { USD: "HKD" },
  taiwan: { USD: "TWD" },
  북한: { KRW: "KPW" },
  кувейтских: { unknown: "KWD" },
};

/** A sign may stand before its code: $USD, $HKD. */
function isSign(token: Token): boolean {
  return token.kind === "mark" || token.lower.endsWith("$");
}

/** "Taka 23,000", 新台幣3萬: a currency in a word of its own before its number. */
function isWholeWord(token: Token, next: Token): boolean {
  if (token.lower.charCodeAt(0) >= 0x3400) return !next.spaced && token.end - token.start > 1;
  return token.capital && next.grouped;
}

/** Codes and signs may stand before a number; of the words only "rs" and its like. */
function leads(token: Token, next: Token | undefined): boolean {
  if (next === undefined || token.use?.currency === undefined) return false;
  if (isSign(token)) return true;
  if (next.kind === "number" && isWholeWord(token, next)) return true;
  if (token.lower === "p" && !next.grouped && next.decimals === 0) return false;
  if (token.lower.length === 1) return token.capital && !next.spaced && next.kind === "number";
  const short = token.end - token.start <= 3;
  return short && next.kind === "number" && (token.capital || !next.spaced);
}

/** The abbreviation of "Tk.3,000" and "Rs. 940", whose point is no end of a sentence. */
function isAbbreviated(reading: Scan, start: number): boolean {
  const [first, point, number] = [0, 1, 2].map((offset) => tokenAt(reading, start + offset));
  if (first === undefined || point?.lower !== "." || point.spaced || number?.kind !== "number") return false;
  return first.capital && first.lower !== "p" && first.end - first.start <= 3 && number.sentence === first.sentence;
}

/**
 * The currency that begins before a number, with the token after it.
 * @example
 * currencyBefore({ text: "", tokens: [], meter: { steps: 0 } }, 0) ?? "none" // => "none"
 */
export function currencyBefore(
  reading: Scan,
  start: number,
): { currency: string; end: number; cents?: boolean } | undefined {
  if (lowerAt(reading, start) === "¢") return { currency: "USD", end: start + 1, cents: true };
  const first = tokenAt(reading, start);
  if (first?.use?.currency === undefined) return undefined;
  const next = tokenAt(reading, start + 1);
  if (next?.use?.currency !== undefined && isSign(next) && leads(next, tokenAt(reading, start + 2))) {
    const code = isSign(first) ? next.use.currency : first.use.currency;
    return { currency: code, end: start + 2 };
  }
  if (isAbbreviated(reading, start)) return { currency: first.use.currency, end: start + 2 };
  return leads(first, next) ? { currency: first.use.currency, end: start + 1 } : undefined;
}

/**
 * The currency that stands after a number: `yuan`, `US dollars`, `South Korean won`, `$`.
 * @example
 * currencyAfter({ text: "", tokens: [], meter: { steps: 0 } }, 0) ?? "none" // => "none"
 */
export function currencyAfter(
  reading: Scan,
  from: number,
): { currency: string; end: number; cents: boolean } | undefined {
  const qualifiers: string[] = [];
  const start = lowerAt(reading, from) === "of" ? from + 1 : from;
  for (let index = start; index < start + 4; index++) {
    const token = tokenAt(reading, index);
    if (token === undefined) return undefined;
    const base = isInitials(token, index > start) ? undefined : token.use?.currency;
    if (base !== undefined && !leadsNext(reading, index, token, index > start)) {
      if (index > start && isSign(token)) return undefined;
      const code = tokenAt(reading, index + 1);
      if (isSign(token) && code?.kind === "word" && !code.spaced && code.use?.currency !== undefined)
        return { currency: code.use.currency, end: index + 2, cents: false };
      return {
        currency: qualified(base, token.lower, qualifiers),
        end: index + 1,
        cents: token.lower.startsWith("cent"),
      };
    }
    if (token.kind !== "word" || !(QUALIFIERS.has(token.lower) || token.capital || token.lower in QUALIFIED))
      return undefined;
    qualifiers.push(token.lower);
  }
  return undefined;
}

/** Letters of a name that look like a currency: one letter, or two after other words. */
function isInitials({ kind, lower }: Token, apart: boolean): boolean {
  if (kind !== "word" || !/^[a-z]{1,2}$/u.test(lower)) return false;
  return lower.length === 1 || (apart && lower !== "rs");
}

/** Whether a currency belongs to the number after it: `paid 300 $50`. */
function leadsNext(reading: Scan, index: number, token: Token, apart: boolean): boolean {
  const next = tokenAt(reading, index + 1);
  if (next?.kind !== "number") return false;
  if (!isSign(token)) return !next.spaced && token.capital && token.end - token.start <= 3;
  return apart || token.spaced || !next.spaced;
}

function qualified(base: string, word: string, qualifiers: readonly string[]): string {
  for (const qualifier of qualifiers) {
    const found = QUALIFIED[qualifier]?.[base];
    if (found !== undefined) return found;
  }
  if (word.startsWith("cent")) return "USD";
  return base === "unknown" && word.startsWith("pound") ? "GBP" : base;
}
