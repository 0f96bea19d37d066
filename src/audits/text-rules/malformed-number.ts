import type { ComparedText } from "../../sources/repeated-passages.ts";
import { matchesOf, type PatternMatch } from "../matches.ts";
import type { TextDraft, TextRule } from "../text-finding.ts";

interface Form {
  readonly pattern: RegExp;
  /** What is wrong with a match, in words; absent where nothing is. */
  readonly wrong: (match: PatternMatch) => string | undefined;
}

const FORMS: readonly Form[] = [
  {
    pattern: /(?<![\d.,])0{2,}\s?(?:%|per ?cent\b)/giu,
    wrong: () => "A share of noughts: its leading digits have been lost.",
  },
  {
    pattern: /\b(?:thousand hundred|million (?:hundred|thousand)|billion (?:hundred|thousand|million))\b(?!-)/giu,
    wrong: () => "A larger magnitude stands before a smaller one: a word is missing, or one too many.",
  },
  { pattern: /\b(\d{1,3}):(\d{1,3}) (?:or|and|to) (\d{1,3}):(\d{1,3})\b(?!\s*(?:a\.?m|p\.?m))/giu, wrong: ratio },
  { pattern: /(?<![\d.,–-])(\d{1,3}(?:\.\d+)?)\s?%?\s?[–-]\s?(\d{1,3}(?:\.\d+)?)\s?%/gu, wrong: reversed },
];

/** Two splits of one whole: where one comes to 10 or 100, so must the other. */
function ratio({ groups }: PatternMatch): string | undefined {
  const [a = 0, b = 0, c = 0, d = 0] = groups.slice(1).map(Number);
  if (groups.slice(1).some((part) => /^0\d/.test(part))) return undefined;
  const [first, second] = [a + b, c + d];
  const whole = [10, 100].find((sum) => sum === first || sum === second);
  if (whole === undefined || first === second) return undefined;
  const [odd, sum] = first === whole ? [`${c}:${d}`, second] : [`${a}:${b}`, first];
  return `${odd} is no split of ${whole}, as the other is: it comes to ${sum}.`;
}

function reversed({ groups }: PatternMatch): string | undefined {
  const [low = 0, high = 0] = groups.slice(1).map(Number);
  return low > high && low <= 100 ? `The range runs from ${low} down to ${high}.` : undefined;
}

/** Numbers that are none as they are printed. */
export const malformedNumber: TextRule = {
  id: "malformed-number",
  name: "Malformed number",
  checks:
    "finds shares of noughts (00 %), magnitudes in the wrong order (thousand hundred), splits that do not add up beside one that does (7:8 or 8:2), ranges of shares that run backwards",
  tolerance: "none",
  citation: "What cannot be read as a number was lost in typing, recognition or translation.",
  run: (texts) => texts.flatMap((text) => FORMS.flatMap((form) => found(text, form))),
};

function found(text: ComparedText, { pattern, wrong }: Form): readonly TextDraft[] {
  return matchesOf(text, pattern).flatMap((match): readonly TextDraft[] => {
    const explanation = wrong(match);
    if (explanation === undefined) return [];
    const stated = (match.groups[0] ?? "").replace(/\s+/gu, " ");
    return [
      { grade: "inconsistent", sureness: "certain", passages: [match.stretch], stated, computed: "", explanation },
    ];
  });
}
