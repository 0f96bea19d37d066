import type { ComparedText } from "../../sources/repeated-passages.ts";
import { spoken } from "../amount-words.ts";
import type { TextDraft, TextRule } from "../text-finding.ts";
import { isProse, placeOf, printedOf, saidOf, type ToldNumber, type ToldText, toldText } from "../told-text.ts";

/** Numbers that carry an argument: people from here on, and sums of money. */
const [PEOPLE, MONEY] = [500, 100_000];
/** Somebody estimates, and nobody is named. */
const NOBODY =
  /\b(?:(?:is|are|was|were|been) (?:\p{L}+ly )?(?:estimated|believed|thought|said|reported|reckoned|assumed|rumou?red|alleged)\b|it (?:is|was)? ?estimated\b|an estimated\b|(?:current|recent|some|other|most|rough) estimates?\b|estimates? (?:puts?|places?|suggests?|ranges?|vary|varies|is\b)|reportedly\b|allegedly\b)/iu;
/** Somebody speaks, and is not named. */
const UNNAMED =
  /\b(?:(?:condition of|asked for|requested) anonymity|anonymous(?:ly)? (?:sources?|officials?|workers?)|not (?:to be|be|wish to be) named|unnamed|declined to be named|(?:a|one|some) sources? (?:said|says?|told|in|close)|sources (?:said|say|told)|observers (?:say|said|believe)|some (?:say|believe|experts|observers))\b/iu;
/** A name, an office or an outlet that says so. */
const SPEAKER =
  /\b(?:according to|estimates? (?:by|of|from)|(?:estimated|believed|thought|said|reported|reckoned|counted|put) by)\b|\b(?!It\b|There\b|They\b)\p{Lu}[\p{L}.’'-]+(?:,[^,]{0,60},)?(?: (?!(?:is|are|was|were|be|been|an)\b)\p{L}+){0,3} (?:said|says|told|estimates|estimated|believes|reports|reported|puts|wrote|writes|claims|counted)\b|\b(?:ministry|union|office|government|embassy|institute|agency|researchers?|report|bank|we) (?:\p{L}+ly )?(?:said|says|told|estimates?|estimated|believes?|reports|reported|puts|counted|calculates?d?)\b/u;
/** A reference: a name and a year in brackets, or a footnote mark after the sentence. */
const REFERENCE = /\([^()]*\p{Lu}[^()]*\b(?:19|20)\d\d\b[^()]*\)|\[\d{1,3}\]|[.”"’)]\s?\d{1,3}\s*$/u;
/** The reference of a paragraph may stand after so many sentences more. */
const REFERENCE_WITHIN = 2;

/** A figure that carries an argument and that nobody is named for. */
export const noSpeakerTold: TextRule = {
  id: "no-speaker-told",
  name: "Figure without a speaker, in a text",
  checks:
    "finds numbers of five hundred people or more and sums from a hundred thousand on that are “estimated” or “believed” with no name, office, outlet or reference in the sentence or beside it, and those of speakers who are not named",
  tolerance: "a name or a reference in the same sentence, the one before it or the two after it will do",
  citation: "A figure that nobody answers for cannot be weighed: reference standards of the case, rule U11.",
  run: (texts) => texts.flatMap(foundIn),
};

function foundIn(text: ComparedText): readonly TextDraft[] {
  const told = toldText(text);
  const groups: { readonly numbers: ToldNumber[]; readonly why: string }[] = [];
  for (const number of told.numbers.filter(isLarge)) {
    const why = missing(told, number);
    const last = groups.at(-1);
    if (why === undefined) continue;
    if (last?.why === why && number.sentence - (last.numbers.at(-1)?.sentence ?? 0) <= 1) last.numbers.push(number);
    else groups.push({ numbers: [number], why });
  }
  return groups.map(({ numbers, why }) => draftOf(told, numbers, why));
}

function isLarge(one: ToldNumber): boolean {
  const { low, high } = printedOf(one);
  const size = Number.isFinite(high) ? high : low;
  const people = one.unit === "persons" || (one.kind === "count" && one.unit === undefined);
  return (people && size >= PEOPLE) || (one.kind === "money" && size >= MONEY);
}

/** What is missing: a name for one who speaks, or anybody who does. */
function missing(text: ToldText, { sentence }: ToldNumber): string | undefined {
  const words = (at: number) => (text.sentences[at]?.words ?? "").replace(/\s+/gu, " ");
  const own = words(sentence);
  if (!isProse(own)) return undefined;
  if (UNNAMED.test(own)) return "Whoever says so is not named.";
  const after = Array.from({ length: REFERENCE_WITHIN + 1 }, (_, more) => words(sentence + more));
  if (!NOBODY.test(own) || SPEAKER.test(own) || SPEAKER.test(words(sentence - 1))) return undefined;
  return after.some((one) => REFERENCE.test(one))
    ? undefined
    : "Nobody is named who estimated it, and no reference is given.";
}

function draftOf(text: ToldText, numbers: readonly ToldNumber[], why: string): TextDraft {
  const figures = numbers.map((number) => spoken(printedOf(number))).join("; ");
  return {
    grade: "inconsistent",
    sureness: "possible",
    passages: numbers.map((number) => placeOf(text, number)),
    stated: numbers.map(saidOf).join("; "),
    computed: "",
    explanation: `${figures}: ${why} It may go back to a source that another figure of the document goes back to as well.`,
  };
}
