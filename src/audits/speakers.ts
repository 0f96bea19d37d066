import type { Claim } from "../claims/claim.ts";

/** Words that stand where a name should. */
const NOBODY =
  /\b(?:unnamed|unidentified|anonymous|unknown|others|some|several|sources?|officials?|interviewees?|experts?|observers?|reports?|insiders?)\b/i;
/** An office, an outlet or a name makes it somebody after all. */
const SOMEBODY = /\([^)]*\)|\p{Lu}\p{L}+ \p{Lu}\p{L}+/u;

/**
 * Whether a claim's speaker is nobody in particular: "unnamed source", "two officials". A witness has a letter and is somebody.
 * @example
 * ["unnamed source", "two officials", "Marzuki Darusman (UN)", "witness:a-m"].map((statedBy) => isUnnamed({ statedBy })) // => [true,true,false,false]
 */
export function isUnnamed({ statedBy }: Pick<Claim, "statedBy">): boolean {
  if (statedBy.startsWith("witness:")) return false;
  return statedBy.includes("unnamed") || (NOBODY.test(statedBy) && !SOMEBODY.test(statedBy));
}
