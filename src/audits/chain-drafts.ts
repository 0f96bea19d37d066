import { amountIn, amountOf, figures, unitOfClaim, unitWords, wordsOf } from "./amount-words.ts";
import { type AuditDraft, type AuditReading, gradeOf } from "./audit-finding.ts";
import { type ChainReading, chainReadings, monthsOf } from "./chain-readings.ts";
import { gap, type Interval, meet, times } from "./interval.ts";
import type { ChainNumber, PayChain } from "./pay-chain.ts";
import { allowedBy, ROUNDING } from "./tolerance.ts";

/** A chain that does not name every deduction is out by arithmetic only where it is out by little. */
const SLIP_OF_ARITHMETIC = 1.2;

interface Held {
  readonly reading: ChainReading;
  /** What the reading leaves in the unit of each result, and how far from it that is. */
  readonly results: readonly { readonly claim: ChainNumber; readonly left: Interval; readonly apart: number }[];
}

/**
 * What is wrong with a printed chain: nothing where one reading leads to every result, else one draft of a finding.
 * @example
 * chainDrafts({ gross: { range: { kind: "point", value: 9 } }, steps: [], results: [], complete: true }) // => []
 */
export function chainDrafts(chain: PayChain): readonly AuditDraft[] {
  const held = chainReadings(chain).map((reading) => ({
    reading,
    results: chain.results.map((claim) => against(claim, reading)),
  }));
  const misses = (one: Held) => one.results.filter(({ apart }) => apart > 1);
  if (held.length === 0 || held.some((one) => misses(one).length === 0)) return [];
  const [best] = held.toSorted((a, b) => misses(a).length - misses(b).length || worst(a) - worst(b));
  const missed = best && misses(best).toSorted((a, b) => b.apart - a.apart)[0];
  if (best === undefined || missed === undefined || unnamedWouldDo(chain, missed)) return [];
  return [draft(chain, { held, best, missed })];
}

function worst(one: Held): number {
  return Math.max(...one.results.map(({ apart }) => apart));
}

/** What a reading leaves in the result's own unit, under whichever time fits best where none is printed. */
function against(claim: ChainNumber, reading: ChainReading): Held["results"][number] {
  const tried = monthsOf(claim).map((months) => {
    const left = times(reading.left, months / reading.grossMonths);
    return { claim, left, apart: reading.left.high <= 0 ? Number.POSITIVE_INFINITY : gap(allowedBy(claim), left) };
  });
  return tried.toSorted((a, b) => a.apart - b.apart)[0] ?? { claim, left: reading.left, apart: 1 };
}

/** A chain that leaves deductions out may well leave more than is printed. */
function unnamedWouldDo(chain: PayChain, missed: Held["results"][number]): boolean {
  const leavesMore = missed.left.low > allowedBy(missed.claim).high;
  return !chain.complete && leavesMore && missed.apart > SLIP_OF_ARITHMETIC;
}

function draft(
  chain: PayChain,
  { held, best, missed }: { held: readonly Held[]; best: Held; missed: Held["results"][number] },
): AuditDraft {
  const fitted = best.results.filter(({ apart }) => apart <= 1);
  const unit = unitOfClaim(missed.claim);
  const told = fitted.map(({ claim }) => wordsOf(claim)).join(" and ");
  const split = held.some((one) => one !== best && one.results.some((r) => r.claim === missed.claim && r.apart <= 1));
  const start = `Read ${best.reading.name}, the printed deductions leave ${figures(missed.left)} ${unitWords(unit)}`;
  return {
    grade: gradeOf(missed.apart),
    sureness: chain.complete ? "certain" : "likely",
    cause: split ? "chain read two ways" : "chain broken",
    tested: [missed.claim.id, ...chain.results.filter(({ id }) => id !== missed.claim.id).map(({ id }) => id)],
    against: [chain.gross.id, ...chain.steps.map(({ claim }) => claim.id)],
    copies: [],
    stated: amountOf(missed.claim),
    computed: amountIn(missed.left, unit),
    tolerance: ROUNDING,
    explanation:
      fitted.length === 0
        ? `${start}, and ${wordsOf(missed.claim)} is printed; no reading leads there.`
        : `${start}: that fits ${told}, but not ${wordsOf(missed.claim)}; no one reading fits both.`,
    readings: held.map((one) => readingOf(one, missed.claim)),
  };
}

function readingOf({ reading, results }: Held, claim: ChainNumber): AuditReading {
  const result = results.find((one) => one.claim === claim);
  const time = reading.grossMonths === 12 ? "year" : "month";
  const converted = result !== undefined && !meet(result.left, reading.left);
  const last = converted
    ? [`${figures(reading.left)} per ${time} = ${figures(result.left)} ${unitOfClaim(claim)}`]
    : [];
  return {
    name: reading.name,
    steps: [...reading.steps, ...last],
    computed: amountIn(result?.left ?? reading.left, unitOfClaim(claim)),
    agrees: results.every(({ apart }) => apart <= 1),
  };
}
