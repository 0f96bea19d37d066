/** Where bytes stop being text in UTF-8. */
export interface BrokenUtf8 {
  /** One-based line. */
  readonly row: number;
  /** How many bytes stand before it. */
  readonly offset: number;
  /** The byte itself. */
  readonly byte: number;
}

const LINE_FEED = 0x0a;

/** The first place where the bytes are not UTF-8; absent when they are. */
export function findBrokenUtf8(bytes: Uint8Array): BrokenUtf8 | undefined {
  if (decodes(bytes, false)) return undefined;
  let offset = longestBeginning(bytes);
  // What was begun and not gone on with is where it broke, not the byte that showed it.
  while (offset > 0 && !decodes(bytes.subarray(0, offset), false)) offset -= 1;
  const row = bytes.subarray(0, offset).reduce((lines, byte) => (byte === LINE_FEED ? lines + 1 : lines), 1);
  return { row, offset, byte: bytes[offset] ?? 0 };
}

/** What was expected there, in words. */
export function describeBrokenUtf8({ offset, byte }: BrokenUtf8): string {
  const hex = byte.toString(16).toUpperCase().padStart(2, "0");
  return `text in UTF-8; byte ${offset} (0x${hex}) begins no character: save the file as UTF-8`;
}

/** How many bytes from the start may be the beginning of a text; found by halves. */
function longestBeginning(bytes: Uint8Array): number {
  let good = 0;
  let bad = bytes.length + 1;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (decodes(bytes.subarray(0, middle), true)) good = middle;
    else bad = middle;
  }
  return good;
}

function decodes(bytes: Uint8Array, unfinished: boolean): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes, { stream: unfinished });
    return true;
  } catch {
    return false;
  }
}
