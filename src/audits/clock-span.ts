/** A stretch of the day in hours from midnight; its end lies beyond 24 where it runs into the next day. */
export interface ClockSpan {
  readonly from: number;
  readonly to: number;
}

/** Nobody tells a stretch longer than this by two hours of a clock. */
const LONGEST = 18;
const HOUR =
  "(\\d{1,2})(?:[:.](\\d{2}))?\\s?(a\\.?m\\b\\.?|p\\.?m\\b\\.?|o[’']clock)?(?:\\s?(?:in the\\s|at\\s)(morning|afternoon|evening|night|noon))?";
const SPAN = new RegExp(
  `\\b(?:from|between)\\s(?:about\\s)?${HOUR}\\s?(?:to|until|till|and|–|-)\\s?(?:about\\s)?${HOUR}`,
  "iu",
);

/**
 * The stretches of a day that words such as "from 5 in the morning to 10 at night" may mean: one where they say so, else one for each
 * half of the day that either hour may lie in.
 * @example
 * [clockSpans("from 10 at night to 4 in the morning"), clockSpans("from 7 to 12")] // => [[{"from":22,"to":28}],[{"from":7,"to":12},{"from":7,"to":24},{"from":19,"to":24},{"from":19,"to":36}]]
 */
export function clockSpans(words: string): readonly ClockSpan[] {
  const match = SPAN.exec(words.replace(/\s+/gu, " "));
  if (match === null) return [];
  const [, hour, minute, half, part, toHour, toMinute, toHalf, toPart] = match;
  const starts = hoursOf({ hour, minute, half, part });
  const ends = hoursOf({ hour: toHour, minute: toMinute, half: toHalf, part: toPart });
  const spans = starts.flatMap((from) => ends.map((end) => ({ from, to: end > from ? end : end + 24 })));
  return spans.filter(({ from, to }) => to - from <= LONGEST).toSorted((a, b) => a.from - b.from || a.to - b.to);
}

interface ToldHour {
  readonly hour: string | undefined;
  readonly minute: string | undefined;
  readonly half: string | undefined;
  readonly part: string | undefined;
}

/** The hours of the day that a printed hour may be. */
function hoursOf({ hour, minute, half = "", part = "" }: ToldHour): readonly number[] {
  const printed = Number(hour);
  if (printed > 24 || Number(minute ?? 0) > 59) return [];
  const value = printed + Number(minute ?? 0) / 60;
  const base = printed === 12 ? value - 12 : value;
  const half12 = half.toLowerCase().replaceAll(".", "");
  if (printed > 12 || (minute !== undefined && hour?.startsWith("0") === true)) return [value];
  if (half12 === "am" || part.toLowerCase() === "morning") return [base];
  if (half12 === "pm" || ["afternoon", "evening"].includes(part.toLowerCase())) return [base + 12];
  if (part.toLowerCase() === "night") return [printed === 12 || printed <= 4 ? base : base + 12];
  if (part.toLowerCase() === "noon") return [12];
  return [base, base + 12];
}

/**
 * For how many hours two stretches of a day overlap, whichever day they begin on.
 * @example
 * overlapOf({ from: 5, to: 22 }, { from: 21, to: 30 }) // => 2
 */
export function overlapOf(a: ClockSpan, b: ClockSpan): number {
  const shared = (shift: number) => Math.max(0, Math.min(a.to, b.to + shift) - Math.max(a.from, b.from + shift));
  return shared(-24) + shared(0) + shared(24);
}
