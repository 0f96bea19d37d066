import type { Span90 } from "../../estimates/appraisal.ts";
import type { ClaimResult } from "../../estimates/estimate.ts";
import type { Interval } from "./props.ts";
import { chooseScale, linearScale, logScale, type Scale } from "./scale.ts";

/** Height of one line, in pixels. */
export const ROW = 22;

interface Line {
  readonly id: string;
  /** Printed left of the line. */
  readonly label?: string;
}

/** One line of a comparison: an interval, or a claim on its stated range. */
export type CompareRow =
  | (Line & {
      readonly kind: "span";
      readonly span: Span90 & Partial<Interval>;
      /** What was before, in grey. */
      readonly before?: boolean;
    })
  | (Line & { readonly kind: "claim"; readonly result: ClaimResult });

function ends(row: CompareRow): readonly number[] {
  if (row.kind === "span") return [row.span.q05, row.span.q95];
  const { low, center, high } = row.result;
  return [low, center, high];
}

interface Room {
  readonly range: [number, number];
  /** Whether the axis is printed: it then starts from zero; else the lines fill the room. */
  readonly axis: boolean;
}

/**
 * The axis that all lines of a comparison share, logarithmic where they span more than a factor of twenty.
 * @example
 * compareScale([{ kind: "span", id: "a", span: { median: 2, q05: 1, q95: 100 } }], "person", { range: [0, 100], axis: true }).kind // => "log"
 */
export function compareScale(rows: readonly CompareRow[], unit: string, { range, axis }: Room): Scale {
  const values = rows.flatMap(ends);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const ticks = Math.max(2, Math.floor((range[1] - range[0]) / 70));
  if (unit !== "share" && chooseScale("auto", values) === "log") return logScale([low / 1.4, high * 1.4], range, ticks);
  const room = (high - low) * 0.05;
  return linearScale(axis ? [Math.min(0, low), high * 1.05] : [low - room, high + room], range, ticks);
}
