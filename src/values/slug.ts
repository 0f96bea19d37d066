/** Lower-case letters and digits in words joined by hyphens. */
export const SLUG_PATTERN = "^[a-z0-9]+(-[a-z0-9]+)*$";

const slug = new RegExp(SLUG_PATTERN, "u");

/**
 * Whether a text can be the id of a case, source, party or policy: at most 64 lower-case letters, digits and hyphens.
 * @example
 * [isSlug("nksc-2012"), isSlug("NKSC 2012"), isSlug("-a")] // => [true, false, false]
 */
export function isSlug(text: string): boolean {
  return text.length <= 64 && slug.test(text);
}
