import { type Scan, tokenAt } from "./reading.ts";
import type { Token } from "./tokens.ts";

/** More words than this between two page numbers end a table of contents, and fewer pages than this make none. */
const LONGEST_TITLE = 34;
const FEWEST_PAGES = 3;

function isHeading(token: Token): boolean {
  return token.lower === "contents" && token.capital;
}

/** A number of a page: bare, no smaller than the page before, with a title, another number or nothing after it. */
function isPage(token: Token, next: Token | undefined, page: number): boolean {
  const { kind, value = -1, decimals, grouped } = token;
  if (kind !== "number" || grouped || decimals > 0 || value < page || value > 999) return false;
  return next === undefined || next.kind === "number" || next.line || next.capital || next.lower === ".";
}

/** The numbers of one table of contents, of pages and sections, from its heading on. */
function pagesFrom(reading: Scan, heading: number): { readonly pages: number; readonly tokens: readonly number[] } {
  const tokens: number[] = [];
  let [pages, page, last] = [0, 1, heading];
  for (let index = heading + 1; index - last <= LONGEST_TITLE; index++) {
    const token = tokenAt(reading, index);
    if (token === undefined) break;
    if (token.kind !== "number") continue;
    const next = tokenAt(reading, index + 1);
    // What begins a line, or stands right after a page, numbers a section: "14 2. Background", "15 4.1 Findings".
    const isSection = (token.line || tokens.at(-1) === index - 1) && !token.grouped && next?.capital === true;
    if (isSection || (next?.lower === "." && tokens.at(-1) === index - 1)) tokens.push(index);
    else if (isPage(token, next, page)) {
      tokens.push(index);
      page = token.value ?? page;
      pages++;
      last = index;
    }
  }
  return { pages, tokens };
}

/**
 * The tokens of numbers of pages and sections in the tables of contents of a text.
 * @example
 * contentsPages({ text: "", tokens: [], meter: { steps: 0 } }) // => []
 */
export function contentsPages(reading: Scan): readonly number[] {
  const found: number[] = [];
  for (const [index, token] of reading.tokens.entries()) {
    if (!isHeading(token) || index <= (found.at(-1) ?? -1)) continue;
    const { pages, tokens } = pagesFrom(reading, index);
    if (pages >= FEWEST_PAGES) found.push(...tokens);
  }
  return found;
}
