import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  appendCustody,
  CUSTODY_EVENTS,
  type CustodyAct,
  type CustodyEntry,
  verifyCustody,
} from "../../src/sources/custody.ts";
import { custodyTable } from "../../src/sources/custody-table.ts";
import { parseTable, writeTable } from "../../src/values/table.ts";

const act = fc.record({
  source: fc.constantFrom("a", "b"),
  event: fc.constantFrom(...CUSTODY_EVENTS),
  actor: fc.constantFrom("archivist", "analyst"),
  reason: fc.constantFrom("first", "second", 'with "quotes",\nand lines'),
});
const chain: fc.Arbitrary<readonly CustodyEntry[]> = fc
  .array(act, { minLength: 2, maxLength: 6 })
  .map((acts) =>
    acts.reduce<readonly CustodyEntry[]>(
      (links, one, index) => appendCustody(links, { ...one, at: `2026-11-0${index + 1}` }),
      [],
    ),
  );

describe("verifyCustody(chain)", () => {
  test("[P7] finds nothing in a chain that was only added to", () => {
    fc.assert(fc.property(chain, (links) => verifyCustody(links).length === 0));
  });

  test("[P7] finds a link that was altered, taken out, put in twice or moved", () => {
    fc.assert(
      fc.property(chain, fc.nat(), (links, pick) => {
        const at = pick % links.length;
        const link = links[at] as CustodyEntry;
        const altered = links.map((one, index) => (index === at ? { ...one, actor: "somebody else" } : one));
        expect(verifyCustody(altered).length).toBeGreaterThan(0);
        expect(verifyCustody([...links.slice(0, at), link, ...links.slice(at)]).length).toBeGreaterThan(0);
        expect(verifyCustody(links.toReversed()).length).toBeGreaterThan(0);
        if (at < links.length - 1) expect(verifyCustody(links.toSpliced(at, 1)).length).toBeGreaterThan(0);
      }),
    );
  });

  test("[P7] tells row, field and value", () => {
    const links = appendCustody([], { source: "a", at: "2026-11-21", event: "received", actor: "b" });
    const [issue] = verifyCustody(links.map((link) => ({ ...link, at: "2026-11-20" })));
    expect(issue).toMatchObject({ file: "custody.csv", row: 2, field: "entry", value: links[0]?.entry });
  });

  test("refuses a time before that of the row before, a date alone being as early as its day", () => {
    const acts = (...times: string[]) =>
      times.reduce<readonly CustodyEntry[]>((links, at) => {
        const one: CustodyAct = { source: "a", at, event: "viewed", actor: "b" };
        return appendCustody(links, one);
      }, []);
    expect(verifyCustody(acts("2026-11-21T10:00:00Z", "2026-11-21", "2026-11-21T10:00:00.500Z"))).toEqual([]);
    expect(verifyCustody(acts("2026-11-21T10:00:00Z", "2026-11-21T09:59:59Z"))).toMatchObject([
      { row: 3, field: "at" },
    ]);
  });
});

describe("custodyTable", () => {
  test("keeps the order of the chain and every cell that its digests seal", () => {
    fc.assert(
      fc.property(chain, (links) => {
        const parsed = parseTable(custodyTable, writeTable(custodyTable, links));
        const records = parsed.ok ? parsed.value.map(({ record }) => record) : [];
        expect(records).toEqual(links);
        expect(verifyCustody(records)).toEqual([]);
      }),
    );
  });
});
