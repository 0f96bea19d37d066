import type { ClaimView } from "../../cases/views.ts";
import type { Estimate } from "../../estimates/estimate.ts";
import { isConflict } from "./fan-claims.ts";
import { type ForestSection, type HeldClaim, isUsed, originOf } from "./forest-sections.ts";
import { wrapped } from "./text-width.ts";

/** A claim's rows of words, before they have a place. */
export interface ForestWords {
  readonly title: string;
  readonly detail: string;
  readonly verdict: string;
}

/** A claim's row in the forest, in pixels from the top of the rows. */
export interface ForestRow extends HeldClaim {
  readonly top: number;
  readonly height: number;
  /** Where the claim's circle is drawn. */
  readonly y: number;
  /** Where the interval of its own estimate is drawn. */
  readonly estimateY: number;
  /** Where its words begin. */
  readonly wordsTop: number;
  /** The estimate in words, in the first row of each quantity. */
  readonly head: readonly string[];
  readonly title: readonly string[];
  readonly detail: readonly string[];
  readonly verdict: readonly string[];
}

/** A heading over rows. */
export interface ForestHeading {
  readonly section: ForestSection;
  readonly top: number;
  readonly folded: boolean;
}

/** Rows and headings in their places. */
export interface ForestColumn {
  readonly rows: readonly ForestRow[];
  readonly headings: readonly ForestHeading[];
  readonly height: number;
}

/** A bracket over the rows of one origin. */
export interface ForestBracket {
  readonly group: string;
  readonly from: number;
  readonly to: number;
}

/** What the rows are laid out with. */
export interface RowOptions {
  /** Width of the words. */
  readonly width: number;
  /** Words above the marks rather than beside them. */
  readonly stacked: boolean;
  /** Each row has the estimate of its own quantity; otherwise one estimate stands over all. */
  readonly own: boolean;
  readonly words: (held: HeldClaim) => ForestWords;
  readonly head: (held: HeldClaim) => string;
  readonly folded: ReadonlySet<string>;
}

const LINE = 17;
const GAP = 14;

/** Height of a heading with the space around it. */
export const HEADING = 40;

/** Brackets over neighbouring rows that share an origin. */
export function forestBrackets(rows: readonly ForestRow[]): ForestBracket[] {
  const brackets: { group: string; from: number; to: number; rows: number }[] = [];
  for (const row of rows) {
    const group = originOf(row.view);
    const open = brackets.at(-1);
    if (open?.group === group) {
      open.to = row.y;
      open.rows += 1;
    } else {
      brackets.push({ group, from: row.y, to: row.y, rows: 1 });
    }
  }
  return brackets.filter(({ rows: count }) => count > 1).map(({ group, from, to }) => ({ group, from, to }));
}

/** A claim in conflict this many times beyond all that fits is pointed at from the edge, so that it does not squeeze the rest. */
const FAR = 100;

/** The values that the axis must hold: the estimates, the claims that fit and those in conflict that are not far beyond them. */
export function forestExtent(estimates: readonly Estimate[], claims: readonly ClaimView[]): number[] {
  const ends = (wrong: boolean): number[] =>
    claims.flatMap(({ result }) => {
      if (result === undefined || result.unused !== undefined || isConflict(result) !== wrong) return [];
      return [result.low, result.center, result.high].filter(Number.isFinite);
    });
  const sound = [...estimates.flatMap(({ q05, q95 }) => [q05, q95]), ...ends(false)].filter(Number.isFinite);
  if (sound.length === 0) return ends(true);
  const [low, high] = [Math.min(...sound), Math.max(...sound)];
  const near = (value: number): boolean => low <= 0 || (value >= low / FAR && value <= high * FAR);
  return [...sound, ...ends(true).filter(near)];
}

/** Whether a section has a heading: what is not used has one, and a place among several. */
export function isHeaded(section: ForestSection, sections: readonly ForestSection[]): boolean {
  return section.kind === "unused" || sections.filter(({ kind }) => kind === "held").length > 1;
}

function layoutRow(held: HeldClaim, top: number, first: boolean, options: RowOptions): ForestRow {
  const { width, stacked } = options;
  const said = options.words(held);
  const head = options.own && first ? wrapped(options.head(held), 13, width, 1) : [];
  const title = wrapped(said.title, 13, width, 1);
  const detail = wrapped(said.detail, 12, width, 3);
  const verdict = wrapped(said.verdict, 12, width, 2);
  const wordsTop = top + LINE * head.length;
  const lines = LINE * (title.length + detail.length + verdict.length);
  const drawn = isUsed(held.view);
  const track = stacked && drawn ? (options.own ? 30 : 20) : 0;
  const y = stacked ? wordsTop + lines + 14 : wordsTop + 10;
  const height = wordsTop - top + lines + GAP + track;
  return { ...held, top, height, y, estimateY: y + 13, wordsTop, head, title, detail, verdict };
}

/** The rows with their words in lines, below one another, under their headings; those of folded sections left out. */
export function forestColumn(sections: readonly ForestSection[], options: RowOptions): ForestColumn {
  const rows: ForestRow[] = [];
  const headings: ForestHeading[] = [];
  let top = 0;
  for (const section of sections) {
    const folded = options.folded.has(section.id);
    if (isHeaded(section, sections)) {
      headings.push({ section, top, folded });
      top += HEADING;
    }
    let before: string | undefined;
    for (const held of folded ? [] : section.held) {
      const quantity = isUsed(held.view) ? held.view.result?.quantity : undefined;
      const row = layoutRow(held, top, quantity !== undefined && quantity !== before, options);
      before = quantity;
      rows.push(row);
      top += row.height;
    }
  }
  return { rows, headings, height: top };
}
