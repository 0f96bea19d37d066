import type { Claim } from "../../claims/claim.ts";
import { amountIn, amountOf, figures } from "../amount-words.ts";
import { type AuditDraft, gradeOf } from "../audit-finding.ts";
import type { AuditInput, AuditRule } from "../audit-rule.ts";
import { gap, plus } from "../interval.ts";
import { tellingsOf } from "../pay-chain.ts";
import { type PayRole, payRoles } from "../pay-roles.ts";
import { allowedBy, printedIn, ROUNDING } from "../tolerance.ts";

const ALL = { low: 100, high: 100 };

/** Shares of one pay, told together, that come to more than all of it, or to less where none is missing. */
export const sharesOfOne: AuditRule = {
  id: "shares-of-one",
  name: "Shares that do not add up",
  checks:
    "adds up the shares of one gross pay that a source gives together, of different parts, and holds the sum against 100 %",
  tolerance: ROUNDING,
  citation: "The parts of a whole come to 100 %; the account says which parts there are.",
  run: ({ claims, account }: AuditInput) => {
    const roles = payRoles(account);
    const shares = claims.filter((claim) => isShare(claim, roles));
    return tellingsOf(shares).flatMap((telling) => draftOf(telling, { roles, parts: account.flow?.parts ?? [] }));
  },
};

function isShare(claim: Claim, roles: ReadonlyMap<string, PayRole>): boolean {
  const kind = roles.get(claim.measure)?.kind;
  const ordinary = claim.statistic === "mean" || claim.statistic === "typical";
  return ordinary && claim.unit === "percent" && (kind === "share of gross" || kind === "share kept");
}

function draftOf(
  telling: readonly Claim[],
  { roles, parts }: { roles: ReadonlyMap<string, PayRole>; parts: readonly string[] },
): readonly AuditDraft[] {
  const covered = new Set<string>();
  const used: Claim[] = [];
  for (const claim of telling) {
    const own = roles.get(claim.measure)?.parts ?? [];
    if (own.some((part) => covered.has(part))) continue;
    for (const part of own) covered.add(part);
    used.push(claim);
  }
  const [first, ...rest] = used;
  if (first === undefined || rest.length === 0) return [];
  const [sum, allowed] = [plus(used.map(printedIn)), plus(used.map(allowedBy))];
  const exceeds = allowed.low > 100;
  if (!exceeds && !(covered.size === parts.length && allowed.high < 100)) return [];
  return [
    {
      grade: gradeOf(gap(sum, ALL)),
      sureness: "certain",
      cause: exceeds ? "shares exceed one" : "shares fall short",
      tested: [first.id],
      against: rest.map(({ id }) => id),
      copies: [],
      stated: amountOf(first),
      computed: amountIn(sum, "percent"),
      tolerance: ROUNDING,
      explanation: `The shares come to ${figures(sum)} % of one pay. ${exceeds ? "Some may be shares of what others leave." : "A part is missing or too small."}`,
      readings: [
        {
          name: "sum of the parts",
          steps: [`${used.map((claim) => figures(printedIn(claim))).join(" + ")} = ${figures(sum)}`],
          computed: amountIn(sum, "percent"),
          agrees: false,
        },
      ],
    },
  ];
}
