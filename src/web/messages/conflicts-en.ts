import type { ReactNode } from "react";
import { sentence } from "./sentence.ts";

function count(n: number, one: string, many: string): string {
  return n === 1 ? `one ${one}` : `${n} ${many}`;
}

/** Strings of the page of conflicts, and of what-if, in English. */
export const conflictsEn = {
  conflicts: {
    title: (n: number, wrong: number): string => {
      if (wrong === n) return n === 1 ? "One claim is probably wrong" : `${n} claims are probably wrong`;
      const all = n === 1 ? "One claim does not sit well with the rest" : `${n} claims do not sit well with the rest`;
      return `${all}; ${wrong === 0 ? "none is" : wrong === 1 ? "one is" : `${wrong} are`} probably wrong`;
    },
    titleSome: (shown: number, all: number): string => `${shown} of ${all} claims in conflict`,
    subtitle:
      "The worst first, each with its other side. Leave one out, and the headline figures show what they would be without it.",
    clean: "No claim stands against the rest",
    cleanNext:
      "Every claim that is used can be right beside the others. This is looked at again whenever claims or the account change.",
    none: "No claim in conflict matches these filters.",
    clear: "Clear the filters",
    filters: "Filters",
    list: "Claims in conflict, the worst first",
    probability: (percent: string): string => `${percent} probability that it is wrong`,
    otherSide: "The other side",
    account: (figure: ReactNode, quantity: string): ReactNode => sentence`The account has ${figure} for ${quantity}.`,
    noAgainst:
      "No other claim speaks of this. It conflicts with what is worked out from other quantities: open the figure.",
    more: (n: number): string => (n === 1 ? "One more claim on the other side" : `${n} more claims on the other side`),
    oneOrigin: (n: number, name: string): string => `${n} claims of one origin: ${name}`,
    copies: (n: number): string => (n === 1 ? "One more claim says the same" : `${n} more claims say the same`),
    leaveOut: "Leave it out",
    putBack: "Put it back",
    /** Spoken: what the button says, and of what. */
    of: (button: string, what: string): string => `${button}: ${what}`,
    leaveOutOrigin: "Leave the whole origin out",
    markClaim: "the claim",
    markAccount: "account",
    mark: (claim: string, account: string): string => `The claim: ${claim}. The account: ${account}`,
    slipRough: "Rough: the account here rests on this origin itself.",
  },
  check: {
    title: "Do the claims as a whole scatter as they should?",
    words: (counted: number, expected: string, beyond: number): string =>
      `Of ${counted} numbers, each held against the account without its origin, about ${expected} should lie outside their 90% interval; ${beyond === 1 ? "one does" : `${beyond} do`}.`,
    likely: "Their spread is as even as the method expects.",
    rare: (times: string): string =>
      `So uneven a spread would come by chance about once in ${times} times. Either stated widths are too wide or too narrow, or sources follow one another more than is known.`,
    few: "Too few numbers can be held against an account without them to say.",
    tenths: "Where they lie, from far below to far above what was expected; even heights are best",
    tenthsSpoken: (counts: string): string => `Numbers in each tenth of what was expected, lowest first: ${counts}`,
  },
  readings: {
    title: "Numbers that may mean several things",
    intro: (measure: string, groups: number): string =>
      `${measure}: the sources do not say which they mean (${count(groups, "origin", "origins")}).`,
    chain: (source: string): string =>
      `“${source}” leaves several parts of one chain of deductions open. Read together, for how one is meant says something of the others:`,
    meaning: "What may be meant",
    before: "Before the evidence",
    after: "With it",
  },
  influence: {
    title: "What the headline figures lean on",
    subtitle: (year: number): string =>
      `Figures of ${year} without each origin in turn; the origin without which one of them moves most comes first.`,
    origin: "Without",
    claims: (n: number): string => count(n, "claim", "claims"),
    decisive: (n: number): string =>
      n === 1
        ? "One origin decides so much that only a run without it can tell"
        : `${n} origins decide so much that only a run without them can tell`,
    decisiveWhy: "Too few draws of the account would stand without them. Leave one out, then run again.",
    more: (n: number): string => `Show all ${n} origins`,
    fewer: (n: number): string => `Show the first ${n}`,
  },
  whatIf: {
    title: "What if a claim were wrong?",
    intro: "Leave claims or origins out, and these figures move. Nothing is kept; the account stays as it is.",
    without: (n: number): string => `Without ${n === 1 ? "this one" : `these ${n}`}`,
    year: "Year",
    now: "now",
    gone: "without",
    roughly: (figure: string): string => `roughly ${figure}`,
    rises: (percent: string): string => `rises by ${percent}`,
    falls: (percent: string): string => `falls by ${percent}`,
    stays: "hardly moves",
    points: (points: string): string => `${points} points`,
    mark: (name: string, now: string, then: string): string => `${name}: now ${now}; without them ${then}`,
    reweighted: (draws: number): string => `Worked out at once from draws that are there, worth about ${draws}.`,
    fair: (draws: number): string =>
      `Worked out at once, and only fairly sure: worth about ${draws} draws. Run again to be surer.`,
    rough: "Rough: what is left out decides much of the account. Run again to be sure.",
    drawn: "It was run again without them, in a shorter run than the account’s own.",
    again: "Run again without them",
    running: "Running again without them. It takes about as long as reconciling; the rough figures stay meanwhile.",
    stop: "Stop",
    origin: (name: string): string => `origin ${name}`,
    prior: (measure: string): string => `what was assumed of ${measure}`,
    all: "Put all back",
    priors: "Loosen what was assumed before any claim",
    priorsWhy: "Each ticked assumption is made three times as wide.",
    ask: "What if this were wrong?",
    working: "Working it out …",
  },
};
