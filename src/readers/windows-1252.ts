/** What the bytes 80 to 9F are in windows-1252; five of them are nothing. */
const LETTERS = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

/**
 * A text whose control characters from U+0080 to U+009F are the letters that windows-1252 has in their place. No text means
 * those controls; they come from programs, this Node among them, that take windows-1252 for Latin-1. Its length stays.
 */
export function windows1252Letters(text: string): string {
  return text.replace(/[\u0080-\u009f]/gu, (control) => LETTERS[control.charCodeAt(0) - 0x80] ?? control);
}
