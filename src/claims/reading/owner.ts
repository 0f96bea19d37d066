import { lowerAt, type Scan } from "./reading.ts";

const POSSESSIVES = new Set(["his", "her", "their", "my", "our", "your"]);
const PARTS_OF_DECADE = new Set(["mid", "late", "early", "-"]);

/**
 * Whether the word before a decade of age says whose it is: "her" 40s, "his mid-" 30s.
 * @example
 * isOwner({ text: "", tokens: [], meter: { steps: 0 } }, 0) // => false
 */
export function isOwner(reading: Scan, last: number): boolean {
  let index = last;
  while (index > last - 3 && PARTS_OF_DECADE.has(lowerAt(reading, index))) index--;
  return POSSESSIVES.has(lowerAt(reading, index));
}
