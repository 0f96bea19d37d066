import type { Derivation } from "../../claims/claim.ts";
import type { MissingField } from "../../claims/claim-draft.ts";
import type { ProposalStatus } from "../../claims/decided-proposal.ts";

const statuses: Readonly<Record<ProposalStatus, string>> = {
  open: "Waiting",
  claimed: "Claims already",
  accepted: "Accepted",
  corrected: "Corrected",
  rejected: "Rejected",
};

const lacks: Readonly<Record<MissingField, string>> = {
  measure: "what is counted",
  place: "the place",
  period: "when it held",
  statedBy: "who says it",
  unit: "the unit",
  currency: "the currency",
};

const derivations: Readonly<Record<Derivation, string>> = {
  stated: "said by the source",
  inferred: "worked out by us",
};

/** Strings of the queue of proposals in English. */
export const proposalsEn = {
  proposals: {
    name: "Proposals",
    title: (open: number): string =>
      open === 0 ? "No proposal waits" : open === 1 ? "One proposal waits" : `${open} proposals wait`,
    titleOf: (status: ProposalStatus, n: number): string =>
      `${statuses[status]}: ${n === 1 ? "one proposal" : `${n} proposals`}`,
    subtitle:
      "Numbers that were found in the texts of this case. None is a claim until a person has read its passage and accepts it.",
    wait: (n: number): string => (n === 1 ? "One proposal waits" : `${n} proposals wait`),
    waitHere: (n: number): string =>
      n === 1 ? "One number in this text waits to become a claim" : `${n} numbers in this text wait to become claims`,
    statusLabel: "Where they stand",
    statuses,
    filters: "Filters",
    source: "Source",
    measure: "What is counted",
    noMeasure: "not said",
    option: (name: string, open: number): string => `${name} (${open})`,
    by: "You decide as",
    readingTitle: "The texts are being read for proposals",
    reading: (n: number): string => (n === 1 ? "One text is still being read …" : `${n} texts are still being read …`),
    failed: (source: string, why: string): string => `${source} could not be read for proposals: ${why}`,
    emptyTitle: "Nothing has been read for proposals yet",
    empty: "Add a document, or attach your copy of a source, and the numbers in it appear here:",
    noneTitle: "Nothing waits here",
    none: "Everything that was proposed has been decided. Add documents to go on, or look at what was decided above.",
    noneFiltered: "No proposal fits these filters.",
    clear: "Clear the filters",
    list: "The queue",
    more: (n: number): string => `Show ${n} more`,
    select: (what: string): string => `Select ${what}`,
    selected: (n: number): string => (n === 1 ? "One selected" : `${n} selected`),
    selectAll: (n: number): string => `Select all ${n} shown`,
    selectNone: "Select none",
    acceptMany: (n: number): string => `Accept ${n}`,
    rejectMany: (n: number): string => `Reject ${n}`,
    lackMany: (n: number): string =>
      n === 1
        ? "One of them lacks something and stays: it has to be completed by itself."
        : `${n} of them lack something and stay: they have to be completed one by one.`,
    lacking: (n: number): string => (n === 1 ? "one field to complete" : `${n} fields to complete`),
    before: (fields: readonly string[]): string => `Before it can be accepted, say ${fields.join(", ")}.`,
    lacks,
    vague: "a vague number, read as an interval",
    passage: "The passage in its text",
    openSource: "Open the text here",
    moved: (reason: string): string => `The passage has moved since it was read: ${reason}. It cannot be accepted.`,
    noText: "The text is no longer attached.",
    movedTitle: (n: number): string =>
      n === 1
        ? "One accepted claim is no longer where it was in its text"
        : `${n} accepted claims are no longer where they were in their texts`,
    movedNext: "The copy was replaced. Look at each and decide: nothing was moved along.",
    decided: (status: ProposalStatus, by: string, date: string): string => `${statuses[status]} by ${by}, ${date}`,
    theClaim: "Open the claim",
    claimedNote: "This number is a claim of the case already. Accept it again only if it says something else.",
    takeBack: "Take back",
    form: "The claim that it would be",
    lists: "Choose …",
    place: "Place",
    placeOthers: (names: readonly string[]): string => `Also named: ${names.join(", ")}`,
    period: "When",
    periodHint: "A date as in 2012, 2012-06, 2012~ (about), 199X or 2010/2013.",
    undated: "The source gives no time",
    low: "From",
    high: "To",
    numberHint: "The same twice for one number; leave one empty for “more than” or “up to”.",
    approximate: "“about”",
    unit: "Unit",
    currency: "Currency",
    per: "Per",
    perHint: "For whom and what time: person, person month, year.",
    statedBy: "Said by",
    statedByHint: "A witness goes by source and letter, as witness:report-2013-m, never by name.",
    locator: "Page or section",
    moreFields: "More",
    statistic: "What it says of a group",
    basis: "How it was come by",
    modality: "Mood",
    occupation: "Occupation",
    sex: "Sex",
    derivation: "Derivation",
    derivations,
    note: "Note",
    paraphrase: "In our words",
    paraphraseHint:
      "Made of the fields above, in English as the rest of the case. Accepting confirms it; write a better one where it misses something. Copy no words of the document.",
    accept: "Accept",
    correct: "Accept as corrected",
    reject: "Reject",
    undo: "Undo",
    undone: (n: number): string =>
      n === 0 ? "There is nothing of yours to take back." : n === 1 ? "Taken back." : `${n} taken back.`,
    didAccept: (n: number): string => (n === 1 ? "Accepted." : `${n} accepted.`),
    didReject: (n: number): string => (n === 1 ? "Rejected." : `${n} rejected.`),
    acceptedBy: (by: string, date: string): string => `accepted by ${by}, ${date}`,
    correctedBy: (by: string, date: string): string => `corrected by ${by}, ${date}`,
    keys: {
      accept: "Proposals: accept",
      reject: "Proposals: reject",
      correct: "Proposals: to the fields",
      undo: "Proposals: undo your last act",
      select: "Proposals: select for many at a time",
    },
  },
};
