import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parseAccount } from "../../../src/accounts/parse-account.ts";
import { caseTerms } from "../../../src/cases/case-terms.ts";
import type { ClaimProposal } from "../../../src/claims/proposal.ts";
import { proposeClaims } from "../../../src/claims/proposing/propose-claims.ts";
import { codePointLength } from "../../../src/values/code-points.ts";
import { ROOT } from "../../repository/tree.ts";

interface Invented {
  readonly text: string;
  /** The words of the number that the expectation is of. */
  readonly number: string;
  readonly expect: Readonly<Record<string, unknown>>;
}

const invented: readonly Invented[] = JSON.parse(
  readFileSync(join(ROOT, "test/reading/proposals/invented.json"), "utf8"),
);
/** Measures that the claims of the shipped case use besides those of its account. */
const CLAIMED =
  "planned_workers planned_dispatched planned_revenue repatriated host_countries work_day it_workers permits_issued side_day";

function terms() {
  const account = parseAccount(readFileSync(join(ROOT, "cases/dprk/account.yaml"), "utf8"), "account.yaml");
  if (!account.ok) throw new Error("invalid account", { cause: account.issues });
  return caseTerms(
    account.value,
    CLAIMED.split(" ").map((measure) => ({ measure })),
  );
}

const source = { id: "invented", type: "press", published: "2016-05" } as const;

/** The fields of a proposal as an expectation names them; null for what it leaves open. */
function fieldsOf(proposal: ClaimProposal | undefined): Readonly<Record<string, unknown>> {
  if (proposal === undefined) return {};
  const { measure = null, period = null, speaker = null, countries, places } = proposal;
  return { ...proposal, measure, period, speaker, place: countries.length > 0 ? countries : places };
}

describe("proposeClaims on sentences made up for it", () => {
  const context = { source, terms: terms() };
  test("there are at least forty", () => expect(invented.length).toBeGreaterThanOrEqual(40));
  test.each(invented)("$text", ({ text, number, expect: expected }) => {
    const start = codePointLength(text.slice(0, text.indexOf(number)));
    const end = start + codePointLength(number);
    const proposal = proposeClaims(text, [], context).find((one) => one.number.start < end && start < one.number.end);
    expect(proposal, "the number is read").toBeDefined();
    expect(fieldsOf(proposal)).toMatchObject(expected);
  });
});
