import type { Messages } from "./messages/en.ts";

const MONTH: Intl.DateTimeFormatOptions = { year: "numeric", month: "long", timeZone: "UTC" };
const DAY: Intl.DateTimeFormatOptions = { ...MONTH, day: "numeric" };

/** One EDTF date in the language's words. */
function dateWords(date: string, m: Messages): string {
  const about = /[~%]$/.test(date);
  const bare = date.replace(/[~?%]$/, "");
  const words = bareWords(bare, m) + (date.endsWith("?") ? "?" : "");
  return about ? m.claim.around(words) : words;
}

function bareWords(date: string, m: Messages): string {
  const decade = /^(\d{3})X$/.exec(date)?.[1];
  if (decade !== undefined) return m.claim.decade(`${decade}0`);
  const [, year, month, day] = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(date) ?? [];
  if (year === undefined || month === undefined || Number(month) > 12) return date;
  const at = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day ?? 1)));
  return new Intl.DateTimeFormat(m.dates, day === undefined ? MONTH : DAY).format(at);
}

/** An EDTF date or interval as people of the language write it; `undated` when absent. */
export function periodWords(period: string | undefined, m: Messages): string {
  if (period === undefined || period === "") return m.claim.undated;
  const [from = "", to] = period.split("/");
  if (to === undefined) return dateWords(from, m);
  const ends = [from, to].map((end) => (end === "" || end === ".." ? "…" : dateWords(end, m)));
  return ends.join(" – ");
}

/** An instant as a time of day in the language, with its date when it is not today's. */
export function timeWords(iso: string, m: Messages): string {
  const at = new Date(iso);
  const today = at.toDateString() === new Date().toDateString();
  return new Intl.DateTimeFormat(
    m.tag,
    today ? { timeStyle: "short" } : { dateStyle: "medium", timeStyle: "short" },
  ).format(at);
}
