import type { Range } from "../values/range.ts";
import { rangeFromBounds } from "../values/range.ts";
import type { LanguageId } from "./language.ts";
import { languages } from "./languages/index.ts";
import type { Quantity } from "./quantity.ts";
import { basesOf } from "./reading/bases.ts";
import { codePointStretches } from "./reading/code-point-stretches.ts";
import { contentsPages } from "./reading/contents-pages.ts";
import { judge } from "./reading/judge.ts";
import type { Judged } from "./reading/judged.ts";
import { compileLexicon, type Lexicon } from "./reading/lexicon.ts";
import { printedAt } from "./reading/printed.ts";
import { type Scan, tokenAt } from "./reading/reading.ts";
import { shareOfAt } from "./reading/share.ts";
import { type Kept, withSharedBases } from "./reading/shared-bases.ts";
import { tableHeads } from "./reading/table-heads.ts";
import { type Token, tokenize } from "./reading/tokens.ts";

/** What may be set for reading: a language, where it is known, and a count of the tokens looked at. */
export interface ReadingOptions {
  readonly language?: LanguageId;
  readonly meter?: { steps: number };
}

const lexicons = new Map<string, Lexicon>();

/** The words of one language, or of all: their scripts keep them apart. English is always read. */
function lexiconOf(language: LanguageId | undefined): Lexicon {
  const key = language ?? "all";
  const known = lexicons.get(key);
  if (known !== undefined) return known;
  const chosen = languages.filter(({ id }) => language === undefined || id === language || id === "en");
  const lexicon = compileLexicon(chosen);
  lexicons.set(key, lexicon);
  return lexicon;
}

/** Whether a number, or a word before one, can begin at a token. */
function canBegin(token: Token): boolean {
  if (token.kind === "number") return true;
  const { use } = token;
  if (use === undefined) return token.kind === "mark" && "½¼¾⅓⅔".includes(token.lower);
  if (use.number !== undefined || use.magnitude !== undefined || use.several !== undefined) return true;
  if (use.fraction !== undefined || use.whole !== undefined || use.currency !== undefined) return true;
  const { phrases } = use;
  if (phrases.few !== undefined || phrases.opens !== undefined || phrases.approximate !== undefined) return true;
  return (
    phrases["at least"] !== undefined || phrases["at most"] !== undefined || token.lower === "a" || token.lower === "an"
  );
}

function rangeOf(judged: Judged): Range {
  const { low, high, bound } = judged;
  if (bound === "at least") return { kind: "at least", low };
  if (bound === "at most") return { kind: "at most", high };
  return rangeFromBounds(low, high);
}

/** For whom and for what time a quantity holds; "five people each" are five of each thing, not of each person. */
function basesFor(reading: Scan, judged: Judged): readonly string[] {
  const per = judged.per ?? basesOf(reading, judged, judged.kind);
  const ofEach = judged.kind === "count" && judged.unit === "persons" && per.includes("person");
  return ofEach ? per.filter((basis) => basis !== "person") : per;
}

/** The quantity in UTF-16 indices. */
function quantityOf(reading: Scan, judged: Judged): Quantity | undefined {
  const first = reading.tokens[judged.start];
  const last = reading.tokens[judged.end - 1];
  if (first === undefined || last === undefined || judged.low > judged.high) return undefined;
  const share = judged.kind === "share" ? shareOfAt(reading, judged.end) : undefined;
  const [from, to] = [reading.tokens[share?.first ?? -1], reading.tokens[share?.last ?? -1]];
  return {
    start: first.start,
    end: last.end,
    kind: judged.kind,
    range: rangeOf(judged),
    approximate: judged.approximate,
    vague: judged.vague,
    per: basesFor(reading, judged),
    ...(judged.unit === undefined ? {} : { unit: judged.unit }),
    ...(judged.currency === undefined || judged.currency === "unknown" ? {} : { currency: judged.currency }),
    ...(from === undefined || to === undefined ? {} : { shareOf: { start: from.start, end: to.end } }),
  };
}

/** What was judged, with the last count before it whose unit is known. */
function withCount(judged: Judged, last: Judged | undefined): Judged {
  const count = last?.kind === "count" && last.unit !== undefined ? last : last?.count;
  if (count === undefined) return judged;
  const { count: _, ...plain } = count;
  return { ...judged, count: plain };
}

/** The quantities of a text in order, in UTF-16 indices. */
function quantitiesOf(reading: Scan): readonly Quantity[] {
  const kept: Kept[] = [];
  const heads = new Map(tableHeads(reading));
  for (const index of contentsPages(reading)) heads.set(index, "name");
  let last: Judged | undefined;
  for (let index = 0; index < reading.tokens.length; ) {
    const token = tokenAt(reading, index);
    const printed = token !== undefined && canBegin(token) ? printedAt(reading, index) : [];
    let next = index + 1;
    for (const [order, one] of printed.entries()) {
      const head = one.amount.start === one.amount.end - 1 ? heads.get(one.amount.start) : undefined;
      const judged = judge(reading, head === undefined ? one : { ...one, head }, last);
      const isName = judged.name !== undefined;
      const quantity = judged.kept === undefined ? undefined : quantityOf(reading, judged.kept);
      if (quantity !== undefined && judged.kept !== undefined)
        kept.push({ quantity, judged: judged.kept, twin: order > 0 });
      if (judged.kept !== undefined) last = withCount(judged.kept, last);
      if (quantity !== undefined || isName) next = Math.max(next, judged.kept?.end ?? one.end);
    }
    index = next;
  }
  return withSharedBases(reading, kept);
}

/**
 * The quantities in a text, in order and without overlap, at code points: ranges, bounds, vague numbers, money, shares,
 * durations, hours and ages. Dates, years, pages, footnote marks, numbers of laws and lists, and telephone numbers are none.
 * @example
 * readQuantities("about 150 to 230 million USD a year")[0].range // => {"kind":"between","low":150000000,"high":230000000}
 */
export function readQuantities(text: string, options: ReadingOptions = {}): readonly Quantity[] {
  const tokens = tokenize(text, lexiconOf(options.language));
  const meter = options.meter ?? { steps: 0 };
  meter.steps += tokens.length;
  return codePointStretches(text, quantitiesOf({ text, tokens, meter }));
}
