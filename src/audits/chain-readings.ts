import type { Claim } from "../claims/claim.ts";
import { figure, figures } from "./amount-words.ts";
import type { ReadingName } from "./audit-finding.ts";
import { type Interval, minus, times } from "./interval.ts";
import type { ChainStep, PayChain } from "./pay-chain.ts";
import { timeOf } from "./same-subject.ts";
import { printedIn } from "./tolerance.ts";

/** What a chain leaves under one reading: a sum, per month, and how it comes about. */
export interface ChainReading {
  readonly name: ReadingName;
  /** Months that what is paid is taken to be for: 12 where it is read as a year's. */
  readonly grossMonths: number;
  readonly steps: readonly string[];
  /** For the time that the pay is for. Below zero where more is taken than there is. */
  readonly left: Interval;
}

/**
 * What a chain of deductions leaves under every reading: all shares of the gross; each of what the first leaves; one after
 * another. Pay without a time is read as a month's and as a year's.
 * @example
 * chainReadings({ gross: { range: { kind: "point", value: 100 }, per: "month" }, steps: [], results: [], complete: true }).map(({ left }) => left.low) // => [100]
 */
export function chainReadings(chain: PayChain): readonly ChainReading[] {
  const ambiguous = chain.steps.filter(({ kind }) => kind !== "sum").length > 1;
  const rest = chain.steps.some(({ kind }) => kind === "share of rest");
  const names: readonly ReadingName[] = !ambiguous
    ? ["as printed"]
    : rest
      ? ["of the gross", "of what is left", "one after another"]
      : ["of the gross", "one after another"];
  return monthsOf(chain.gross).flatMap((grossMonths) =>
    names.map((name) => ({ name, grossMonths, ...follow(chain, name, grossMonths) })),
  );
}

/**
 * The months that a sum may be for: those printed, or one and twelve where none are.
 * @example
 * [monthsOf({ per: "person year" }), monthsOf({})] // => [[12],[1,12]]
 */
export function monthsOf(claim: Pick<Claim, "per">): readonly number[] {
  const time = timeOf(claim);
  if (time === undefined) return [1, 12];
  return time === "year" ? [12] : time === "month" ? [1] : [];
}

function follow(chain: PayChain, name: ReadingName, grossMonths: number): { steps: readonly string[]; left: Interval } {
  const gross = printedIn(chain.gross);
  const lines: string[] = [];
  let left = gross;
  let rest: Interval | undefined;
  for (const step of chain.steps) {
    const whole = wholeFor(step, { name, gross, left, rest });
    const taken = takenBy(step, whole, grossMonths);
    const next = minus(left, taken);
    const paired = samePair(left, whole) ? keep(left, step) : undefined;
    lines.push(lineOf({ left, step, whole, after: paired ?? next }));
    left = paired ?? next;
    if (step.kind === "share of gross" && rest === undefined) rest = left;
  }
  return { steps: lines, left };
}

/** What a share is a share of. */
function wholeFor(
  step: ChainStep,
  { name, gross, left, rest }: { name: ReadingName; gross: Interval; left: Interval; rest: Interval | undefined },
): Interval {
  if (step.kind === "sum") return left;
  if (name === "one after another") return left;
  if (name === "of what is left" && step.kind === "share of rest") return rest ?? gross;
  return gross;
}

function takenBy(step: ChainStep, whole: Interval, grossMonths: number): Interval {
  const stated = printedIn(step.claim);
  if (step.kind !== "sum") return { low: (whole.low * stated.low) / 100, high: (whole.high * stated.high) / 100 };
  const [months = 1] = timeOf(step.claim) === undefined ? [grossMonths] : monthsOf(step.claim);
  return times(stated, grossMonths / months);
}

/** A share of all that is left is kept by both ends alike: the ends of one range belong together. */
function keep(left: Interval, step: ChainStep): Interval | undefined {
  if (step.kind === "sum") return undefined;
  const { low, high } = printedIn(step.claim);
  return { low: left.low * (1 - high / 100), high: left.high * (1 - low / 100) };
}

function samePair(a: Interval, b: Interval): boolean {
  return a.low === b.low && a.high === b.high;
}

function lineOf(line: { left: Interval; step: ChainStep; whole: Interval; after: Interval }): string {
  const stated = printedIn(line.step.claim);
  const result = figures(line.after);
  if (line.step.kind === "sum") return `${figures(line.left)} − ${figures(stated)} = ${result}`;
  const percent = stated.low === stated.high ? `${figure(stated.low)} %` : `${figures(stated)} %`;
  const taken = samePair(line.left, line.whole)
    ? `${figures(line.left)} × (1 − ${percent})`
    : `${figures(line.left)} − ${percent} × ${figures(line.whole)}`;
  return `${taken} = ${result}`;
}
