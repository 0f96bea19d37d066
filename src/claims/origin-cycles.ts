import type { Claim } from "./claim.ts";

/**
 * The ids of claims that are derived from themselves, by whatever way round, in the order of the list.
 * @example
 * claimsInCycles([]) // => []
 */
export function claimsInCycles(claims: readonly Claim[]): readonly string[] {
  const byId = new Map(claims.map((claim) => [claim.id, claim]));
  const left = new Map(claims.map((claim) => [claim.id, new Set(claim.derivedFrom.filter((id) => byId.has(id)))]));
  const children = new Map<string, string[]>();
  for (const [id, parents] of left)
    for (const parent of parents) children.set(parent, [...(children.get(parent) ?? []), id]);
  const strip = (next: (id: string) => readonly string[], open: Map<string, Set<string>>) => {
    const queue = [...open].filter(([, needs]) => needs.size === 0).map(([id]) => id);
    for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
      open.delete(id);
      for (const other of next(id)) {
        const needs = open.get(other);
        if (needs?.delete(id) && needs.size === 0) queue.push(other);
      }
    }
  };
  strip((id) => children.get(id) ?? [], left);
  const back = new Map(
    [...left.keys()].map((id) => [id, new Set((children.get(id) ?? []).filter((child) => left.has(child)))]),
  );
  strip((id) => byId.get(id)?.derivedFrom ?? [], back);
  return claims.filter((claim) => back.has(claim.id)).map((claim) => claim.id);
}
