import type { ReactNode } from "react";
import { grouped } from "../grouped.ts";
import { auditEn } from "./audit-en.ts";
import { claimsEn } from "./claims-en.ts";
import { conflictsEn } from "./conflicts-en.ts";
import type { Digits } from "./digits.ts";
import { nextFactsEn } from "./next-facts-en.ts";
import { overviewEn } from "./overview-en.ts";
import { proposalsEn } from "./proposals-en.ts";
import { sentence } from "./sentence.ts";
import { slipEn } from "./slip-en.ts";
import { sourcesEn } from "./sources-en.ts";
import { unitsEn } from "./units-en.ts";

/** A count with its noun, in figures. */
function count(n: number, one: string, many: string): string {
  return n === 1 ? `1 ${one}` : `${grouped(n)} ${many}`;
}

const words = {
  tag: "en",
  /** Locale of dates: day before month. */
  dates: "en-GB",
  ...unitsEn,
  ...overviewEn,
  ...sourcesEn,
  ...claimsEn,
  ...auditEn,
  ...slipEn,
  ...proposalsEn,
  ...conflictsEn,
  ...nextFactsEn,
  shell: {
    skip: "Skip to the content",
    product: "Tributary",
    pages: "Pages of the case",
    cases: "Cases",
    chooseCase: (title: string) => `${title}. Choose a case`,
    newCase: "New case …",
    invented: "invented",
    inventedNote: "Invented for learning: the country, the people and the reports do not exist.",
    more: "More",
    settings: "Settings",
    language: "Language",
    theme: "Theme",
    light: "Light",
    dark: "Dark",
    system: "System",
    keys: "Keys",
    overview: "Overview",
    sources: "Sources",
    claims: "Claims",
    audit: "Audit",
    estimates: "Estimates",
    conflicts: "Conflicts",
    nextFacts: "What to find out next",
    title: (page: string, caseTitle: string) => `${page} · ${caseTitle} · Tributary`,
  },
  newCase: {
    title: "New case",
    intro: "A case holds everything about one study: its sources, claims and account.",
    name: "Title",
    nameHint: "As readers will see it, for example “Seafarers of Port Amaranth”.",
    id: "Short name",
    idHint: "In addresses and file names: small letters, digits and hyphens.",
    idWrong: "Use small letters, digits and hyphens, beginning with a letter.",
    create: "Create the case",
    cancel: "Cancel",
    creating: "Creating …",
  },
  search: {
    label: "Search sources, passages, claims and quantities",
    placeholder: "Search",
    none: (q: string) => `Nothing in this case matches “${q}”. Try a shorter word, or its Korean spelling.`,
    total: (n: number, more: boolean) => `${n}${more ? "+" : ""} ${n === 1 && !more ? "result" : "results"}`,
    short: "Type two characters or more.",
    source: "Sources",
    passage: "Passages",
    claim: "Claims",
    quantity: "Quantities",
  },
  keys: {
    title: "Keys",
    search: "Search",
    help: "This list",
    down: "Next in a list",
    up: "Back in a list",
    open: "Open",
    close: "Close the trace or a dialog",
    years: "On the overview: a year back, a year on",
    switch: "Single-key shortcuts are on",
    done: "Close",
  },
  state: {
    loading: "Loading …",
    failedTitle: "This could not be loaded",
    failedNext: "Nothing is lost. Check that the workbench is still running in its terminal, then try again.",
    retry: "Try again",
    denied:
      "The workbench does not know this browser. Open the address that it printed in the terminal, token included.",
    noCaseTitle: "No case yet",
    noCase: "Create one here, or import a case package with the command below and reload.",
    noSuchCaseTitle: (id: string) => `There is no case “${id}”`,
    noSuchCase: "The address may be mistyped, or the case renamed. These are the cases there are:",
    notFoundTitle: "There is no such page",
    notFound: "The address may be mistyped, or the case renamed.",
    toOverview: "To the overview",
    notDrawnTitle: "Not reconciled yet",
    notDrawn:
      "This appears here as soon as the case, as it is now, has been reconciled. Sources and claims can be read meanwhile.",
  },
  reconciling: {
    none: "This case has not been reconciled, so there are no estimates yet.",
    stale: "Claims or the account have changed since these figures were drawn.",
    running: (message: string, percent: number) => `Reconciling: ${message}, ${percent}%`,
    shown: (time: string) => `Figures shown are those of ${time}.`,
    filling: "First figures appear soon, and settle as it goes on.",
    failed: (message: string) => `Reconciling failed: ${message}`,
    failedNext: "The figures of the last run, if any, are kept.",
    unsettled: (n: number) =>
      n === 1
        ? "One quantity has not settled; its interval may be off."
        : `${n} quantities have not settled; their intervals may be off.`,
    problems: (first: string, more: number) =>
      `Something does not fit: ${first}${more === 0 ? "" : `; and ${more} more, which “tributary reconcile” lists`}.`,
    start: "Reconcile now",
    cancel: "Stop",
    phase: (message: string) => message,
    progress: "Progress of reconciling",
  },
  estimate: {
    open: (label: string, value: string) => `${label}: ${value}. Open where it comes from`,
    full: (median: string, q05: string, q95: string, q25: string, q75: string) =>
      `Median ${median}; 90% between ${q05} and ${q95}; 50% between ${q25} and ${q75}`,
    byPrior: "carried by the prior",
    byPriorWhy:
      "No claim speaks of this within three years: the value is what was assumed before any claim, and its walk from year to year.",
    unsettled: "not settled",
    unsettledWhy: "The chains do not agree on this yet, or have drawn too little of it: its interval may be off.",
    carriedShare: (percent: string) => `${percent} of this total is carried by the prior`,
    evidence: (claims: number, origins: number) =>
      claims === 0
        ? "no claim of its own"
        : `${count(claims, "claim", "claims")} from ${count(origins, "independent origin", "independent origins")}`,
    notEstablished: "not established",
    nothing: "nothing is known",
    nothingKnown: "as wide as its prior: nothing is known",
    humps: (parts: readonly string[]): string =>
      `${parts.length === 2 ? "two humps" : `${parts.length} humps`}: ${parts.join(", or ")}`,
    hump: (figure: string, percent: string): string => `near ${figure} (${percent})`,
  },
  estimates: {
    title: (n: number) => `${count(n, "quantity", "quantities")}, each with its interval`,
    titleOf: (measure: string) => `${measure}: what the account makes of it`,
    subtitle:
      "Median, 50% and 90% interval of every quantity, drawn over what was assumed before any claim (dotted grey).",
    carriedTitle: (carried: number, all: number) =>
      carried === 0
        ? "Each of these has a claim within three years."
        : `${grouped(carried)} of ${grouped(all)} have no claim within three years and are carried by the prior.`,
    none: "No quantity matches these filters.",
    noneNext: "Clear the filters",
    notYet: "No estimates yet. They appear here when reconciling has finished.",
    quantity: "Quantity",
    median: "Median",
    interval: "90% interval",
    picture: "Interval over prior",
    pictureLog: "Interval over prior, log scale",
    prior: "Before any claim",
    evidence: "Claims (origins)",
    evidenceShort: (claims: number, origins: number) => (claims === 0 ? "none" : `${claims} (${origins})`),
    settled: "R-hat",
    carried: "Evidence",
    showCarried: "Carried by the prior",
    carriedAll: "with and without",
    carriedOnly: "only those",
    carriedNot: "leave out",
    fanTitle: ([first, last]: readonly [number, number], [from, to]: readonly [string, string]): string =>
      from === to
        ? `About ${to} in ${first} and in ${last}`
        : `From about ${from} in ${first} to about ${to} in ${last}`,
    fanOne: (year: number, value: string): string => `About ${value} in ${year}`,
    fanAssumed: "No claim speaks of it: what is drawn is assumed",
    fanSubtitle: (name: string): string => `${name}, over the years`,
    densities: "How likely each value is",
    densitiesSubtitle: "The curve with its 50% and 90% interval; dotted, what was assumed before any claim.",
    definition: "How it is defined, and what was assumed before any claim",
    formula: "Formula",
    why: "Why this prior",
  },
  trace: {
    label: "Trace",
    heading: "Where this number comes from",
    close: "Close the trace",
    path: "Path upstream",
    how: "How it is worked out",
    formula: "Formula",
    inputs: (n: number) => `Computed from ${count(n, "quantity", "quantities")}`,
    inputsMore: (shown: number) => `The ${shown} largest are listed.`,
    claims: (n: number) =>
      n === 0 ? "No claim speaks of it directly" : `${count(n, "claim speaks", "claims speak")} of it directly`,
    noClaims: "Follow a quantity above to the claims that carry it.",
    noClaimsPrior: "It rests on its prior, and on its walk from neighbouring years.",
    nearby: (n: number) => `${count(n, "claim", "claims")} on the same measure and place in years near it`,
    usedBy: (n: number) => `${count(n, "quantity is", "quantities are")} computed from it`,
    run: "The run",
    ess: "Effective draws",
    rhat: "R-hat",
    prior: "Before any claim",
    posterior: "With the claims",
    priorLimits: (text: string) => `90% between ${text}`,
    missing: "There is no such quantity in this case.",
    passage: "Open the passage",
    paraphraseOnly: "Open in its source",
  },
  sortBy: (column: string) => `Sort by ${column}`,
  tableRegion: (name: string) => `${name}: table, scrolls sideways`,
  download: "Download CSV",
  year: "Year",
  any: "any",
  clear: "Clear",
  list: (names: readonly string[]): string =>
    names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`,
  quantity: (parts: readonly string[]): string => parts.join(" · "),
  asOf: (date: ReactNode) => sentence`as of ${date}`,
};

/** The shape that every language fills. */
export type Messages = typeof words & { readonly digits: Digits };

/** Every string of the pages in English; other languages have the same keys. */
export const en: Messages = { ...words, digits: "thousands" };
