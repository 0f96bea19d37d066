import type { Account } from "../accounts/account.ts";
import { measuresIn } from "../accounts/formula.ts";
import { parseQuantityId } from "../accounts/quantity-id.ts";
import type { ClaimCheck } from "../estimates/appraisal.ts";
import type { ClaimView } from "./views.ts";

/** A claim that conflicts with the account, with what else was said of the same, and how far out it lies. */
export interface ConflictView {
  readonly view: ClaimView;
  /** Where it lies in what the account without its origin leads one to expect; absent for bounds and for copies. */
  readonly check?: ClaimCheck;
  /** Claims of other origins that stand: on the same quantity or near it, else on what it is computed from; the weightiest first. */
  readonly against: readonly ClaimView[];
}

/** Claims less likely than this to conflict are not shown as conflicts. */
const LEAST = 0.2;
const MOST_AGAINST = 6;
const NEAR_YEARS = 5;

/**
 * The claims that conflict with the account, the worst first, each with the other side.
 * @example
 * conflictsOf({ measures: new Map() }, [], []) // => []
 */
export function conflictsOf(
  account: Pick<Account, "measures">,
  claims: readonly ClaimView[],
  checks: readonly ClaimCheck[],
): readonly ConflictView[] {
  const byClaim = new Map(checks.map((check) => [check.claim, check]));
  const used = claims.filter(({ result }) => result !== undefined && result.unused === undefined);
  const standing = used.filter(({ result }) => (result?.conflict ?? 1) < 0.5);
  return used
    .filter(({ result }) => (result?.conflict ?? 0) >= LEAST)
    .sort(
      (a, b) =>
        (b.result?.conflict ?? 0) - (a.result?.conflict ?? 0) ||
        Math.abs(b.result?.distance ?? 0) - Math.abs(a.result?.distance ?? 0) ||
        (a.claim.id < b.claim.id ? -1 : 1),
    )
    .map((view) => {
      const check = byClaim.get(view.claim.id);
      return { view, ...(check === undefined ? {} : { check }), against: otherSide(account, view, standing) };
    });
}

function otherSide(
  account: Pick<Account, "measures">,
  view: ClaimView,
  standing: readonly ClaimView[],
): readonly ClaimView[] {
  const name = parseQuantityId(view.result?.quantity ?? "");
  const others = standing.filter((other) => originOf(other) !== originOf(view));
  const near = (measures: readonly string[], sameCell: boolean) =>
    others
      .filter(({ result }) => {
        const said = parseQuantityId(result?.quantity ?? "");
        const years = Math.abs((said.year ?? name.year ?? 0) - (name.year ?? said.year ?? 0));
        const isSameCell = said.place === name.place && said.occupation === name.occupation;
        return measures.includes(said.measure) && (!sameCell || isSameCell) && years <= NEAR_YEARS;
      })
      .sort(
        (a, b) =>
          yearsApart(a, name.year) - yearsApart(b, name.year) ||
          (b.result?.weight ?? 0) - (a.result?.weight ?? 0) ||
          (a.claim.id < b.claim.id ? -1 : 1),
      )
      .slice(0, MOST_AGAINST);
  const own = near([name.measure], true);
  if (own.length > 0) return own;
  const measure = account.measures.get(name.measure);
  return measure?.kind === "derived" ? near([...new Set(measuresIn(measure.formula))], false) : [];
}

function yearsApart({ result }: ClaimView, year: number | undefined): number {
  return Math.abs((parseQuantityId(result?.quantity ?? "").year ?? year ?? 0) - (year ?? 0));
}

/** The origin of a claim as its group names it. */
function originOf({ result }: ClaimView): string {
  return result?.group.split(" · ")[0] ?? "";
}
