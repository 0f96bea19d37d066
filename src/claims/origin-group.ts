import { parsePeriod } from "../values/period.ts";
import type { Claim } from "./claim.ts";

/**
 * Claims that go back to one root and speak of one measure, place and date: they inform the account once, however many
 * repeat the number.
 */
export interface OriginGroup {
  readonly kind: "origin group";
  /** `<origin> · <measure> · <place> · <date>`. */
  readonly id: string;
  /** Name of the root: the origin that a claim names, or the id of the claim from which the others derive. */
  readonly origin: string;
  readonly measure: string;
  readonly place: string;
  /** EDTF text of the root's period; absent when no member is dated. */
  readonly period?: string;
  /** Ids of its members, in the order of the list. */
  readonly claims: readonly string[];
}

/** The claims under each key, in the order of the list. */
function grouped(claims: readonly Claim[], keyOf: (claim: Claim) => string): ReadonlyMap<string, readonly Claim[]> {
  const groups = new Map<string, Claim[]>();
  for (const claim of claims) {
    const key = keyOf(claim);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [claim]);
    else group.push(claim);
  }
  return groups;
}

/** Every claim's representative: claims that share an origin by any chain share it. */
function unite(claims: readonly Claim[]): (id: string) => string {
  const parent = new Map<string, string>();
  const find = (key: string): string => {
    let root = key;
    for (let up = parent.get(root); up !== undefined; up = parent.get(root)) root = up;
    for (let at = key; at !== root; ) {
      const up = parent.get(at) ?? root;
      parent.set(at, root);
      at = up;
    }
    return root;
  };
  const join = (left: string, right: string) => {
    const [a, b] = [find(left), find(right)];
    if (a !== b) parent.set(a, b);
  };
  const known = new Set(claims.map((claim) => claim.id));
  for (const claim of claims) {
    for (const other of claim.derivedFrom) if (known.has(other)) join(claim.id, other);
    if (claim.origin !== undefined) join(claim.id, `origin ${claim.origin}`);
  }
  return find;
}

/** The name of a family of claims: the first origin that its roots name, else any that is named, else a root's id. */
function nameOf(members: readonly Claim[]): string {
  const known = new Set(members.map((claim) => claim.id));
  const roots = members.filter((claim) => !claim.derivedFrom.some((id) => known.has(id)));
  const named = (claims: readonly Claim[]) => claims.flatMap((claim) => claim.origin ?? []).sort()[0];
  const ids = (roots.length > 0 ? roots : members).map((claim) => claim.id).sort();
  return named(roots) ?? named(members) ?? ids[0] ?? "";
}

/**
 * The origin of every claim, by its id: the name of the root that its number comes from. Claims derived from one another,
 * or that name the same origin, share it.
 * @example
 * [...originOf([])] // => []
 */
export function originOf(claims: readonly Claim[]): ReadonlyMap<string, string> {
  const find = unite(claims);
  const families = grouped(claims, (claim) => find(claim.id));
  const names = new Map([...families].map(([family, members]) => [family, nameOf(members)]));
  return new Map(claims.map((claim) => [claim.id, names.get(find(claim.id)) ?? claim.id]));
}

/** The period of the claim whose number another copies, through all copies of the same measure and place. */
function rootPeriod(claim: Claim, byId: ReadonlyMap<string, Claim>): string | undefined {
  const seen = new Set([claim.id]);
  let root = claim;
  for (;;) {
    const parents = root.derivedFrom.flatMap((id) => byId.get(id) ?? []);
    const copied = parents.find(
      ({ id, measure, place }) => measure === claim.measure && place === claim.place && !seen.has(id),
    );
    if (copied === undefined) return root.period ?? claim.period;
    seen.add(copied.id);
    root = copied;
  }
}

/** What makes two periods the same date: the year of a date, the text of an interval or a decade. */
function dateKey(period: string): string {
  const parsed = parsePeriod(period);
  if (!parsed.ok || parsed.value.kind === "interval" || parsed.value.precision === "decade") return period;
  return String(Math.floor(parsed.value.start ?? 0));
}

/** The dates of one origin's claims on one measure and place; an undated copy has the only date that there is. */
function byDate(members: readonly Claim[], byId: ReadonlyMap<string, Claim>): ReadonlyMap<string, readonly Claim[]> {
  const keyOf = (claim: Claim) => {
    const period = rootPeriod(claim, byId);
    return period === undefined ? undefined : dateKey(period);
  };
  const dates = [...new Set(members.flatMap((claim) => keyOf(claim) ?? []))];
  const undated = dates.length === 1 ? dates[0] : undefined;
  return grouped(members, (claim) => keyOf(claim) ?? undated ?? "undated");
}

/**
 * The origin groups of a list of claims: by origin, measure, place and the root's date, in the order of their first member.
 * @example
 * originGroups([]) // => []
 */
export function originGroups(claims: readonly Claim[]): readonly OriginGroup[] {
  const origins = originOf(claims);
  const byId = new Map(claims.map((claim) => [claim.id, claim]));
  const cellOf = (claim: Claim) => [origins.get(claim.id) ?? claim.id, claim.measure, claim.place].join(" · ");
  const cells = grouped(claims, cellOf);
  return [...cells.values()].flatMap((members) =>
    [...byDate(members, byId)].flatMap(([date, group]): OriginGroup[] => {
      const [first] = group;
      if (first === undefined) return [];
      const period = group.map((claim) => rootPeriod(claim, byId)).find((text) => text !== undefined);
      const { measure, place } = first;
      const origin = origins.get(first.id) ?? first.id;
      const id = [origin, measure, place, date].join(" · ");
      const dated = period === undefined ? {} : { period };
      return [{ kind: "origin group", id, origin, measure, place, ...dated, claims: group.map((claim) => claim.id) }];
    }),
  );
}
