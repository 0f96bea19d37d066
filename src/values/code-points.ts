/** True when the UTF-16 unit at `index` opens a surrogate pair, which is one code point. */
function opensPair(text: string, index: number): boolean {
  const unit = text.charCodeAt(index);
  if (unit < 0xd800 || unit > 0xdbff) return false;
  const next = text.charCodeAt(index + 1);
  return next >= 0xdc00 && next <= 0xdfff;
}

/**
 * The number of Unicode code points in a text; a surrogate without its partner counts as one.
 * @example
 * codePointLength("a😀b") // => 3
 */
export function codePointLength(text: string): number {
  let count = 0;
  for (let index = 0; index < text.length; count++) index += opensPair(text, index) ? 2 : 1;
  return count;
}

/**
 * The UTF-16 index at which the code point of a given number begins; the text's length when it has fewer.
 * @example
 * utf16Index("a😀b", 2) // => 3
 */
export function utf16Index(text: string, codePoint: number): number {
  let index = 0;
  for (let count = 0; count < codePoint && index < text.length; count++) index += opensPair(text, index) ? 2 : 1;
  return index;
}

/**
 * The number of code points before a UTF-16 index; an index inside a pair counts the pair.
 * @example
 * codePointIndex("a😀b", 3) // => 2
 */
export function codePointIndex(text: string, utf16: number): number {
  let count = 0;
  for (let index = 0; index < utf16 && index < text.length; count++) index += opensPair(text, index) ? 2 : 1;
  return count;
}

/**
 * The part of a text from one code point to another, end exclusive.
 * @example
 * codePointSlice("a😀bc", 1, 3) // => "😀b"
 */
export function codePointSlice(text: string, start: number, end: number): string {
  const from = utf16Index(text, start);
  const rest = text.slice(from, from + 2 * Math.max(0, end - start));
  return rest.slice(0, utf16Index(rest, end - start));
}

/** Where each code point of a text begins, counted both ways. */
export interface CodePointMap {
  /** The UTF-16 index at which a code point begins; the text's length beyond its end. */
  readonly utf16: (codePoint: number) => number;
  /** The number of code points before a UTF-16 index; an index inside a pair counts the pair. */
  readonly codePoint: (utf16: number) => number;
}

/**
 * Both counts of a text's positions, after one walk through it; each look-up then takes no longer in a longer text.
 * @example
 * codePointMap("a😀b").utf16(2) // => 3
 */
export function codePointMap(text: string): CodePointMap {
  if (!/[\ud800-\udbff]/.test(text)) {
    const within = (index: number) => Math.max(0, Math.min(index, text.length));
    return { utf16: within, codePoint: within };
  }
  const starts: number[] = [];
  const counts = new Uint32Array(text.length + 1);
  for (let index = 0; index < text.length; ) {
    const next = index + (opensPair(text, index) ? 2 : 1);
    starts.push(index);
    for (let at = index + 1; at <= next; at++) counts[at] = starts.length;
    index = next;
  }
  return {
    utf16: (codePoint) => starts[Math.max(0, codePoint)] ?? text.length,
    codePoint: (utf16) => counts[Math.max(0, Math.min(utf16, text.length))] ?? 0,
  };
}
