import type { AuditCause, AuditGrade, ReadingName, Sureness } from "../../audits/audit-finding.ts";
import type { FindingStatus } from "../../audits/decided-finding.ts";

const grades: Readonly<Record<AuditGrade, string>> = {
  inconsistent: "inconsistent",
  "decision-changing": "decision-changing",
};

const sureness: Readonly<Record<Sureness, string>> = {
  certain: "certain",
  likely: "likely",
  possible: "possible",
};

const statuses: Readonly<Record<FindingStatus, string>> = {
  open: "open",
  confirmed: "confirmed",
  dismissed: "dismissed",
};

const readings: Readonly<Record<ReadingName, string>> = {
  "of the gross": "Each share of the gross",
  "of what is left": "Each of what the first leaves",
  "one after another": "One after another",
  "as printed": "As printed",
  "sum of the parts": "Sum of the parts",
  "per worker and month": "For each worker and month",
  converted: "Converted",
};

/** Strings of the page of audits in English. */
export const auditEn = {
  audit: {
    title: (n: number, changing: number): string =>
      `${n === 1 ? "One finding" : `${n} findings`}, ${changing === 0 ? "none" : changing} decision-changing`,
    titleSome: (shown: number, all: number): string => `${shown} of ${all} findings`,
    inClaims: "In the claims",
    inTexts: "In the words of the documents",
    textsRead: (n: number): string =>
      n === 1
        ? "One document is at hand. Its own words are worked out again, whether or not a claim was taken from them."
        : `${n} documents are at hand. Their own words are worked out again, whether or not a claim was taken from them.`,
    noTexts:
      "No document of this case is at hand, so only claims are audited. Attach a copy of a source, and its words are audited too.",
    toSources: "Go to the sources",
    textsClean: "Nothing in their words cannot be right as it stands.",
    openPassage: (title: string): string => `Open the passage in ${title}`,
    hiddenWords: "These words tell more of a witness than the case publishes. They stand in the text itself.",
    stated: "Printed",
    computed: "Worked out or held against",
    report: "Download the report",
    reportNote: "A page to print or to send to an author: every finding, its passages, the sum and the rule.",
    subtitle:
      "Printed figures worked out again. A finding is a question to the source: claims stay as printed, and no estimate reads it.",
    clean: "The audits find nothing here that cannot be right",
    cleanNext: "They run again whenever claims change. What they check:",
    none: "No finding matches these filters.",
    clear: "Clear the filters",
    filters: "Filters",
    rule: "Rule",
    grade: "Grade",
    status: "Decided",
    grades,
    sureness,
    statuses,
    readings,
    tested: "Printed",
    against: "Held against",
    copies: (n: number): string => (n === 1 ? "One more claim that shares this" : `${n} more claims that share this`),
    computation: "How it is worked out",
    fits: "leads to what is printed",
    allowed: "Allowed for",
    confirm: "Confirm",
    dismiss: "Dismiss …",
    why: "Why it is dismissed",
    keep: "Dismiss",
    cancel: "Cancel",
    decided: (status: FindingStatus, by: string, date: string): string =>
      `${status === "dismissed" ? "Dismissed" : "Confirmed"} by ${by}, ${date}`,
    rules: "What is checked",
    from: "After",
    /** The words of the audits themselves; other languages have their own for each rule and cause. */
    name: (_rule: string, words: string): string => words,
    checks: (_rule: string, words: string): string => words,
    tolerance: (_rule: string, words: string): string => words,
    explain: (_cause: AuditCause, words: string): string => words,
    explainText: (_rule: string, words: string): string => words,
    amount: (words: string): string => words,
  },
};
