import type { Quantity } from "../claims/quantity.ts";
import { readQuantities } from "../claims/read-quantities.ts";
import type { ChainNumber, ChainStep, PayChain } from "./pay-chain.ts";

/** Numbers of one chain stand no further apart than this, in code points. */
const NEAR = 260;
const TAKEN =
  /\b(?:held back|takes?|taken|took|taking|deduct\w*|withheld|withholds?|goes? to|went to|keeps|kept by|expenses|fees?|commissions?|handed over to|pays? to)\b/iu;
/** "48 % of that is taken", "100 dirham is for expenses": said of the number before it. */
const PASSIVE =
  /^\s*(?:[\p{L}]+\s+){0,4}?(?:is|are|was|were|goes?|went)\s.{0,40}?\b(?:taken|deducted|withheld|held back|kept|expenses|fees?|commissions?|to the (?:state|government|party|embassy))\b/isu;
/** A share that somebody receives is taken, and so is one that goes on from a share before it: "and the embassy 20 %". */
const SHARED = /\b(?:receiv\w*|gets?)\b|^\s*,?\s*(?:and\s)?(?:the|an?)\s[\p{L}\s]{3,40}$/iu;
const LEFT = /\b(?:rest|left|remain\w*|remainder)\b/iu;
const PAY =
  /\b(?:earn\w*|gets?|paid|pay|receiv\w*|wages?|salar\w*|price|should be|left with|in hand|ends? up|workers?[’']s?)(?=[\s,]|$)/iu;

/** A quantity with the words around it, up to the numbers beside it. */
interface Told {
  readonly quantity: Quantity;
  readonly before: string;
  readonly after: string;
}

/**
 * The chains of deductions that a text tells in figures: pay, two or more deductions from it, and what is left of it.
 * @example
 * textChains("He earns $500 a month. The state takes 40% and the embassy takes 20%. He is left with $150 a month.").length // => 1
 */
export function textChains(text: string): readonly PayChain[] {
  const points = Array.from(text);
  const read = readQuantities(text).filter(({ kind }) => kind === "money" || kind === "share");
  const told = read.map((quantity, at): Told => {
    const [last, next] = [read[at - 1], read[at + 1]];
    const from = Math.max(last?.end ?? 0, quantity.start - 120);
    const to = Math.min(next?.start ?? points.length, quantity.end + 80);
    return {
      quantity,
      before:
        points
          .slice(from, quantity.start)
          .join("")
          .split(/[.;!?]\s|\(/u)
          .at(-1) ?? "",
      after: clause(points.slice(quantity.end, to).join("")),
    };
  });
  return clusters(told).flatMap(chainsIn);
}

function clause(words: string): string {
  return words.split(/[.;!?]\s/u)[0] ?? "";
}

/** Numbers with little between them. */
function clusters(told: readonly Told[]): readonly (readonly Told[])[] {
  const found: Told[][] = [];
  for (const one of told) {
    const held = found.at(-1)?.at(-1);
    if (held === undefined || one.quantity.start - held.quantity.end > NEAR) found.push([one]);
    else found.at(-1)?.push(one);
  }
  return found;
}

/** Pay that is followed by a deduction begins a chain; the next may begin after it. */
function chainsIn(told: readonly Told[]): readonly PayChain[] {
  const at = told.findIndex((one, index) => isPay(one) && told[index + 1] !== undefined && isNext(told[index + 1]));
  if (at === -1) return [];
  const rest = told.slice(at + 1);
  const end = rest.findIndex((one) => !isDeduction(one) && !isWorkedOut(one));
  const taken = end === -1 ? rest : rest.slice(0, end);
  const chain = chainOf({ before: told[at - 1], gross: told[at], taken, later: end === -1 ? [] : rest.slice(end) });
  return [...(chain === undefined ? [] : [chain]), ...chainsIn(rest.slice(taken.length))];
}

function isPay(one: Told): boolean {
  return one.quantity.kind === "money" && PAY.test(one.before) && !isDeduction(one);
}

function isNext(one: Told | undefined): boolean {
  return one !== undefined && isDeduction(one);
}

interface Parts {
  readonly before: Told | undefined;
  readonly gross: Told | undefined;
  readonly taken: readonly Told[];
  readonly later: readonly Told[];
}

function chainOf({ before, gross, taken, later }: Parts): PayChain | undefined {
  if (gross === undefined) return undefined;
  const { currency } = gross.quantity;
  const isResult = (one: Told | undefined): one is Told =>
    one !== undefined && isPay(one) && one.quantity.currency === currency;
  const after = untilOther(later).filter(isResult);
  const results = after.length > 0 ? after : [before].filter(isResult);
  const deductions = taken.filter(isDeduction);
  const foreign = deductions.some(({ quantity }) => quantity.kind === "money" && quantity.currency !== currency);
  if (deductions.length < 2 || results.length === 0 || foreign) return undefined;
  const steps = deductions.map((one): ChainStep => ({ claim: numberOf(one.quantity), kind: kindOf(one, taken) }));
  const shares = steps.filter(({ kind }) => kind !== "sum").length;
  return {
    gross: numberOf(gross.quantity),
    steps,
    results: results.map(({ quantity }) => numberOf(quantity)),
    complete: shares > 1,
  };
}

function isDeduction({ quantity, before, after }: Told): boolean {
  const words = quantity.kind === "share" ? before : lastWords(before);
  if (quantity.kind === "money" && LEFT.test(lastWords(before))) return false;
  return TAKEN.test(words) || PASSIVE.test(after) || (quantity.kind === "share" && SHARED.test(before));
}

/** A sum that says what a share comes to, or what is left on the way: "30 % of it, $900; of the remaining $2,100". */
function isWorkedOut({ quantity, before }: Told): boolean {
  return quantity.kind === "money" && /^[^.]{0,20},\s*$|\b(?:rest|remaining|remainder)\b,?\s*$/iu.test(before);
}

/** Results stand together: another share or another subject ends them. */
function untilOther(told: readonly Told[]): readonly Told[] {
  const end = told.findIndex(({ quantity }) => quantity.kind === "share");
  return (end === -1 ? told : told.slice(0, end)).slice(0, 2);
}

function lastWords(before: string): string {
  return before.slice(-40);
}

/** A share after words such as "of the rest" is of what is left, and so are those that follow it. */
function kindOf(one: Told, taken: readonly Told[]): ChainStep["kind"] {
  if (one.quantity.kind !== "share") return "sum";
  const since = taken.slice(1, taken.indexOf(one) + 1);
  return since.some(({ before }) => LEFT.test(before)) ? "share of rest" : "share of gross";
}

function numberOf({ start, end, range, approximate, kind, currency, per }: Quantity): ChainNumber {
  const unit = kind === "share" ? "percent" : "money";
  return {
    id: `${start} ${end}`,
    range,
    approximate,
    unit,
    ...(currency === undefined ? {} : { currency }),
    ...(per.length === 0 ? {} : { per: per.join(" ") }),
  };
}
