import type { Account } from "../accounts/account.ts";
import type { Claim } from "../claims/claim.ts";
import { type PayRole, payRoles } from "./pay-roles.ts";

/** A number of a chain: a claim, or a quantity in a text under an id of its own. */
export type ChainNumber = Pick<Claim, "id" | "range" | "approximate" | "unit" | "currency" | "per">;

/** One deduction of a chain: a share of something, or a sum. */
export interface ChainStep {
  readonly claim: ChainNumber;
  readonly kind: "share of gross" | "share of rest" | "sum";
}

/** A printed account of pay: what is paid, what is taken from it, and what is said to be left. */
export interface PayChain {
  readonly gross: ChainNumber;
  readonly steps: readonly ChainStep[];
  readonly results: readonly ChainNumber[];
  /** Whether a deduction is named for every part that the account splits off. */
  readonly complete: boolean;
}

/** Claims further apart than this, in code points, are no longer one telling. */
const TELLING = 600;

/** Numbers said of everybody, or of the one who speaks: an extreme belongs to no chain. */
const ORDINARY = ["mean", "typical", "one_person", "spread"];

/**
 * The chains of pay in a case: claims that stand together in one source, on one place, and are told by one voice.
 * @example
 * payChains([], { measures: new Map() }) // => []
 */
export function payChains(claims: readonly Claim[], account: Pick<Account, "measures" | "flow">): readonly PayChain[] {
  const roles = payRoles(account);
  const told = claims.filter(
    (claim) => roles.has(claim.measure) && ORDINARY.includes(claim.statistic) && isClosed(claim),
  );
  return tellingsOf(told).flatMap((telling) => {
    const chain = chainIn(telling, { roles, account });
    return chain === undefined ? [] : [chain];
  });
}

/** Nothing can be computed from a number that is open at its lower end, or that is a share of nothing. */
function isClosed(claim: Claim): boolean {
  return claim.range.kind !== "at least";
}

/**
 * Claims of one source, place and voice, cut where the text goes on to something else.
 * @example
 * tellingsOf([]) // => []
 */
export function tellingsOf(claims: readonly Claim[]): readonly (readonly Claim[])[] {
  const groups = new Map<string, Claim[]>();
  for (const claim of claims) {
    const voice = claim.basis === "interview" && claim.statedBy.startsWith("witness:") ? claim.statedBy : "";
    const key = [claim.source, claim.locator, claim.place, voice].join("\u001F");
    groups.set(key, [...(groups.get(key) ?? []), claim]);
  }
  return [...groups.values()].flatMap(cutAtGaps);
}

function cutAtGaps(claims: readonly Claim[]): readonly (readonly Claim[])[] {
  const sorted = claims.toSorted((a, b) => startOf(a) - startOf(b));
  const tellings: Claim[][] = [];
  let last = Number.NEGATIVE_INFINITY;
  for (const claim of sorted) {
    const telling = tellings.at(-1);
    if (telling === undefined || startOf(claim) - last > TELLING) tellings.push([claim]);
    else telling.push(claim);
    last = startOf(claim);
  }
  return tellings;
}

function startOf(claim: Claim): number {
  return claim.span?.start ?? 0;
}

function chainIn(
  telling: readonly Claim[],
  { roles, account }: { roles: ReadonlyMap<string, PayRole>; account: Pick<Account, "flow"> },
): PayChain | undefined {
  const kindOf = (claim: Claim) => roles.get(claim.measure)?.kind;
  const gross = telling.find((claim) => kindOf(claim) === "gross");
  const results = telling.filter((claim) => kindOf(claim) === "result");
  const parts = account.flow?.parts ?? [];
  const order = (measure: string) => parts.indexOf(roles.get(measure)?.parts[0] ?? "");
  const { steps, covered } = stepsIn(telling, { roles, order });
  if (gross === undefined || results.length === 0 || steps.length === 0) return undefined;
  const taken = account.flow?.parts.filter((part) => part !== account.flow?.worker) ?? [];
  return { gross, steps, results, complete: taken.every((part) => covered.has(part)) };
}

/** One deduction for each part, what covers several first, a share before a sum; in the order in which the account takes them. */
function stepsIn(
  telling: readonly Claim[],
  { roles, order }: { roles: ReadonlyMap<string, PayRole>; order: (measure: string) => number },
): { readonly steps: readonly ChainStep[]; readonly covered: ReadonlySet<string> } {
  const steps: (ChainStep & { readonly at: number })[] = [];
  const covered = new Set<string>();
  const offered = telling.flatMap((claim) => {
    const role = roles.get(claim.measure);
    const kind = role && STEP_KINDS.get(role.kind);
    return role === undefined || kind === undefined ? [] : [{ claim, kind, parts: role.parts }];
  });
  const ranked = offered.toSorted(
    (a, b) => b.parts.length - a.parts.length || ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind),
  );
  for (const { claim, kind, parts } of ranked) {
    if (parts.some((part) => covered.has(part))) continue;
    for (const part of parts) covered.add(part);
    steps.push({ claim, kind, at: order(claim.measure) });
  }
  const sorted = steps.toSorted((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) || a.at - b.at);
  return { steps: sorted, covered };
}

const STEP_KINDS: ReadonlyMap<PayRole["kind"], ChainStep["kind"]> = new Map([
  ["share of gross", "share of gross"],
  ["share of rest", "share of rest"],
  ["take", "sum"],
]);
const ORDER: readonly ChainStep["kind"][] = ["share of gross", "share of rest", "sum"];
