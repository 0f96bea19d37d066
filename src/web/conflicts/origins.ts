import type { ConflictView } from "../../cases/conflicts.ts";
import type { ClaimView } from "../../cases/views.ts";
import type { OriginInfluence } from "../../estimates/appraisal.ts";
import type { Messages } from "../messages/en.ts";
import { claimFigure } from "../numbers.ts";
import { speakerWords } from "../parts/claim-words.tsx";

/** Conflicts of one origin on one quantity, the worst first. */
export interface OriginConflicts {
  readonly group: string;
  readonly origin: string;
  /** Each number once, with the claims that repeat it. */
  readonly numbers: readonly RepeatedConflict[];
}

/** A claim in conflict, and those of its group that say the very same. */
export interface RepeatedConflict {
  readonly conflict: ConflictView;
  readonly copies: readonly ConflictView[];
}

function grouped(conflicts: readonly ConflictView[], key: (of: ConflictView) => string): Map<string, ConflictView[]> {
  const found = new Map<string, ConflictView[]>();
  for (const conflict of conflicts) found.set(key(conflict), [...(found.get(key(conflict)) ?? []), conflict]);
  return found;
}

/** Conflicts by their origins and quantities, each group where its worst claim stands. */
export function byOrigin(
  conflicts: readonly ConflictView[],
  influence: readonly OriginInfluence[],
): readonly OriginConflicts[] {
  const origins = new Map(influence.flatMap(({ origin, claims }) => claims.map((claim) => [claim, origin] as const)));
  const groups = grouped(conflicts, ({ view }) => view.result?.group ?? view.claim.id);
  return [...groups].map(([group, found]) => ({
    group,
    // The id of a group begins with its origin.
    origin: origins.get(found[0]?.view.claim.id ?? "") ?? group.split(" · ")[0] ?? group,
    numbers: numbersOf(found),
  }));
}

function numbersOf(conflicts: readonly ConflictView[]): readonly RepeatedConflict[] {
  const said = grouped(conflicts, ({ view: { result } }) => `${result?.quantity} ${result?.low} ${result?.high}`);
  return [...said.values()].flatMap(([conflict, ...copies]) => (conflict === undefined ? [] : [{ conflict, copies }]));
}

/** An origin as people call it: by its name, or by the claim that it begins with, who said it, and where. */
export function originWords(origin: string, claims: ReadonlyMap<string, ClaimView>, m: Messages): string {
  const first = claims.get(origin);
  if (first === undefined) return origin;
  return m.quantity([claimFigure(first.claim, m), speakerWords(first.claim.statedBy, m), first.sourceTitle]);
}
