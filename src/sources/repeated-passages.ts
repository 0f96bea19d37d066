/** A text that is held against others, and against itself. */
export interface ComparedText {
  /** By which it is named in what is found. */
  readonly id: string;
  readonly text: string;
}

/** A stretch of a text. Positions are code points, end exclusive. */
export interface TextStretch {
  readonly id: string;
  readonly start: number;
  readonly end: number;
}

/** Words that stand twice: in two texts, or in two places of one. */
export interface RepeatedPassage {
  readonly first: TextStretch;
  readonly second: TextStretch;
  /** How many words (or, in Korean and Chinese, characters) in a row are the same. */
  readonly length: number;
}

/** How much two texts have in common. */
export interface TextOverlap {
  readonly first: string;
  readonly second: string;
  /** Share of the shingles of both that both have, 0 to 1 (Jaccard). */
  readonly alike: number;
  /** Share of the shorter one's shingles that the other has, 0 to 1. */
  readonly contained: number;
}

/** What stands more than once in a set of texts. */
export interface Repetition {
  readonly passages: readonly RepeatedPassage[];
  /** Pairs of texts of which a twentieth or more is the same, the most alike first. */
  readonly overlaps: readonly TextOverlap[];
}

/** A word, or a character of a script without spaces, where it stands. */
interface Token {
  readonly word: string;
  readonly start: number;
  readonly end: number;
  /** Of eight words that make a shingle, how many this one counts for: a character is half a word. */
  readonly weight: number;
}

interface Place {
  readonly text: number;
  readonly token: number;
}

/** Words in a row that make a shingle; Korean and Chinese take as many characters as make up so many words. */
const SHINGLE = 8;
/** A shingle that stands in more places than this is a formula (a header, a licence), not a passage. */
const COMMON = 20;
const LEAST_OVERLAP = 0.05;
const WORD =
  /[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{M}\p{N}]+?(?=[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[^\p{L}\p{M}\p{N}]|$)/gu;
const CHARACTER = /^[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]$/u;

function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let unit = 0;
  let point = 0;
  for (const match of text.matchAll(WORD)) {
    for (; unit < match.index; point++) unit += (text.codePointAt(unit) ?? 0) > 0xffff ? 2 : 1;
    const start = point;
    for (const end = match.index + match[0].length; unit < end; point++)
      unit += (text.codePointAt(unit) ?? 0) > 0xffff ? 2 : 1;
    const word = match[0].toLowerCase();
    tokens.push({ word, start, end: point, weight: CHARACTER.test(word) ? 0.5 : 1 });
  }
  return tokens;
}

/** For each token, the shingle that begins with it; absent at the end of a text. */
function shinglesOf(tokens: readonly Token[]): readonly (string | undefined)[] {
  let end = 0;
  let weight = 0;
  return tokens.map((token, at) => {
    while (weight < SHINGLE && end < tokens.length) weight += tokens[end++]?.weight ?? 0;
    const whole = weight >= SHINGLE;
    const shingle = whole
      ? tokens
          .slice(at, end)
          .map((one) => one.word)
          .join(" ")
      : undefined;
    weight -= token.weight;
    return shingle;
  });
}

interface Compared {
  readonly id: string;
  readonly tokens: readonly Token[];
  readonly shingles: readonly (string | undefined)[];
}

/** Where each shingle stands. */
function placesOf(texts: readonly Compared[]): ReadonlyMap<string, readonly Place[]> {
  const places = new Map<string, Place[]>();
  texts.forEach(({ shingles }, text) => {
    shingles.forEach((shingle, token) => {
      if (shingle === undefined) return;
      const known = places.get(shingle);
      if (known === undefined) places.set(shingle, [{ text, token }]);
      else known.push({ text, token });
    });
  });
  return places;
}

/** How many tokens from two places on are the same, and never into the second place itself. */
function runLength(texts: readonly Compared[], first: Place, second: Place): number {
  const left = texts[first.text]?.tokens ?? [];
  const right = texts[second.text]?.tokens ?? [];
  const most = first.text === second.text ? second.token - first.token : Number.POSITIVE_INFINITY;
  let length = 0;
  while (length < most && first.token + length < left.length && second.token + length < right.length) {
    if (left[first.token + length]?.word !== right[second.token + length]?.word) break;
    length++;
  }
  return length;
}

function stretch({ id, tokens }: Compared, from: number, length: number): TextStretch {
  return { id, start: tokens[from]?.start ?? 0, end: tokens[from + length - 1]?.end ?? 0 };
}

/** The longest runs of the same words that begin at shingles which stand in few places. */
function passagesOf(texts: readonly Compared[], places: ReadonlyMap<string, readonly Place[]>): RepeatedPassage[] {
  const found: RepeatedPassage[] = [];
  /** For each pair of texts and distance between them, up to where a run has been told. */
  const told = new Map<string, number>();
  texts.forEach(({ shingles }, text) => {
    shingles.forEach((shingle, token) => {
      const others = shingle === undefined ? [] : (places.get(shingle) ?? []);
      if (others.length < 2 || others.length > COMMON) return;
      for (const other of others) {
        if (other.text < text || (other.text === text && other.token <= token)) continue;
        const key = `${text} ${other.text} ${other.token - token}`;
        if ((told.get(key) ?? -1) >= token) continue;
        const length = runLength(texts, { text, token }, other);
        told.set(key, token + length - 1);
        const [left, right] = [texts[text], texts[other.text]];
        if (left === undefined || right === undefined) continue;
        found.push({ first: stretch(left, token, length), second: stretch(right, other.token, length), length });
      }
    });
  });
  return found;
}

function overlapsOf(texts: readonly Compared[]): TextOverlap[] {
  const sets = texts.map(({ id, shingles }) => ({ id, set: new Set(shingles.filter((one) => one !== undefined)) }));
  const shared = new Map<string, number>();
  const holders = new Map<string, number[]>();
  sets.forEach(({ set }, index) => {
    for (const shingle of set) {
      const before = holders.get(shingle) ?? [];
      for (const other of before.slice(0, COMMON)) {
        const key = `${other} ${index}`;
        shared.set(key, (shared.get(key) ?? 0) + 1);
      }
      holders.set(shingle, [...before, index]);
    }
  });
  return [...shared].flatMap(([key, both]) => {
    const [first, second] = key.split(" ").map((index) => sets[Number(index)]);
    if (first === undefined || second === undefined) return [];
    const shorter = Math.min(first.set.size, second.set.size);
    const alike = both / (first.set.size + second.set.size - both);
    return [{ first: first.id, second: second.id, alike, contained: both / shorter }];
  });
}

/**
 * What stands more than once in texts: passages of eight words or more (in Korean and Chinese, sixteen characters) that two
 * of them share or one holds twice, and how much each pair has in common. Capitals, punctuation and spaces do not count.
 * @example
 * repetitionOf([{ id: "a", text: "They were paid one hundred dollars in the end." }, { id: "b", text: "Indeed, they were paid one hundred dollars in the END, he said." }]).passages[0]?.length // => 9
 */
export function repetitionOf(texts: readonly ComparedText[]): Repetition {
  const compared = texts.map(({ id, text }): Compared => {
    const tokens = tokensOf(text);
    return { id, tokens, shingles: shinglesOf(tokens) };
  });
  const passages = passagesOf(compared, placesOf(compared));
  const overlaps = overlapsOf(compared).filter(({ contained }) => contained >= LEAST_OVERLAP);
  return {
    passages: passages.toSorted((left, right) => right.length - left.length),
    overlaps: overlaps.toSorted((left, right) => right.alike - left.alike),
  };
}
