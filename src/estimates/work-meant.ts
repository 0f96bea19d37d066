import type { Account, Measure } from "../accounts/account.ts";
import { occupationNamed } from "../accounts/occupation.ts";
import { type Claim, WITNESS_PREFIX } from "../claims/claim.ts";
import type { Target } from "./target.ts";

type WithMeasures = Pick<Account, "measures">;

/**
 * Whether a measure has occupations; a mixture where everything that it may mean has them.
 * @example
 * hasOccupation({ measures: new Map() }, { over: ["place", "occupation"] }) // => true
 */
export function hasOccupation(account: WithMeasures, measure: Measure): boolean {
  if (measure.kind !== "mixed") return measure.over.includes("occupation");
  return measure.readings.every((one) => account.measures.get(one.measure)?.over.includes("occupation"));
}

/**
 * What the word of a claim for its work is to the cells of its measure: absent where it gives none; `cell` where it names an
 * occupation or group of the account; `part` where it names some other part of all work, or the measure has no occupations.
 * @example
 * workOf({ measures: new Map() }, { over: ["place"] }, { occupation: "loggers" }) // => {"kind":"part"}
 */
export function workOf(
  account: WithMeasures & Pick<Account, "occupations" | "occupationGroups">,
  measure: Measure,
  claim: Pick<Claim, "occupation">,
): { readonly kind: "cell"; readonly occupation: string } | { readonly kind: "part" } | undefined {
  if (claim.occupation === undefined) return undefined;
  if (!hasOccupation(account, measure)) return { kind: "part" };
  const occupation = occupationNamed(account, claim.occupation);
  return occupation === undefined ? { kind: "part" } : { kind: "cell", occupation };
}

type WorkMeant = Pick<Target, "occupation" | "isAnyWork">;

/**
 * The occupations that a claim may be about in a measure: the one that it names; all work where it names none; or, for what a
 * witness says of people's pay without an occupation, each alike, for it is left out to protect the witness (rule E20).
 * @example
 * worksMeant({ measures: new Map() }, { over: ["occupation"], combine: "sum" }, { statedBy: "ministry" }) // => [{}]
 */
export function worksMeant(account: Account, measure: Measure, claim: Claim): readonly WorkMeant[] {
  if (!measure.over.includes("occupation")) return [{}];
  const work = workOf(account, measure, claim);
  if (work?.kind === "cell") return [{ occupation: work.occupation }];
  const isLeftOut = work === undefined && measure.combine === "mean" && claim.statedBy.startsWith(WITNESS_PREFIX);
  return isLeftOut ? account.occupations.map(({ id }) => ({ occupation: id, isAnyWork: true })) : [{}];
}
