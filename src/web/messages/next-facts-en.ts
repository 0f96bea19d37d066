import type { ReactNode } from "react";
import { sentence } from "./sentence.ts";

/** Strings of the page of what to find out next in English. */
export const nextFactsEn = {
  nextFacts: {
    title: (figure: string): string => `${figure}: what would narrow it most`,
    subtitle: (figure: ReactNode): ReactNode =>
      sentence`Now ${figure}, 90% sure. Each line is a fact that one more claim could give, and what the figure’s interval would then be.`,
    none: "No single claim would narrow this figure",
    noneNext:
      "Whatever one claim of this grade were on, the interval would stay as wide as it is. Try a better grade, another year, or another figure.",
    notEstablished: "There is no such figure in this account. Choose another year, place or figure.",
    weighing: "Weighing every fact that could be found out … in a large case this takes some seconds.",
    choose: "The figure to narrow",
    figure: "Figure",
    headlines: "Headline figures",
    others: "Others",
    place: "Place",
    occupation: "Occupation",
    year: "Year",
    grade: "A claim from a source that is",
    gradeOf: (grade: string, words: string): string => `${words} (${grade})`,
    list: "Facts to find out, the most telling first",
    itself: "the figure itself",
    now: (figure: ReactNode): ReactNode => sentence`now ${figure}`,
    leaves: (percent: string): string => `leaves about ${percent} of the interval’s width`,
    more: (n: number): string => `Show all ${n}`,
    fewer: "Show the first ten",
    about: (limits: string): string => `about ${limits}`,
    before: "now",
    after: "then",
    mark: (now: string, then: string): string => `The figure’s 90% interval: now ${now}, then about ${then}`,
    note: (draws: number): string =>
      `Expected over ${draws} draws of the account: what one more claim would say is itself unknown, so a real one may do more or less. Drawn as if the middle stayed. Facts that would take under 1% off the variance are not listed.`,
  },
};
