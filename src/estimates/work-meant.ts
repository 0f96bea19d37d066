import type { Account, Measure } from "../accounts/account.ts";
import { type NamedOccupation, occupationNamed } from "../accounts/occupation.ts";
import { type Claim, WITNESS_PREFIX } from "../claims/claim.ts";
import type { Target } from "./target.ts";

type WithMeasures = Pick<Account, "measures">;

/** An occupation that a claim names; none where it names a part of all work that the account knows nothing of. */
export type WorkNamed = NamedOccupation | { readonly kind: "part"; readonly occupation?: undefined };

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
 * occupation or group of the account; `part` where it names a part of one or of all work, or the measure has no occupations.
 * @example
 * workOf({ measures: new Map() }, { over: ["place"] }, { occupation: "loggers" }) // => {"kind":"part"}
 */
export function workOf(
  account: WithMeasures & Pick<Account, "occupations" | "occupationGroups">,
  measure: Measure,
  claim: Pick<Claim, "occupation">,
): WorkNamed | undefined {
  if (claim.occupation === undefined) return undefined;
  if (!hasOccupation(account, measure)) return { kind: "part" };
  return occupationNamed(account, claim.occupation) ?? { kind: "part" };
}

type WorkMeant = Pick<Target, "occupation" | "isAnyWork">;

/**
 * The occupations that a claim may be about in a measure: the one that it names, or names a part of; all work where it names
 * none; or, for what a witness says of people's pay without an occupation, each alike, for it is left out to protect the witness
 * (rule E20).
 * @example
 * worksMeant({ measures: new Map() }, { over: ["occupation"], combine: "sum" }, { statedBy: "ministry" }) // => [{}]
 */
export function worksMeant(account: Account, measure: Measure, claim: Claim): readonly WorkMeant[] {
  if (!measure.over.includes("occupation")) return [{}];
  const work = workOf(account, measure, claim);
  if (work) return [work.occupation === undefined ? {} : { occupation: work.occupation }];
  const isLeftOut = measure.combine === "mean" && claim.statedBy.startsWith(WITNESS_PREFIX);
  return isLeftOut ? account.occupations.map(({ id }) => ({ occupation: id, isAnyWork: true })) : [{}];
}
