import type { Account, Measure } from "../accounts/account.ts";
import { type Formula, measuresIn } from "../accounts/formula.ts";

/**
 * What a measure is in the account of pay: the whole; a part that is taken; what the worker gets; a part as a share of the
 * whole or of what is left of it. `parts` are the parts that it covers.
 */
export interface PayRole {
  readonly kind: "gross" | "take" | "result" | "share of gross" | "share of rest" | "share kept";
  readonly parts: readonly string[];
}

/**
 * What each measure is in the account of pay, by the account's own formulas; empty where the account does not split pay.
 * @example
 * [...payRoles({ measures: new Map(), flow: { of: "gross", parts: ["state", "hand"], worker: "hand" } }).keys()] // => ["gross","state","hand"]
 */
export function payRoles(account: Pick<Account, "measures" | "flow">): ReadonlyMap<string, PayRole> {
  const { flow } = account;
  if (flow === undefined) return new Map();
  const roles = new Map<string, PayRole>([[flow.of, { kind: "gross", parts: flow.parts }]]);
  for (const part of flow.parts) roles.set(part, { kind: part === flow.worker ? "result" : "take", parts: [part] });
  for (const measure of account.measures.values()) {
    const role = measure.kind === "derived" ? shareRole(measure.formula, flow) : undefined;
    if (role !== undefined && !roles.has(measure.id)) roles.set(measure.id, role);
  }
  for (const measure of account.measures.values()) {
    const role = measure.kind === "mixed" ? mixedRole(measure, roles) : undefined;
    if (role !== undefined) roles.set(measure.id, role);
  }
  return roles;
}

function shareRole(formula: Formula, flow: NonNullable<Account["flow"]>): PayRole | undefined {
  if (formula.kind !== "divide") return undefined;
  const [parts, whole] = [measuresIn(formula.left), measuresIn(formula.right)];
  if (!parts.every((part) => flow.parts.includes(part))) return undefined;
  if (!whole.includes(flow.of))
    return whole.every((part) => flow.parts.includes(part)) ? { kind: "share of rest", parts } : undefined;
  return { kind: parts.includes(flow.worker) ? "share kept" : "share of gross", parts };
}

/** A measure of several meanings has a role where they agree on it; a share whose whole is open is one of the rest, which chains try in every way. */
function mixedRole(
  measure: Extract<Measure, { kind: "mixed" }>,
  roles: ReadonlyMap<string, PayRole>,
): PayRole | undefined {
  const found = measure.readings.map((reading) => roles.get(reading.measure));
  const [first] = found;
  if (first === undefined) return undefined;
  if (found.every((role) => role?.kind === first.kind)) return first;
  const isShare = found.every((role) => role?.kind === "share of rest" || role?.kind === "share of gross");
  return isShare ? { kind: "share of rest", parts: first.parts } : undefined;
}
