import { figure } from "./amount-words.ts";
import { type ClockSpan, clockSpans, overlapOf } from "./clock-span.ts";
import type { TextDraft } from "./text-finding.ts";
import { isClosedNumber, placeOf, printedOf, type ToldNumber, type ToldText } from "./told-text.ts";

const SLACK = 0.5;
const ACTIVITIES: ReadonlyMap<string, RegExp> = new Map([
  ["work", /\b(?:work\w*|shifts?|duty|labou?r\w*)\b/giu],
  ["sleep", /\b(?:sle(?:ep|eps|eping|pt)|in bed)\b/giu],
  ["study", /\b(?:stud(?:y|ies|ied|ying)|lessons?|lectures?|self-criticism|ideolog\w+)\b/giu],
  ["eat", /\b(?:eat\w*|ate|meals?|lunch|breakfast|dinner|supper)\b/giu],
  ["travel", /\b(?:travel\w*|commut\w*|walk\w*|drive|ride)\b/giu],
]);

interface Activity {
  readonly number: ToldNumber;
  readonly doing: string;
  readonly spans: readonly ClockSpan[];
}

/**
 * What in the day of a sentence, and of the next where it goes on, cannot be: hours that come to more than 24, more hours than
 * the clock gives, sleep or study during work.
 * @example
 * dayDrafts({ id: "a", text: "", points: [], sentences: [], numbers: [], bySentence: new Map() }, 0, false) // => []
 */
export function dayDrafts(text: ToldText, sentence: number, goesOn: boolean): readonly TextDraft[] {
  const own = activities(text, sentence);
  const next = goesOn ? activities(text, sentence + 1) : [];
  return [...tooManyHours(text, own), ...moreThanTheClock(text, own), ...overlaps(text, own, next)];
}

function activities(text: ToldText, sentence: number): readonly Activity[] {
  let held: string | undefined;
  return (text.bySentence.get(sentence) ?? []).filter(isClosedNumber).flatMap((number) => {
    const doing = activityOf(number) ?? held;
    held = doing;
    const words = text.points.slice(number.start, number.end + 20).join("");
    const spans = number.kind === "time of day" ? clockSpans(words) : [];
    const hours = number.kind === "duration" && number.unit === "hours";
    return doing === undefined || (!hours && spans.length === 0) ? [] : [{ number, doing, spans }];
  });
}

/** The nearest activity before a number, in its own clause; else the first after it. */
function activityOf({ before, after }: ToldNumber): string | undefined {
  const place = (words: string, pick: (places: readonly number[]) => number) =>
    [...ACTIVITIES].flatMap(([doing, pattern]) => {
      const places = [...words.matchAll(pattern)].map(({ index }) => index);
      return places.length === 0 ? [] : [{ doing, at: pick(places) }];
    });
  const last = place(before, (places) => Math.max(...places)).toSorted((a, b) => b.at - a.at)[0];
  return last?.doing ?? place(after, (places) => Math.min(...places)).toSorted((a, b) => a.at - b.at)[0]?.doing;
}

const isDaily = ({ number }: Activity) => number.kind === "duration" && number.per.every((time) => time === "day");

function tooManyHours(text: ToldText, own: readonly Activity[]): readonly TextDraft[] {
  const daily = own.filter(isDaily);
  const each = daily.filter(({ doing }, at) => daily.findIndex((one) => one.doing === doing) === at);
  const sum = each.reduce((hours, { number }) => hours + printedOf(number).low, 0);
  const works = each.some(({ doing, number }) => doing !== "eat" && number.per.includes("day"));
  if (each.length < 1 || sum <= 24 + SLACK || !works) return [];
  const words = each.map(({ number }) => figure(printedOf(number).low)).join(" + ");
  return [
    draft(text, each, {
      stated: `${words} hours a day`,
      computed: "at most 24 hours",
      steps: [`${words} = ${figure(sum)} > 24`],
      explanation: `What a day is said to hold comes to ${figure(sum)} hours. The hours may be of different days, or a part lies within another.`,
    }),
  ];
}

/** "from 8 to 5, fourteen hours a day". */
function moreThanTheClock(text: ToldText, own: readonly Activity[]): readonly TextDraft[] {
  const [span, ...others] = own.filter(({ spans, doing }) => spans.length > 0 && doing === "work");
  const hours = own.find((one) => isDaily(one) && one.doing === "work");
  if (span === undefined || hours === undefined || others.length > 0) return [];
  const longest = Math.max(...span.spans.map(({ from, to }) => to - from));
  const told = printedOf(hours.number).low;
  if (told <= longest + SLACK) return [];
  return [
    draft(text, [span, hours], {
      stated: `${figure(told)} hours`,
      computed: `${figure(longest)} hours`,
      steps: span.spans.map(({ from, to }) => `${figure(to)} − ${figure(from)} = ${figure(to - from)}`),
      explanation: `The clock gives ${figure(longest)} hours at most, and ${figure(told)} are printed.`,
    }),
  ];
}

function overlaps(text: ToldText, own: readonly Activity[], next: readonly Activity[]): readonly TextDraft[] {
  const timed = (all: readonly Activity[]) =>
    all.filter(({ spans, doing }) => spans.length > 0 && doing !== "eat" && doing !== "travel");
  const [first, second] = [timed(own), timed(next)];
  const pairs = first.flatMap((one, at) => [...first.slice(at + 1), ...second].map((other) => [one, other] as const));
  return pairs.flatMap(([one, other]) => {
    if (one.doing === other.doing) return [];
    const shared = Math.min(...one.spans.flatMap((a) => other.spans.map((b) => overlapOf(a, b))));
    if (shared <= SLACK) return [];
    return [
      draft(text, [one, other], {
        stated: `${one.doing} and ${other.doing}`,
        computed: `${figure(shared)} hours at once`,
        steps: [],
        explanation: `The time for ${one.doing} and the time for ${other.doing} overlap by ${figure(shared)} hours. They may be of different days or seasons.`,
      }),
    ];
  });
}

function draft(
  text: ToldText,
  about: readonly Activity[],
  words: Pick<TextDraft, "stated" | "computed" | "explanation"> & { readonly steps: readonly string[] },
): TextDraft {
  return {
    grade: "inconsistent",
    sureness: "likely",
    passages: about.map(({ number }) => placeOf(text, number)),
    ...words,
  };
}
