import type { Account } from "../accounts/account.ts";
import { measuresIn } from "../accounts/formula.ts";
import { narrowTo } from "../accounts/narrow-to.ts";
import { partsOf } from "../accounts/parts-of.ts";
import { parseQuantityId, type QuantityName, quantityId } from "../accounts/quantity-id.ts";
import type { EvidenceGroup } from "./evidence-group.ts";
import { yearsOfAccount } from "./reported.ts";
import { claimsOfGroup, quantityOfTarget, spreadAround } from "./spoken-of.ts";

/** What the estimate of a quantity rests on directly. */
export interface Support {
  readonly claims: number;
  readonly origins: number;
  readonly carriedByPrior: boolean;
}

/** A cell within this many years of a claim is not carried by its prior. */
const NEAR = 3;

/**
 * A look-up of what every quantity rests on directly: claims, independent origins, and whether no claim is within three years
 * (rule E15).
 * @example
 * supportOf({ measures: new Map(), places: [], regions: [] }, [])({ measure: "x" }).claims // => 0
 */
export function supportOf(account: Account, groups: readonly EvidenceGroup[]): (name: QuantityName) => Support {
  const direct = directEvidence(account, groups);
  const spokenOf = new Set(
    groups.flatMap((group) => [...meantTargets(group).flatMap(quantitiesOfTarget), ...spreadsOf(account, group)]),
  );
  const cells = new Map<string, boolean>();
  const isCarried = (name: QuantityName): boolean => {
    const id = quantityId(name);
    const known = cells.get(id);
    if (known !== undefined) return known;
    const carried = !near(account, spokenOf, name) && restIsCarried(account, name, isCarried);
    cells.set(id, carried);
    return carried;
  };
  return (name) => {
    const own = direct.get(quantityId(name));
    return { claims: own?.claims.size ?? 0, origins: own?.origins.size ?? 0, carriedByPrior: isCarried(name) };
  };
}

/**
 * The ids of the quantities that groups may speak of.
 * @example
 * claimedQuantities([{ targets: [{ measure: "months", when: { kind: "always" } }] }]).has("months") // => true
 */
export function claimedQuantities(groups: readonly Pick<EvidenceGroup, "targets">[]): ReadonlySet<string> {
  return new Set(groups.flatMap((group) => group.targets.map(quantityOfTarget)));
}

interface Direct {
  readonly claims: Set<string>;
  readonly origins: Set<string>;
}

function directEvidence(account: Account, groups: readonly EvidenceGroup[]): ReadonlyMap<string, Direct> {
  const found = new Map<string, Direct>();
  for (const group of groups) {
    for (const id of new Set([...meantTargets(group).map(quantityOfTarget), ...spreadsOf(account, group)])) {
      const direct = found.get(id) ?? { claims: new Set(), origins: new Set() };
      for (const claim of claimsOfGroup(group)) direct.claims.add(claim);
      direct.origins.add(group.origin);
      found.set(id, direct);
    }
  }
  return found;
}

/** The targets of a group that it may well mean: those of some weight, or all where none has much. */
function meantTargets(group: EvidenceGroup): EvidenceGroup["targets"] {
  const most = Math.max(...group.targets.map((target) => target.weight));
  return group.targets.filter((target) => target.weight >= Math.min(0.2, most));
}

/** How far people spread, where the words of a group say that as well ("150 to 300"). */
function spreadsOf(account: Account, group: EvidenceGroup): readonly string[] {
  if (group.form !== "spread") return [];
  return meantTargets(group).flatMap((target) => {
    const spread = spreadAround(account, parseQuantityId(quantityOfTarget(target)));
    return spread ? [quantityId(spread)] : [];
  });
}

/** The quantities that a target speaks of: every year of an interval, both years around a month. */
function quantitiesOfTarget(target: EvidenceGroup["targets"][number]): readonly string[] {
  const { when } = target;
  const at = (year: number) => quantityOfTarget({ ...target, when: { kind: "year", year } });
  if (when.kind === "mean") return when.years.map(({ year }) => at(year));
  return when.kind === "between" ? [at(when.year), at(when.year + 1)] : [quantityOfTarget(target)];
}

function near(account: Account, spokenOf: ReadonlySet<string>, name: QuantityName): boolean {
  const { year } = name;
  if (year === undefined) return spokenOf.has(quantityId(name));
  return yearsOfAccount(account).some(
    (other) => Math.abs(other - year) <= NEAR && spokenOf.has(quantityId({ ...name, year: other })),
  );
}

/** Without a claim of its own a region or all work is carried when all its parts are, an identity when all its inputs are. */
function restIsCarried(account: Account, name: QuantityName, isCarried: (name: QuantityName) => boolean): boolean {
  const measure = account.measures.get(name.measure);
  const parts = measure && partsOf(account, measure, name);
  if (parts) return parts.every(isCarried);
  if (measure?.kind !== "derived") return true;
  return measuresIn(measure.formula).every((id) => {
    const input = account.measures.get(id);
    return input === undefined || isCarried(narrowTo(input, name));
  });
}

/**
 * Share of the sum of a region or of all work that stands in parts which the prior carries; absent for a cell.
 * @example
 * carriedShare({ measures: new Map() }, "workers.RU.2012", () => 0, () => true) // => undefined
 */
export function carriedShare(
  account: Account,
  quantity: string,
  medianOf: (quantity: string) => number,
  isCarried: (name: QuantityName) => boolean,
): number | undefined {
  const name = parseQuantityId(quantity);
  const measure = account.measures.get(name.measure);
  const cells = measure && partsOf(account, measure, name);
  if (!cells) return undefined;
  const total = cells.reduce((sum, cell) => sum + medianOf(quantityId(cell)), 0);
  const carried = cells.filter(isCarried).reduce((sum, cell) => sum + medianOf(quantityId(cell)), 0);
  return total > 0 ? carried / total : undefined;
}
