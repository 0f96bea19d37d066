import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { Claim } from "../../src/claims/claim.ts";
import { claimId } from "../../src/claims/claim-id.ts";
import { claimWith } from "../cases/sample-package.ts";

describe("claimId(claim)", () => {
  test("[C1] is the digest of the identifying cells as they stand in the row", () => {
    const claim = claimWith({ period: "2012", range: { kind: "at least", low: 1.5 }, unit: "money", currency: "USD" });
    const cells = [
      "report-2013",
      "p. 1",
      "the ministry",
      "workers",
      "total",
      "RU",
      "",
      "",
      "2012",
      "1.5",
      "",
      "",
      "money",
      "USD",
      "",
    ];
    const digest = createHash("sha256").update(cells.join("\u001F")).digest("hex");
    expect(claim.id).toBe(`c${digest.slice(0, 12)}`);
  });

  test("[C1] does not change with what is not part of it", () => {
    const id = claimWith({}).id;
    const others: Partial<Claim>[] = [
      { note: "n" },
      { paraphrase: "p" },
      { reliability: "A", credibility: "6" },
      { derivedFrom: ["c000000000000"], origin: "o", derivation: "inferred" },
      { basis: "press", modality: "planned" },
      { span: { start: 0, end: 1, passage: "a", before: "b", after: "c" } },
    ];
    expect(others.map((fields) => claimId(claimWith(fields)))).toEqual(others.map(() => id));
  });

  test("[C1] changes with each field that is part of it", () => {
    const fields: Partial<Claim>[] = [
      {},
      { source: "b" },
      { locator: "p. 2" },
      { statedBy: "b" },
      { measure: "permits" },
      { statistic: "mean" },
      { place: "CN" },
      { occupation: "loggers" },
      { sex: "women" },
      { period: "2012" },
      { range: { kind: "at least", low: 5000 } },
      { range: { kind: "at most", high: 5000 } },
      { range: { kind: "between", low: 5000, high: 5001 } },
      { approximate: true },
      { unit: "percent" },
      { currency: "USD" },
      { per: "year" },
    ];
    expect(new Set(fields.map((field) => claimWith(field).id)).size).toBe(fields.length);
  });
});
