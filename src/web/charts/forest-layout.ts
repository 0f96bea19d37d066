import type { ClaimView } from "../../cases/views.ts";
import type { Estimate } from "../../estimates/estimate.ts";
import { wrapped } from "./text-width.ts";

/** A claim's rows of words, before they have a place. */
export interface ForestWords {
  readonly title: string;
  readonly detail: string;
  readonly verdict: string;
}

/** A claim's row in the forest, in pixels from the top of the rows. */
export interface ForestRow {
  readonly view: ClaimView;
  readonly top: number;
  readonly height: number;
  /** Where its interval is drawn. */
  readonly y: number;
  readonly title: readonly string[];
  readonly detail: readonly string[];
  readonly verdict: readonly string[];
}

/** A bracket over the rows of one origin. */
export interface ForestBracket {
  readonly group: string;
  readonly from: number;
  readonly to: number;
}

function groupOf(view: ClaimView): string {
  return view.result?.group ?? view.claim.id;
}

function heaviest(views: readonly ClaimView[]): number {
  return Math.max(...views.map((view) => view.result?.weight ?? -1));
}

/** The claims in order of reading: origins with the most weight first, those of one origin together, unused ones last. */
export function forestOrder(claims: readonly ClaimView[]): ClaimView[] {
  const groups = [...new Set(claims.map(groupOf))].map((group) => ({
    group,
    views: claims
      .filter((view) => groupOf(view) === group)
      .toSorted((a, b) => heaviest([b]) - heaviest([a]) || a.claim.id.localeCompare(b.claim.id)),
  }));
  const rank = ({ views }: { readonly views: readonly ClaimView[] }): number =>
    views.every((view) => view.result === undefined || view.result.unused !== undefined) ? -2 : heaviest(views);
  return groups.toSorted((a, b) => rank(b) - rank(a) || a.group.localeCompare(b.group)).flatMap(({ views }) => views);
}

/** Brackets over neighbouring rows that share an origin. */
export function forestBrackets(rows: readonly ForestRow[]): ForestBracket[] {
  const brackets: { group: string; from: number; to: number; rows: number }[] = [];
  for (const row of rows) {
    const group = groupOf(row.view);
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

/** The values that the axis must hold: the estimate and every claim that is drawn. */
export function forestExtent(estimate: Estimate | undefined, claims: readonly ClaimView[]): number[] {
  const ends = claims.flatMap(({ result }) =>
    result === undefined || result.unused !== undefined ? [] : [result.low, result.center, result.high],
  );
  return [...(estimate === undefined ? [] : [estimate.q05, estimate.q95]), ...ends].filter(Number.isFinite);
}

const LINE = 17;
const GAP = 14;

/** The rows with their words in lines of `width` pixels; beside the plot, or above it when `stacked`. */
export function forestRows(
  claims: readonly ClaimView[],
  words: (view: ClaimView) => ForestWords,
  options: { readonly width: number; readonly stacked: boolean },
): ForestRow[] {
  let top = 0;
  return claims.map((view) => {
    const said = words(view);
    const title = wrapped(said.title, 13, options.width, 1);
    const detail = wrapped(said.detail, 12, options.width, 2);
    const verdict = wrapped(said.verdict, 12, options.width, 2);
    const lines = LINE * (title.length + detail.length + verdict.length);
    const height = lines + GAP + (options.stacked ? 20 : 0);
    const y = options.stacked ? top + lines + 14 : top + 10;
    const row = { view, top, height, y, title, detail, verdict };
    top += height;
    return row;
  });
}
