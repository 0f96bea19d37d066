import { describe, expect, test } from "vitest";
import { parseAccount } from "../../src/accounts/parse-account.ts";
import { observe } from "../../src/estimates/observation.ts";
import { ACCOUNT, accountOf } from "../accounts/sample-account.ts";
import { people, source } from "./sample-evidence.ts";

const RETURNED =
  "  - {id: returned, name: Sent home, readings: {workers: 1}, bound: at least, dated: start}\n  - {id: months, ";
const account = accountOf(ACCOUNT.replace("  - {id: months, ", RETURNED));

describe("[E34] people sent home", () => {
  const claim = (fields: Parameters<typeof people>[0]) =>
    observe(account, people({ measure: "returned", ...fields }), source);

  test("are a lower bound on those who were there on the day on which their time began", () => {
    expect(claim({ period: "2012-12-22/2014-11-19" })).toMatchObject({
      used: true,
      observation: {
        form: "lower bound",
        targets: [
          { measure: "workers", place: "AA", when: { kind: "between", year: 2012, share: expect.closeTo(0.475, 2) } },
        ],
      },
    });
    expect(claim({ period: "2015" })).toMatchObject({
      observation: { targets: [{ when: { kind: "between", year: 2014, share: 0.5 } }] },
    });
  });

  test("at most so many say nothing of those who were there", () => {
    expect(claim({ range: { kind: "at most", high: 900 } })).toMatchObject({ used: false });
  });

  test("are written beside readings and nowhere else", () => {
    const wrong = parseAccount(
      ACCOUNT.replace("unit: month/year,", "unit: month/year, bound: at least,"),
      "account.yaml",
    );
    expect(wrong.ok ? [] : wrong.issues).toMatchObject([{ expected: "bound and dated only beside readings" }]);
  });
});
