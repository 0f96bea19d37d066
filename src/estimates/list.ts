import type { OriginGroup } from "../claims/origin-group.ts";

/** Standard deviation, on the log or logit scale, of the error that the entries of a list share. */
export const LIST_SD = 0.25;

type Rooted = {
  readonly group: Pick<OriginGroup, "id" | "origin" | "measure">;
  readonly observation: { readonly form: string };
};

/**
 * A look-up of the list that a claim stands in: one origin's numbers on one measure for several places or dates, which err
 * together (rule E31). Logical bounds stand in no list, for what they say holds whatever the list's error.
 * @example
 * listsOf([])({ group: { origin: "a", measure: "workers" }, observation: { form: "value" } }) // => undefined
 */
export function listsOf(observed: readonly Rooted[]): (one: Rooted | undefined) => string | undefined {
  const cells = new Map<string, Set<string>>();
  for (const one of observed) {
    if (!isBound(one)) cells.set(keyOf(one), (cells.get(keyOf(one)) ?? new Set()).add(one.group.id));
  }
  return (one) => (one && !isBound(one) && (cells.get(keyOf(one))?.size ?? 0) > 1 ? keyOf(one) : undefined);
}

function keyOf({ group }: Rooted): string {
  return `${group.origin} · ${group.measure}`;
}

function isBound({ observation }: Rooted): boolean {
  return observation.form === "lower bound" || observation.form === "upper bound";
}

/**
 * The lists that groups stand in, each once, in order.
 * @example
 * listNames([{ list: "b" }, {}, { list: "a" }, { list: "b" }]) // => ["a","b"]
 */
export function listNames(groups: readonly { readonly list?: string }[]): readonly string[] {
  return [...new Set(groups.flatMap(({ list }) => list ?? []))].sort();
}
