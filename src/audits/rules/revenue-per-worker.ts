import type { Account } from "../../accounts/account.ts";
import type { Claim } from "../../claims/claim.ts";
import { amountIn, amountOf, figures, spoken, wordsOf } from "../amount-words.ts";
import type { AuditDraft } from "../audit-finding.ts";
import type { AuditInput, AuditRule } from "../audit-rule.ts";
import { gap, hull, type Interval, over, times } from "../interval.ts";
import { copiesIn, type Retelling, retellings } from "../retellings.ts";
import { leavesOf, sameDate, timeOf, toCommonUnit } from "../same-subject.ts";
import { allowedBy, printedIn } from "../tolerance.ts";

const TOLERANCE =
  "a quarter above the highest pay before deductions that anybody claims within five years; a fiftieth of the lowest";
const ABOVE = 1.25;
const BELOW = 1 / 50;
/** Pay of so many years away still says what pay can be. */
const YEARS = 5;
const UNIT = "USD per person month";

/** A yearly sum divided by the workers who are said to earn it, held against what anybody says that they are paid. */
export const revenuePerWorker: AuditRule = {
  id: "revenue-per-worker",
  name: "Revenue against workers and pay",
  checks:
    "divides a yearly revenue by the workers of the same source and date (else of the whole case) and by twelve, and holds it against claims of pay before deductions",
  tolerance: TOLERANCE,
  citation: "Nobody can take more from a worker than is paid for the worker: revenue ≤ workers × pay × 12.",
  run: (input) => {
    const workers = headcount(input.account);
    const gross = input.account.flow?.of;
    if (workers === undefined || gross === undefined) return [];
    return retellings(input.claims.filter((claim) => isYearlySum(claim, input.account))).flatMap((told) =>
      draftOf(told, { input, workers, gross }),
    );
  },
};

/** The measure that counts people present. */
function headcount(account: Account): string | undefined {
  const counts = [...account.measures.values()].filter(({ kind, unit }) => kind === "estimated" && unit === "person");
  return counts.find(({ combine, over: cells }) => combine === "sum" && cells.includes("place"))?.id;
}

/** A sum for a year and not for a person, on a measure that the account computes from workers. */
function isYearlySum(claim: Claim, account: Account): boolean {
  const { unit, per, statistic, range, measure } = claim;
  return (
    unit === "money" &&
    per === "year" &&
    statistic === "total" &&
    range.kind !== "at least" &&
    account.measures.get(measure)?.kind !== "estimated" &&
    account.measures.has(measure) &&
    toCommonUnit(claim) !== undefined
  );
}

interface Context {
  readonly input: AuditInput;
  readonly workers: string;
  readonly gross: string;
}

function draftOf(told: Retelling, context: Context): readonly AuditDraft[] {
  const { root } = told;
  const people = peopleOf(root, context);
  const pay = payNear(root, context);
  if (people.length === 0 || pay.length === 0) return [];
  const monthly = times(printedIn(root), toCommonUnit(root) ?? 1);
  const persons = hull(people.map(printedIn));
  const each = over(monthly, persons);
  const paid = hull(pay.map(({ amount }) => amount));
  const tooMuch = each.low > paid.high * ABOVE;
  if (!tooMuch && each.high >= paid.low * BELOW) return [];
  const [extreme] = pay.toSorted((a, b) => (tooMuch ? b.amount.high - a.amount.high : a.amount.low - b.amount.low));
  const limit = extreme?.claim;
  return limit === undefined ? [] : [draft(told, { people, limit, each, paid, monthly, persons, tooMuch })];
}

/** Counts of the people whom the sum comes from: the source's own where it has any, else everybody's. */
function peopleOf(root: Claim, { input, workers }: Context): readonly Claim[] {
  const counts = input.claims.filter(
    (claim) =>
      claim.measure === workers &&
      claim.place === root.place &&
      claim.statistic === "total" &&
      claim.occupation === undefined &&
      (claim.range.kind === "point" || claim.range.kind === "between"),
  );
  const own = counts.filter((claim) => claim.source === root.source && sameDate(claim, root, YEARS));
  return own.length > 0 ? own : counts.filter((claim) => sameDate(claim, root));
}

/** What is said to be paid for a worker in a month, in dollars, in the places of the sum and in years near it. */
function payNear(root: Claim, { input, gross }: Context): readonly { claim: Claim; amount: Interval }[] {
  const places = leavesOf(input.account, root.place);
  return input.claims.flatMap((claim) => {
    const unit = toCommonUnit(claim);
    const here = [...(leavesOf(input.account, claim.place) ?? [])].some((place) => places?.has(place));
    const told =
      ["mean", "typical", "spread", "one_person"].includes(claim.statistic) && claim.occupation === undefined;
    if (claim.measure !== gross || timeOf(claim) === undefined || !told || !here || unit === undefined) return [];
    return sameDate(claim, root, YEARS) ? [{ claim, amount: times(allowedBy(claim), unit) }] : [];
  });
}

interface Found {
  readonly people: readonly Claim[];
  readonly limit: Claim;
  readonly each: Interval;
  readonly paid: Interval;
  readonly monthly: Interval;
  readonly persons: Interval;
  readonly tooMuch: boolean;
}

function draft(told: Retelling, { people, limit, each, paid, monthly, persons, tooMuch }: Found): AuditDraft {
  const { root } = told;
  const yearly = times(monthly, 12);
  const fit = tooMuch ? " A tenth of it would fit: 억, a hundred million, read as a billion?" : "";
  const tenth = times(each, 0.1);
  return {
    grade: "decision-changing",
    sureness: gap(each, paid) >= 2 ? "certain" : "likely",
    cause: tooMuch ? "more than is paid" : "less than is paid",
    tested: [root.id],
    against: [...people.map(({ id }) => id), limit.id],
    copies: copiesIn([told]),
    stated: amountOf(root),
    computed: amountIn(each, UNIT),
    tolerance: TOLERANCE,
    explanation: tooMuch
      ? `${wordsOf(root)} from ${spoken(persons)} workers is ${figures(each)} dollars a month from each, and no claim of pay near that year goes beyond ${figures({ low: paid.high, high: paid.high })}.${tenth.low <= paid.high && tenth.high >= paid.low / 10 ? fit : ""}`
      : `${wordsOf(root)} from ${spoken(persons)} workers is ${figures(each)} dollars a month from each, and no claim of pay near that year is below ${figures({ low: paid.low, high: paid.low })}. A million has probably been lost.`,
    readings: [
      {
        name: "per worker and month",
        steps: [`${figures(yearly)} ÷ ${figures(persons)} ÷ 12 = ${figures(each)}`],
        computed: amountIn(each, UNIT),
        agrees: false,
      },
    ],
  };
}
