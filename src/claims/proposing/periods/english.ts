import { type DateForm, fullYear, monthNumber, spanOfYears } from "./dates.ts";

const YEAR = "((?:19[3-9]|20[0-4])\\d)";
const SHORT = "((?:19[3-9]|20[0-4])\\d|\\d\\d)";
const MONTH =
  "(January|February|March|April|May|June|July|August|September|October|November|December|Jan\\.?|Feb\\.?|Mar\\.?|Apr\\.?|Jun\\.?|Jul\\.?|Aug\\.?|Sept?\\.?|Oct\\.?|Nov\\.?|Dec\\.?)";
const TO = "(?:\\s?[-–—~]\\s?|\\s(?:to|and|until|till|through)\\s)";
const form = (source: string) => new RegExp(`(?<![\\p{L}\\d$€£.,-])${source}(?![\\p{L}\\d%]|[.,]\\d|-year)`, "giu");
const pair = (month: string, year: string) => `${year}-${monthNumber(month)}`;
const day = (month: string, date: string, year: string) => `${year}-${monthNumber(month)}-${date.padStart(2, "0")}`;

/** Periods as English writes them, the longer before the shorter that is part of it. */
export const ENGLISH_DATES: readonly DateForm[] = [
  {
    form: form(`(?:from |between )?${MONTH},? ${YEAR}${TO}${MONTH},? ${YEAR}`),
    edtf: ([m = "", y = "", n = "", z = ""]) => spanOfYears(pair(m, y), pair(n, z)),
  },
  {
    form: form(`(?:from |between )?${MONTH}${TO}${MONTH},? ${YEAR}`),
    edtf: ([m = "", n = "", y = ""]) => spanOfYears(pair(m, y), pair(n, y)),
  },
  {
    form: form(`(?:the )?first half of ${YEAR}`),
    edtf: ([y = ""]) => `${y}-01/${y}-06`,
  },
  { form: form(`(?:the )?second half of ${YEAR}`), edtf: ([y = ""]) => `${y}-07/${y}-12` },
  { form: form(`(?:by |at |before |until )?(?:the )?(?:very )?end of ${YEAR}`), edtf: ([y = ""]) => `${y}-12` },
  {
    form: form(`(?:the )?(?:19|20)?(\\d)0['’]?s\\s?${TO.replace("(?:", "(?:")}(?:the )?(?:19|20)?(\\d)0['’]?s`),
    edtf: ([from = "", to = ""]) => spanOfYears(`${decade(from)}0`, `${decade(to)}9`),
  },
  {
    form: form("(?:(?:the |early |late |mid[- ]?)+['’]?|(?:19|20))([0-9])0['’]?s"),
    edtf: ([tens = ""]) => `${decade(tens)}X`,
  },
  {
    form: form(`(?:from |between )${YEAR}${TO}${SHORT}`),
    edtf: ([from = "", to = ""]) => spanOfYears(from, fullYear(to)),
  },
  { form: form(`${YEAR}\\s?[-–—~/]\\s?${SHORT}`), edtf: ([from = "", to = ""]) => spanOfYears(from, fullYear(to)) },
  { form: form(`since ${MONTH},? ${YEAR}`), edtf: ([m = "", y = ""]) => `${pair(m, y)}/..` },
  { form: form(`(?:since|after|from) ${YEAR}(?: on| onwards?)?`), edtf: ([y = ""]) => `${y}/..` },
  { form: form(`(?:until|till|up to|before|prior to) ${YEAR}`), edtf: ([y = ""]) => `../${y}` },
  {
    form: form(`(\\d{1,2})(?:st|nd|rd|th)?(?: of)? ${MONTH},? ${YEAR}`),
    edtf: ([d = "", m = "", y = ""]) => day(m, d, y),
  },
  { form: form(`${MONTH} (\\d{1,2})(?:st|nd|rd|th)?,? ${YEAR}`), edtf: ([m = "", d = "", y = ""]) => day(m, d, y) },
  { form: form(`${MONTH},?(?: of)? ${YEAR}`), edtf: ([m = "", y = ""]) => pair(m, y) },
  { form: form(`(?:around|about|circa|ca\\.?|c\\.) ${YEAR}`), edtf: ([y = ""]) => `${y}~` },
  {
    form: form(
      `(?:in|during|of|for|by|as of|throughout|(?:in )?(?:early|late|mid)[- ]?|the year|the summer of|the winter of)\\s?${YEAR}`,
    ),
    edtf: ([y = ""]) => y,
  },
  { form: /\(((?:19[3-9]|20[0-4])\d)\)/gu, edtf: ([y = ""]) => y },
  { form: form(`${YEAR}(?=:| (?:figures|data|report|survey|census|estimate|total))`), edtf: ([y = ""]) => y },
];

/** The three first digits of a decade by its tens: 7 is the 1970s, 0 the 2000s. */
function decade(tens: string): string {
  return (Number(tens) >= 3 ? "19" : "20") + tens;
}
