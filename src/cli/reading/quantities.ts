import type { Quantity } from "../../claims/quantity.ts";
import { readQuantities } from "../../claims/read-quantities.ts";
import { partAt } from "../../sources/document-part.ts";
import { codePointSlice } from "../../values/code-points.ts";
import { boundsOf } from "../../values/range.ts";
import type { ReadFile } from "./read-files.ts";

/** The names of units for pipes, by what is counted or measured. */
function unitOf({ kind, unit }: Quantity): string {
  if (kind === "money" || kind === "share" || kind === "duration" || kind === "age") return kind;
  if (kind === "time of day") return "hours";
  if (kind === "count") return unit === "persons" ? "persons" : "count";
  return "other";
}

/** The quantities of a document as data, one record each, with the part in which each stands; open bounds are null. */
export function quantitiesIn({ file, document }: ReadFile) {
  return readQuantities(document.text).map((quantity) => {
    const { start, end, range, approximate, vague, currency, per, kind, unit } = quantity;
    const { low = null, high = null } = boundsOf(range);
    return {
      file,
      start,
      end,
      text: codePointSlice(document.text, start, end),
      part: partAt(document.parts, start)?.label,
      low,
      high,
      approximate,
      vague,
      unit: unitOf(quantity),
      currency,
      per,
      durationUnit: kind === "duration" ? unit : undefined,
    };
  });
}
