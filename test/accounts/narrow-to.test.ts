import { describe, expect, test } from "vitest";
import { narrowTo } from "../../src/accounts/narrow-to.ts";
import { parseQuantityId } from "../../src/accounts/quantity-id.ts";
import { accountOf } from "./sample-account.ts";

describe("narrowTo(measure, name)", () => {
  const account = accountOf();

  test("keeps the place and year that a measure has, and takes the world where it has more than its name", () => {
    const measure = (id: string) => account.measures.get(id) ?? ({} as never);
    expect(narrowTo(measure("months"), parseQuantityId("workers.AA.2010"))).toEqual({ measure: "months" });
    expect(narrowTo(measure("taken"), parseQuantityId("workers.AA.2010"))).toEqual({
      measure: "taken",
      place: "AA",
      year: 2010,
    });
    expect(narrowTo(measure("taken"), parseQuantityId("months"))).toEqual({ measure: "taken", place: "world" });
  });

  test("keeps the occupation that a measure has, and takes all work where only the other has none", () => {
    const crew = { id: "crew", over: ["place", "occupation", "year"] } as const;
    expect(narrowTo(crew, parseQuantityId("pay.AA:wood.2010"))).toEqual({
      measure: "crew",
      place: "AA",
      occupation: "wood",
      year: 2010,
    });
    expect(narrowTo(crew, parseQuantityId("pay.AA.2010"))).toEqual({ measure: "crew", place: "AA", year: 2010 });
    const count = { id: "count", over: ["place"] } as const;
    expect(narrowTo(count, parseQuantityId("pay.AA:wood.2010"))).toEqual({ measure: "count", place: "AA" });
  });
});
