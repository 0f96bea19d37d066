import type { ComparedText, TextStretch } from "../sources/repeated-passages.ts";
import { matchesOf } from "./matches.ts";

/** The label under a quotation: who speaks, by letter or number, and what is said of the person. */
export interface SpeakerLabel {
  readonly who: string;
  readonly places: readonly string[];
  readonly sexes: readonly string[];
  readonly ages: readonly string[];
  readonly stretch: TextStretch;
  /** As printed, on one line. */
  readonly words: string;
}

const LABEL =
  /^[ \t]*(?:[—–-][ \t]*)?((?:(?:interviewee|witness|respondent|participant|worker)[ \t]+)?(?:[A-Z]{1,2}\d{0,3}|(?<=[ \t])\d{1,3}))[ \t]*\([ \t]*([^()\n]{2,60}?)[ \t]*\)[ \t]*\d{0,3}[ \t]*$/gimu;

/**
 * The labels of speakers in a text: a line such as `N (male, Kuwait)`, after a quotation.
 * @example
 * speakerLabels({ id: "a", text: "“We slept there.”\nN (Male, Russia, Yemen)\n" }).map(({ who, places }) => [who, places]) // => [["N",["russia","yemen"]]]
 */
export function speakerLabels(text: ComparedText): readonly SpeakerLabel[] {
  return matchesOf(text, LABEL).map(({ groups, stretch }) => {
    const parts = (groups[2] ?? "").split(/[,;/]/u).map((part) => part.trim().toLowerCase());
    const is = (pattern: RegExp) => parts.filter((part) => pattern.test(part));
    const [sexes, ages] = [is(/^(?:male|female|man|woman)$/u), is(/^\d{2}s?$/u)];
    const other = parts.filter((part) => part.length > 2 && !sexes.includes(part) && !ages.includes(part));
    return {
      who: (groups[1] ?? "").trim().toUpperCase(),
      places: other.map((part) => part.replace(/^the /u, "")),
      sexes,
      ages,
      stretch,
      words: (groups[0] ?? "").replace(/\s+/gu, " ").trim(),
    };
  });
}

/**
 * Whether two lists of names have one in common, spelt more or less alike: the first four letters count.
 * @example
 * [shareName(["czeck"], ["czech republic"]), shareName(["kuwait"], ["russia"])] // => [true,false]
 */
export function shareName(a: readonly string[], b: readonly string[]): boolean {
  const start = (name: string) => name.slice(0, 4);
  return a.some((name) => b.some((other) => start(name) === start(other)));
}
