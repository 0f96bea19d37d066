/** A stretch of words, at UTF-16 indices. */
export interface WordStretch {
  readonly start: number;
  readonly end: number;
}

/**
 * How far a stretch of words is from a number, in characters; each mark or number between them makes it farther.
 * @example
 * farness({ start: 0, end: 4 }, { words: "2012: 500", at: 6, to: 9 }) // => 27
 */
export function farness(
  stretch: WordStretch,
  { words, at, to }: { readonly words: string; readonly at: number; readonly to: number },
): number {
  const [from, until] = stretch.end <= at ? [stretch.end, at] : [to, stretch.start];
  const between = words.slice(from, Math.max(from, until));
  const marks = between.match(/[;,，；:]|\d+|\s(?:but|and|и|а)\s/gu)?.length ?? 0;
  return between.length + 25 * marks;
}
