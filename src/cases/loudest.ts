import { WITNESS_PREFIX } from "../claims/claim.ts";
import type { ClaimView } from "./views.ts";

/** From which probability on a claim is shown as one that conflicts with the account. */
export const CONFLICT_SHOWN_FROM = 0.5;

/**
 * The claims that conflict most with the account, loudest first: by probability of conflict, then by distance. Of copies of
 * one origin that say the same number only the loudest is listed. What a witness says is never put on show here: its place and date
 * were coarsened, so that a conflict may be of our making.
 * @example
 * loudest([], 8) // => []
 */
export function loudest(claims: readonly ClaimView[], count: number): ClaimView[] {
  const seen = new Set<string>();
  return claims
    .filter(
      (view) =>
        !view.claim.statedBy.startsWith(WITNESS_PREFIX) &&
        view.result !== undefined &&
        view.result.unused === undefined &&
        view.result.conflict >= CONFLICT_SHOWN_FROM,
    )
    .sort((a, b) => loudness(b) - loudness(a))
    .filter((view) => {
      const key = `${view.result?.group} ${view.result?.quantity} ${JSON.stringify(view.claim.range)}`;
      if (seen.has(key)) return false;
      seen.add(key);
      return true;
    })
    .slice(0, count);
}

/** Probability in whole hundredths first, distance to break the many ties near one. */
function loudness(view: ClaimView): number {
  return Math.round((view.result?.conflict ?? 0) * 100) * 1000 + Math.min(Math.abs(view.result?.distance ?? 0), 999);
}
