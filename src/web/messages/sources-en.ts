import type { ReactNode } from "react";
import { sentence } from "./sentence.ts";

/** Strings of the sources pages in English. */
export const sourcesEn = {
  sources: {
    title: (sources: number, attached: number): string =>
      attached === 0
        ? `${sources} sources, none with a copy attached`
        : `${sources} sources, ${attached} with a copy whose passages open in place`,
    subtitle: "Everything that can be cited in this case, with its grade and the number of claims taken from it.",
    none: "No source matches.",
    empty: "This case has no sources yet. Add documents, or bring in a case package:",
    addButton: "Add documents …",
    addHint:
      "PDF, DOCX, ODT, RTF, HTML, EPUB, EML, Markdown, text, SRT, VTT, CSV, XLSX, scans. They stay on this machine.",
    adding: (file: string): string => `Reading ${file} …`,
    becameSource: (title: string): string => `added as “${title}”, grade F6 until somebody judges it.`,
    isSource: (title: string): string => `is in the case already, as “${title}”.`,
    addedSummary: (read: number, failed: number): string =>
      failed === 0 ? `${read} read.` : `${read} read, ${failed} could not be.`,
    source: "Source",
    published: "Published",
    type: "Type",
    language: "Language",
    grade: "Grade",
    claims: "Claims",
    copy: "Copy",
    attached: "attached",
    notAttached: "not attached",
    filter: "Title, author or publisher",
    types: {
      report: "report",
      press: "press",
      interview: "interview",
      dataset: "data set",
      official: "official",
      academic: "academic",
      web: "web page",
    },
    reliability: {
      A: "completely reliable",
      B: "usually reliable",
      C: "fairly reliable",
      D: "not usually reliable",
      E: "unreliable",
      F: "reliability cannot be judged",
    },
    credibility: {
      "1": "confirmed by others",
      "2": "probably true",
      "3": "possibly true",
      "4": "doubtful",
      "5": "improbable",
      "6": "truth cannot be judged",
    },
    gradeFull: (grade: string, reliability: string, credibility: string): string =>
      `${grade}: source ${reliability}, information ${credibility} (Admiralty scale)`,
    unknownDate: "undated",
  },
  reader: {
    back: "All sources",
    by: (author: string): string => author,
    claims: (n: number): string =>
      n === 0 ? "No claim is taken from it" : n === 1 ? "One claim is taken from it" : `${n} claims are taken from it`,
    words: "The text, with the passages that carry claims",
    copyAt: (where: ReactNode): ReactNode => sentence`A copy can be had at ${where}.`,
    notAttachedTitle: "No copy is attached",
    notAttached:
      "This case holds facts and our paraphrase, not the document. Attach your own copy and its passages open in place; it stays on this machine.",
    attachButton: "Attach a copy …",
    attaching: "Checking and reading the copy …",
    attachCommand: "or on the command line:",
    attachedNow: "The copy is attached.",
    digest: (sha: ReactNode): ReactNode => sentence`The copy that was read has the SHA-256 ${sha}.`,
    moved: "Its words are no longer at their place in the attached copy",
    noText: "Its place in the text is not recorded; look it up by its locator.",
    toPassage: (n: number): string => `To passage ${n} in the text`,
    toNote: (n: number): string => `Claim ${n} on this passage`,
    locator: "Where",
    note: "Note",
    missing: "There is no such source in this case.",
    sections: (n: number): string => `${n} passages`,
  },
};
