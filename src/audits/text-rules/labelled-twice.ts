import type { TextDraft, TextRule } from "../text-finding.ts";
import { type SpeakerLabel, shareName, speakerLabels } from "../witness-labels.ts";

/** Interviews of one person lie no further apart, in years. */
const AGES = 5;

/** One speaker of a document whose labels exclude each other. */
export const labelledTwice: TextRule = {
  id: "labelled-twice",
  name: "One witness, several labels",
  checks:
    "compares the labels under quotations, such as “N (male, Kuwait)”, and finds letters whose countries, jobs, sexes or ages have nothing in common",
  tolerance: "spellings that share their first four letters are one name; ages up to five years apart are one",
  citation: "Labels of a witness that differ mean a mistake or two people: ask before either is used.",
  run: (texts) => texts.flatMap((text) => [...grouped(speakerLabels(text)).values()].flatMap(draftOf)),
};

function grouped(labels: readonly SpeakerLabel[]): ReadonlyMap<string, readonly SpeakerLabel[]> {
  const groups = new Map<string, SpeakerLabel[]>();
  for (const label of labels) groups.set(label.who, [...(groups.get(label.who) ?? []), label]);
  return groups;
}

function draftOf(labels: readonly SpeakerLabel[]): readonly TextDraft[] {
  const odd = labels.find((label) => labels.some((other) => excludes(label, other)));
  if (odd === undefined) return [];
  const different = labels.filter((label, at) => labels.findIndex((other) => said(other) === said(label)) === at);
  const shown = different.filter(({ places, sexes, ages }) => places.length + sexes.length + ages.length > 0);
  const why = "A label is wrong, or two people share a letter, or one has been in both places.";
  return [
    {
      grade: "inconsistent",
      sureness: "certain",
      passages: shown.map(({ stretch }) => stretch),
      stated: shown.map(({ words }) => words).join(" · "),
      computed: "",
      explanation: `Speaker ${odd.who} is labelled in ways that exclude each other. ${why}`,
      unlabelled: { stated: "", explanation: `A speaker is labelled in ways that exclude each other. ${why}` },
    },
  ];
}

function said({ places, sexes, ages }: SpeakerLabel): string {
  return [places, sexes, ages].map((words) => words.join()).join("; ");
}

function excludes(a: SpeakerLabel, b: SpeakerLabel): boolean {
  const apart = (left: readonly string[], right: readonly string[]) =>
    left.length > 0 && right.length > 0 && !shareName(left, right);
  return apart(a.places, b.places) || apart(a.sexes, b.sexes) || agesApart(a, b);
}

/** Ages in years; a decade such as "40s" tells too little. */
function agesApart(a: SpeakerLabel, b: SpeakerLabel): boolean {
  const age = ({ ages: [first = ""] }: SpeakerLabel) => (/^\d{2}$/u.test(first) ? Number(first) : Number.NaN);
  return Math.abs(age(a) - age(b)) > AGES;
}
