import type { ReactNode } from "react";
import { sentence } from "./sentence.ts";

/** Strings of the overview in English. */
export const overviewEn = {
  overview: {
    titleBoth: (year: number, people: ReactNode, money: ReactNode): ReactNode =>
      sentence`In ${year} about ${people} people worked abroad, and the state took about ${money}`,
    titlePeople: (year: number, people: ReactNode): ReactNode =>
      sentence`In ${year} about ${people} people worked abroad`,
    titleNone: (year: number): string => `What is known of ${year}`,
    titleAssumed: (year: number): string => `Of ${year} nothing is known: what follows is assumed`,
    pageTitle: (year: number): string => `Overview ${year}`,
    best: "the year with the most independent origins",
    toBest: (year: number): string => `To ${year}, the best-evidenced year`,
    yearBefore: (year: number): string => `${year}, the year before`,
    yearAfter: (year: number): string => `${year}, the year after`,
    chooseYear: "Year shown",
    headlines: (year: number): string => `Headline figures of ${year}`,
    interval: (limits: ReactNode): ReactNode => sentence`90% sure: ${limits}`,
    peopleTitle: (peak: number, figure: string): string =>
      `Of the years known well, the most were abroad in ${peak}: about ${figure}`,
    peopleSubtitle: "People working abroad, all places, at mid-year",
    whereNone: "Where they were is not established",
    whereOne: (place: string, year: number): string => `In ${year} more than half were in ${place}`,
    whereTwo: (first: string, second: string, year: number): string =>
      `In ${year} more than half were in ${first} and ${second}`,
    whereSpread: (place: string, places: number, year: number): string =>
      `In ${year} they were spread over ${places} places, most in ${place}`,
    whereSubtitle: (year: number): string => `People working abroad by place, ${year}`,
    whereNote: (carried: number, all: number): string =>
      carried === 0 ? "" : `${carried} of ${all} places are carried by the prior: no claim within three years.`,
    moneyTitle: (year: number, limits: string): string => `In ${year} the state took ${limits} a year, 90% sure`,
    moneySubtitle: "Money to the state a year",
    flowTitle: (worker: string): string => `Of 100 earned, about ${worker} reach the worker`,
    flowTitleMost: (worker: string): string => `Most of the pay never reaches the worker: about ${worker} of 100 do`,
    flowSubtitle: (year: number): string => `Who holds what of a worker’s pay, of 100 earned abroad, ${year}`,
    flowWhole: "100 earned",
    evidenceTitle: (claims: number, origins: number): string =>
      `${claims} claims go back to ${origins} independent origins`,
    evidence: (sources: ReactNode, claims: ReactNode, used: number): ReactNode =>
      sentence`${sources} give ${claims}. ${used} of them speak of quantities in this account; the others are kept and shown. Claims that copy one another inform the account once.`,
    evidenceTitleBefore: (claims: number): string => `${claims} claims, not yet reconciled`,
    evidenceBefore: (sources: ReactNode, claims: ReactNode): ReactNode =>
      sentence`${sources} give ${claims}. They can be read now. How many people, how much money, which claims share an origin and which cannot be right: these come with reconciling.`,
    sources: (n: number): string => (n === 1 ? "1 source" : `${n} sources`),
    claims: (n: number): string => (n === 1 ? "1 claim" : `${n} claims`),
    /** Eight are shown at most, so at eight there may be more. */
    conflictsTitle: (n: number): string =>
      n === 1
        ? "One claim is hard to reconcile with the rest"
        : n < 8
          ? `${n} claims are hard to reconcile with the rest`
          : "The claims that are hardest to reconcile with the rest",
    conflictsNone: "No claim stands against the rest",
    conflictsSubtitle: "Loudest first, with the probability that each is about something else than it says",
    allConflicts: "All claims in conflict",
    emptyTitle: "This case has no claims yet",
    empty: "Import a case package, or add claims to its folder and import it again:",
    people: "People abroad",
    money: "Money to the state",
    pending: "The figure comes with reconciling.",
    note: (claims: number, origins: number): string => `From ${claims} claims of ${origins} independent origins.`,
  },
};
