import type { Mark } from "./marked-text.ts";

const SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
const LONGEST_LABEL = 120;

/** What a page says in words, and where its sections begin. */
export interface MarkupText {
  readonly text: string;
  readonly sections: readonly Mark[];
}

/** Digits as raised digits, so that a footnote mark never becomes part of the number before it. */
export function raised(digits: string): string {
  return digits.replace(/[0-9]/gu, (digit) => SUPERSCRIPTS[Number(digit)] ?? digit);
}

/** The heading of a section as a locator prints it. */
export function shortened(label: string): string {
  const line = label.replace(/\s+/gu, " ").trim();
  return line.length > LONGEST_LABEL ? `${line.slice(0, LONGEST_LABEL - 1)}…` : line;
}

/** Collects words, with the breaks that are due before the next ones. */
export class PageText {
  readonly #pieces: string[] = [];
  readonly #sections: Mark[] = [];
  readonly #cells: boolean[] = [];
  #heading: { readonly piece: number; readonly at: number } | undefined;
  #length = 0;
  #due = 0;
  #space = false;
  #marked = false;

  /** The number or bullet of an item: the item's words follow it on its line. */
  listMark(mark: string): void {
    this.words(mark, false);
    this.#space = true;
    this.#marked = true;
  }

  /** So many line ends are due before the next words; in a cell of data, a space. */
  break(lines: number): void {
    if (this.#marked) return;
    if (this.#cells.at(-1) === true) this.#space = true;
    else this.#due = Math.max(this.#due, lines);
  }

  words(text: string, preformatted: boolean): void {
    const folded = preformatted ? text : text.replace(/[ \t\r\n\f]+/gu, " ");
    const inner = preformatted ? folded : folded.replace(/^ | $/gu, "");
    const opens = !preformatted && folded.startsWith(" ");
    if (inner === "") {
      this.#space ||= opens;
      return;
    }
    this.#start(opens);
    this.#push(inner);
    this.#space = !preformatted && folded.length > 1 && folded.endsWith(" ");
  }

  /** In a cell of data nothing breaks the line; a cell that is there for the layout is as good as a paragraph. */
  openCell(isData: boolean): void {
    this.#cells.push(isData);
    if (!isData) this.break(2);
  }

  closeCell(hasNext: boolean): void {
    const isData = this.#cells.pop();
    if (isData === false) this.break(2);
    else if (hasNext) this.cell();
  }

  /** Between two cells of a row. */
  cell(): void {
    if (this.#due > 0) this.#start(false);
    this.#push("\t");
    this.#space = false;
  }

  /** The words from here to `closeSection` are a heading. */
  openSection(): void {
    this.#start(false);
    this.#heading = { piece: this.#pieces.length, at: this.#length };
  }

  closeSection(): void {
    if (this.#heading === undefined) return;
    const { piece, at } = this.#heading;
    const label = shortened(this.#pieces.slice(piece).join(""));
    if (label !== "") this.#sections.push({ kind: "section", label, at });
    this.#heading = undefined;
  }

  /** Everything that was collected. */
  done(): MarkupText {
    return { text: this.#pieces.join(""), sections: this.#sections };
  }

  #start(opens: boolean): void {
    if (this.#length > 0 && this.#due > 0) this.#push("\n".repeat(this.#due));
    else if (!/^$|[\t\n]$/u.test(this.#pieces.at(-1) ?? "") && (this.#space || opens)) this.#push(" ");
    this.#due = 0;
    this.#space = false;
    this.#marked = false;
  }

  #push(text: string): void {
    this.#pieces.push(text);
    this.#length += text.length;
  }
}
