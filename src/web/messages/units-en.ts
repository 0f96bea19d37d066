const CURRENCIES: Readonly<Record<string, string>> = { USD: "US$", EUR: "€", GBP: "£", JPY: "¥" };

const PER: Readonly<Record<string, string>> = {
  person: " per worker",
  hour: " an hour",
  day: " a day",
  month: " a month",
  year: " a year",
};

const COUNTED = new Set([
  "person",
  "persons",
  "share",
  "percent",
  "month",
  "months",
  "day",
  "days",
  "hour",
  "hours",
  "year",
  "years",
  "country",
  "countries",
]);

const HEADS: Readonly<Record<string, string>> = {
  person: "people",
  persons: "people",
  month: "months",
  day: "days",
  hour: "hours",
  year: "years",
  country: "countries",
};

function dress(text: string, head: string): string {
  if (head === "person" || head === "persons") return text;
  if (head === "percent") return `${text}%`;
  if (COUNTED.has(head)) return `${text} ${HEADS[head] ?? head}`;
  // Currencies are codes in capitals and stand before the number; things that are counted stand behind it.
  if (/^(?:[a-z].*)?$/u.test(head)) return `${text} ${head}`.trim();
  const sign = CURRENCIES[head];
  return sign === undefined ? `${head}\u00A0${text}` : `${sign}${text}`;
}

function perWords(per: readonly string[]): string {
  return per.map((word) => PER[word] ?? ` per ${word}`).join("");
}

/** How units are said in English. */
export const unitsEn = {
  unit: {
    percent: "per cent",
    head: (head: string): string => HEADS[head] ?? CURRENCIES[head] ?? head,
    per: perWords,
    under: (head: string, per: readonly string[]): string =>
      (HEADS[head] === "people" ? HEADS[head] + perWords(per) : perWords(per)).trim(),
    /** An estimated number with its unit's sign. */
    dress,
    /** A printed number with its unit and what it is per: `US$300 per worker a month`. */
    whole: (text: string, head: string, per: readonly string[]): string =>
      (head === "person" || head === "persons" ? `${text} people` : dress(text, head)) + perWords(per),
  },
};
