import type { Phrase, PhraseRole } from "./lexicon.ts";
import type { Token } from "./tokens.ts";

/** A text in the course of being read: its tokens, and how many of them were looked at so far. */
export interface Scan {
  readonly text: string;
  readonly tokens: readonly Token[];
  /** Counts the looks at tokens, so that a test can hold the time to be linear. */
  readonly meter: { steps: number };
}

/** A phrase that was found, with the token after it. */
export interface FoundPhrase {
  readonly phrase: Phrase;
  readonly end: number;
}

/**
 * The token at an index; absent before the first and after the last.
 * @example
 * tokenAt({ text: "", tokens: [], meter: { steps: 0 } }, 0) ?? "none" // => "none"
 */
export function tokenAt(reading: Scan, index: number): Token | undefined {
  reading.meter.steps++;
  return reading.tokens[index];
}

/**
 * The lower-case text of the token at an index; empty for a number and outside the text.
 * @example
 * lowerAt({ text: "", tokens: [], meter: { steps: 0 } }, 0) // => ""
 */
export function lowerAt(reading: Scan, index: number): string {
  return tokenAt(reading, index)?.lower ?? "";
}

/**
 * The longest phrase of a role that begins at a token; absent where there is none.
 * @example
 * phraseAt({ text: "", tokens: [], meter: { steps: 0 } }, 0, "opens") ?? "none" // => "none"
 */
export function phraseAt(reading: Scan, index: number, role: PhraseRole): FoundPhrase | undefined {
  const candidates = tokenAt(reading, index)?.use?.phrases[role];
  if (candidates === undefined) return undefined;
  for (const phrase of candidates) {
    if (phrase.rest.every((word, offset) => lowerAt(reading, index + 1 + offset) === word)) {
      return { phrase, end: index + 1 + phrase.rest.length };
    }
  }
  return undefined;
}

/**
 * The first phrase of any of the given roles that begins at a token.
 * @example
 * firstPhrase({ text: "", tokens: [], meter: { steps: 0 } }, 0, ["joins", "pairs"]) ?? "none" // => "none"
 */
export function firstPhrase<Role extends PhraseRole>(
  reading: Scan,
  index: number,
  roles: readonly Role[],
): (FoundPhrase & { readonly role: Role }) | undefined {
  if (tokenAt(reading, index)?.use === undefined) return undefined;
  let best: (FoundPhrase & { readonly role: Role }) | undefined;
  for (const role of roles) {
    const found = phraseAt(reading, index, role);
    if (found !== undefined && (best === undefined || found.end > best.end)) best = { ...found, role };
  }
  return best;
}
