import type { MovedFigure } from "../../estimates/appraisal.ts";
import type { Messages } from "../messages/en.ts";

/** Below this many standard deviations a figure is said to stay. */
const STAYS = 0.1;

/** A change smaller than this share of the figure is not told either. */
const SMALL = 0.01;

/** How a figure moves, for a stranger to statistics: `rises by 31%`, `hardly moves`. */
export function movedWords({ now, without, shift }: MovedFigure, unit: string, m: Messages): string {
  const by = without.median - now.median;
  const share = Math.abs(by) / now.median;
  if (Math.abs(shift) < STAYS || share < SMALL) return m.whatIf.stays;
  const size =
    unit === "share"
      ? m.whatIf.points(String(Number(Math.abs(by * 100).toPrecision(2))))
      : `${Math.round(share * 100)}%`;
  return by > 0 ? m.whatIf.rises(size) : m.whatIf.falls(size);
}
