import type { CasePackage } from "../cases/case-package.ts";
import { measureViewsOf, occupationViewsOf, placeViewsOf } from "../cases/measure-views.ts";
import { InputError } from "./exit.ts";
import { evidenceIn } from "./stored-case.ts";

/** Ends the command when a filter names a measure or a place that neither the account nor any claim of the case has, or an occupation that the account has not. */
export function checkFilter(
  pkg: CasePackage,
  { measure, place, occupation }: { readonly measure?: string; readonly place?: string; readonly occupation?: string },
): void {
  const { account } = evidenceIn(pkg);
  const measures = measureViewsOf(account, pkg.claims).map(({ id }) => id);
  const places = placeViewsOf(account).map(({ id }) => id);
  const claimed = pkg.claims.map((claim) => claim.place).filter((id) => id !== "" && !places.includes(id));
  refuseUnknown(`measure in ${pkg.id}`, measures, measure);
  refuseUnknown(`place in ${pkg.id}`, [...places, ...new Set(claimed.sort())], place);
  const works = occupationViewsOf(account).map(({ id }) => id);
  refuseUnknown(`occupation in ${pkg.id}`, ["all", ...works], occupation);
}

function refuseUnknown(what: string, known: readonly string[], asked: string | undefined): void {
  if (asked === undefined || known.includes(asked)) return;
  throw new InputError(`there is no ${what} called "${asked}"; there are: ${known.join(", ")}`);
}
