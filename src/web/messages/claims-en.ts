import type { Basis, Modality, Statistic } from "../../claims/claim.ts";

const bases: Readonly<Record<Basis, string>> = {
  count: "a count",
  register: "a register",
  survey: "a survey",
  interview: "an interview",
  "official statement": "an official statement",
  intelligence: "intelligence",
  press: "press",
  estimate: "an estimate",
  unknown: "basis not said",
};

const modalities: Readonly<Record<Modality, string>> = {
  asserted: "asserted",
  hearsay: "hearsay",
  planned: "planned",
  hypothetical: "hypothetical",
};

const statistics: Readonly<Record<Statistic, string>> = {
  total: "total",
  mean: "mean",
  typical: "typical",
  one_person: "one person",
  minimum: "minimum",
  maximum: "maximum",
  spread: "spread between people",
};

/** Strings about claims in English. */
export const claimsEn = {
  claim: {
    about: (value: string): string => `about ${value}`,
    atLeast: (value: string): string => `at least ${value}`,
    atMost: (value: string): string => `at most ${value}`,
    bases,
    modalities,
    statistics,
    witness: (letter: string): string => `Witness ${letter}`,
    undated: "undated",
    around: (year: string): string => `about ${year}`,
    decade: (years: string): string => `${years}s`,
    counts: (percent: string): string => `counts ${percent}`,
    inferred: "worked out from what the source says",
    copies: "copies another claim of this case",
    ofGroup: (group: string): string => `origin: ${group}`,
  },
  conflict: {
    notYet: "not reconciled yet",
    unused: (why: string): string => `not used: ${why}`,
    wrongSlip: (slip: string): string => `probably wrong: ${slip}`,
    wrongHigh: "probably wrong: far higher than everything else allows",
    wrongLow: "probably wrong: far lower than everything else allows",
    likelyHigh: "more likely wrong than right: higher than the rest",
    likelyLow: "more likely wrong than right: lower than the rest",
    doubtHigh: "in doubt: rather high",
    doubtLow: "in doubt: rather low",
    fitsHigh: "fits, on the high side",
    fitsLow: "fits, on the low side",
    fits: "fits",
    detail: (percent: string, distance: string): string =>
      `${percent} probability of conflict; ${distance} standard deviations from the account`,
    probability: (percent: string): string => `${percent} probability of conflict`,
  },
  claims: {
    title: (n: number, total: number): string =>
      n === total ? (total === 1 ? "One claim" : `${total} claims`) : `${n} of ${total} claims`,
    titleOf: (measure: string, n: number): string => `${measure}: ${n === 1 ? "one claim" : `${n} claims`}`,
    titleConflict: (n: number): string =>
      n === 1 ? "One claim conflicts with the account" : `${n} claims conflict with the account`,
    subtitle: "Every number that a source gives, as printed, and what reconciling says of it.",
    none: "No claim matches these filters.",
    clear: "Clear the filters",
    empty: "This case has no claims yet. They come with a case package:",
    says: "Says",
    measure: "Of what",
    place: "Place",
    period: "When",
    speaker: "Said by",
    source: "Source",
    fit: "Fit",
    text: "Words",
    year: "Year",
    conflictOnly: "Only claims in conflict",
    filters: "Filters",
    forest: (measure: string, place: string, year: number | undefined): string =>
      [measure, place, year].filter((part) => part !== undefined && part !== "").join(" · "),
    forestTitleWrong: (wrong: number, all: number): string =>
      wrong === 1 ? `One of ${all} claims is probably wrong` : `${wrong} of ${all} claims are probably wrong`,
    forestTitleFits: (all: number): string =>
      all === 1 ? "The one claim fits the account" : `All ${all} claims can stand together`,
    forestSubtitle: (what: string): string => `Each claim on its stated range against the estimate: ${what}`,
    forestByYear: (what: string): string =>
      `${what}: each claim, a circle on its stated range, with the estimate of its own year in teal beneath`,
    forestByPlace: (what: string): string =>
      `${what}: each claim, a circle on its stated range, with the estimate of its own place and year in teal beneath`,
    world: "all places",
    occupation: "Occupation",
    allWork: "All work",
  },
};
