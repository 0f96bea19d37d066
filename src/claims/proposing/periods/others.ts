import { type DateForm, fullYear, monthNumber, spanOfYears } from "./dates.ts";

const YEAR = "((?:19[3-9]|20[0-4])\\d)";
const MONTH =
  "(январ\\p{L}*|феврал\\p{L}*|март\\p{L}*|апрел\\p{L}*|ма[йяе]|июн\\p{L}*|июл\\p{L}*|август\\p{L}*|сентябр\\p{L}*|октябр\\p{L}*|ноябр\\p{L}*|декабр\\p{L}*)";
const form = (source: string) => new RegExp(source, "giu");
const month = (year: string, number: string) => `${year}-${number.padStart(2, "0")}`;

/** Periods as Korean writes them. */
export const KOREAN_DATES: readonly DateForm[] = [
  {
    form: form(`${YEAR}년(?:부터|에서)\\s?${YEAR}년(?:까지)?`),
    edtf: ([from = "", to = ""]) => spanOfYears(from, to),
  },
  { form: form(`${YEAR}\\s?[-~∼–]\\s?${YEAR}년`), edtf: ([from = "", to = ""]) => spanOfYears(from, to) },
  {
    form: form(`${YEAR}년\\s?(\\d{1,2})월\\s?(\\d{1,2})일`),
    edtf: ([y = "", m = "", d = ""]) => `${month(y, m)}-${d.padStart(2, "0")}`,
  },
  { form: form(`${YEAR}년\\s?상반기`), edtf: ([y = ""]) => `${y}-01/${y}-06` },
  { form: form(`${YEAR}년\\s?하반기`), edtf: ([y = ""]) => `${y}-07/${y}-12` },
  { form: form(`${YEAR}년\\s?(?:말|연말)`), edtf: ([y = ""]) => `${y}-12` },
  { form: form(`${YEAR}년\\s?(\\d{1,2})월`), edtf: ([y = "", m = ""]) => month(y, m) },
  { form: form(`${YEAR}년대`), edtf: ([y = ""]) => `${y.slice(0, 3)}X` },
  { form: form(`${YEAR}년\\s?(?:이후|부터|이래)`), edtf: ([y = ""]) => `${y}/..` },
  { form: form(`${YEAR}년\\s?(?:이전|까지)`), edtf: ([y = ""]) => `../${y}` },
  { form: form(`${YEAR}년`), edtf: ([y = ""]) => y },
];

/** Periods as Russian writes them. */
export const RUSSIAN_DATES: readonly DateForm[] = [
  { form: form(`с ${YEAR}(?: года)? (?:по|до) ${YEAR}`), edtf: ([from = "", to = ""]) => spanOfYears(from, to) },
  {
    form: form(`(?:в )?${YEAR}\\s?[-–—]\\s?${YEAR}\\s?(?:гг|год)`),
    edtf: ([from = "", to = ""]) => spanOfYears(from, to),
  },
  {
    form: form(`(\\d{1,2}) ${MONTH} ${YEAR}`),
    edtf: ([d = "", m = "", y = ""]) => `${y}-${monthNumber(m)}-${d.padStart(2, "0")}`,
  },
  { form: form(`с ${MONTH} ${YEAR}`), edtf: ([m = "", y = ""]) => `${y}-${monthNumber(m)}/..` },
  { form: form(`к? ?конц[уеа] ${YEAR}`), edtf: ([y = ""]) => `${y}-12` },
  { form: form(`перв\\p{L}+ половин\\p{L}+ ${YEAR}`), edtf: ([y = ""]) => `${y}-01/${y}-06` },
  { form: form(`${MONTH} ${YEAR}`), edtf: ([m = "", y = ""]) => `${y}-${monthNumber(m)}` },
  { form: form(`(?:с|после) ${YEAR} года?`), edtf: ([y = ""]) => `${y}/..` },
  { form: form(`(?:до) ${YEAR} года?`), edtf: ([y = ""]) => `../${y}` },
  { form: form("(?:19|20)?(\\d)0-[хе]"), edtf: ([tens = ""]) => `${fullYear(`${tens}0`).slice(0, 3)}X` },
  { form: form(`${YEAR}(?:-\\p{L}{1,3})?\\s?(?:год|г\\.|гг)`), edtf: ([y = ""]) => y },
];

/** Periods as Chinese writes them. */
export const CHINESE_DATES: readonly DateForm[] = [
  { form: form(`(?:从|自)?${YEAR}年?[至到~–-]${YEAR}年`), edtf: ([from = "", to = ""]) => spanOfYears(from, to) },
  {
    form: form(`${YEAR}年(\\d{1,2})月(\\d{1,2})日`),
    edtf: ([y = "", m = "", d = ""]) => `${month(y, m)}-${d.padStart(2, "0")}`,
  },
  { form: form(`${YEAR}年上半年`), edtf: ([y = ""]) => `${y}-01/${y}-06` },
  { form: form(`${YEAR}年(?:底|年底|末)`), edtf: ([y = ""]) => `${y}-12` },
  { form: form(`${YEAR}年(\\d{1,2})月`), edtf: ([y = "", m = ""]) => month(y, m) },
  { form: form(`${YEAR}年代`), edtf: ([y = ""]) => `${y.slice(0, 3)}X` },
  { form: form(`(?:自|从)${YEAR}年(?:以来|起|以后)?`), edtf: ([y = ""]) => `${y}/..` },
  { form: form(`${YEAR}年(?:以来|以后|之后)`), edtf: ([y = ""]) => `${y}/..` },
  { form: form(`${YEAR}年`), edtf: ([y = ""]) => y },
];
