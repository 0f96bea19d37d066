const NARROW = /[ilj.,:;'|!()[\]tfr\u202f\u2009 ]/;
const WIDE = /[mwMW%@]/;
const FULL = /[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uff60]/;

function characterWidth(character: string): number {
  if (FULL.test(character)) return 0.98;
  if (NARROW.test(character)) return 0.33;
  if (WIDE.test(character)) return 0.88;
  if (/[A-Z]/.test(character)) return 0.69;
  return 0.59;
}

/**
 * About how many pixels a text takes in the sans font at a size, without asking the page.
 * @example
 * textWidth("", 12) // => 0
 */
export function textWidth(text: string, size: number): number {
  let width = 0;
  for (const character of text) width += characterWidth(character);
  return width * size;
}

/**
 * The text, cut with an ellipsis where it would be wider than `width` pixels.
 * @example
 * truncated("short", 12, 200) // => "short"
 */
export function truncated(text: string, size: number, width: number): string {
  if (textWidth(text, size) <= width) return text;
  const characters = [...text];
  while (characters.length > 0 && textWidth(`${characters.join("").trimEnd()}…`, size) > width) characters.pop();
  return `${characters.join("").trimEnd()}…`;
}

/**
 * The text in lines of at most `width` pixels, broken at spaces; what does not fit in `most` lines is cut.
 * @example
 * wrapped("one two", 10, 20, 2) // => ["one", "two"]
 */
export function wrapped(text: string, size: number, width: number, most: number): string[] {
  const lines: string[] = [];
  let line = "";
  const words = text.split(" ").filter((word) => word !== "");
  for (const [index, word] of words.entries()) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line === "" || textWidth(longer, size) <= width) {
      line = longer;
    } else if (lines.length === most - 1) {
      return [...lines, truncated([line, ...words.slice(index)].join(" "), size, width)];
    } else {
      lines.push(truncated(line, size, width));
      line = word;
    }
  }
  return line === "" ? lines : [...lines, truncated(line, size, width)];
}
