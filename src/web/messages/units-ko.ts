import type { Messages } from "./en.ts";

const HEADS: Readonly<Record<string, string>> = {
  person: "명",
  persons: "명",
  USD: "달러",
  EUR: "유로",
  CNY: "위안",
  RUB: "루블",
  SUR: "소련 루블",
  AED: "디르함",
  KWD: "쿠웨이트 디나르",
  QAR: "카타르 리얄",
  KRW: "원",
  JPY: "엔",
  GBP: "파운드",
  PLN: "즐로티",
  month: "개월",
  months: "개월",
  day: "일",
  days: "일",
  hour: "시간",
  hours: "시간",
  year: "년",
  years: "년",
  country: "개국",
  countries: "개국",
  weeks: "주",
  companies: "개 기업",
  sites: "곳",
  documents: "건",
  "square metres": "제곱미터",
  money: "돈",
  percent: "%",
};

const CLOSE = new Set([
  "person",
  "persons",
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
  "weeks",
  "companies",
  "sites",
  "documents",
]);

const PER: Readonly<Record<string, string>> = { person: "1인당", hour: "시간당", day: "하루", month: "월", year: "연" };

function dress(text: string, head: string): string {
  const word = HEADS[head] ?? head;
  return CLOSE.has(head) ? `${text}${word}` : `${text}\u00A0${word}`.trim();
}

function perWords(per: readonly string[]): string {
  return per.map((word) => PER[word] ?? `${word}당`).join(" ");
}

/** How units are said in Korean. */
export const unitsKo: Pick<Messages, "unit"> = {
  unit: {
    percent: "%",
    head: (head) => HEADS[head] ?? head,
    per: (per) => (per.length === 0 ? "" : `, ${perWords(per)}`),
    under: (_head, per) => perWords(per),
    dress,
    whole: (text, head, per) => (per.length === 0 ? dress(text, head) : `${perWords(per)} ${dress(text, head)}`),
  },
};
