import type { Account } from "../accounts/account.ts";
import type { Claim } from "../claims/claim.ts";
import type { Source } from "../sources/source.ts";
import { sha256Hex } from "../values/digest.ts";

/** Changes when the method does, so that estimates drawn by an older one count as stale. */
export const METHOD = "spine-5";

/**
 * The digest of everything that a reconciliation depends on: the method, the account, and what claims and grades say; notes
 * and paraphrases do not count.
 * @example
 * inputDigest({ account: { measures: new Map(), occupations: [] }, claims: [], sources: [] }).length // => 64
 */
export function inputDigest(input: {
  readonly account: Account;
  readonly claims: readonly Claim[];
  readonly sources: readonly Source[];
}): string {
  const claims = [...input.claims]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ id, derivedFrom, origin, derivation, basis, modality, reliability, credibility }) => [
      id,
      derivedFrom,
      origin,
      derivation,
      basis,
      modality,
      reliability,
      credibility,
    ]);
  const sources = [...input.sources]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ id, published, reliability, credibility }) => [id, published, reliability, credibility]);
  // Where a measure stands in its file changes no figure, nor do occupations that there are not.
  const { lines: _, occupations, occupationGroups, ...account } = input.account;
  const work = occupations.length === 0 ? {} : { occupations, occupationGroups };
  return sha256Hex(JSON.stringify([METHOD, plain({ ...account, ...work }), claims, sources]));
}

/** The same value with maps as lists, so that JSON keeps them. */
function plain(value: unknown): unknown {
  if (value instanceof Map) return [...value].map(([key, entry]) => [key, plain(entry)]);
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value === "object" && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, plain(entry)]));
  return value;
}
