import { expect, test } from "vitest";
import type { ClaimView } from "../../src/cases/views.ts";
import { movedWords } from "../../src/web/conflicts/moved-words.ts";
import { byOrigin } from "../../src/web/conflicts/origins.ts";
import { en } from "../../src/web/messages/en.ts";
import { ko } from "../../src/web/messages/ko.ts";
import { narrowed } from "../../src/web/next-facts/narrowed.ts";
import { parseSearch, searchParams, stringifySearch } from "../../src/web/search-params.ts";

const span = (median: number) => ({ median, q05: median / 2, q95: median * 2 });
const moved = (now: number, without: number, shift: number) => ({
  quantity: "workers.world.2012",
  now: span(now),
  without: span(without),
  shift,
});

test("movedWords(moved) says how far a figure moves, and that it stays where that is noise", () => {
  expect(movedWords(moved(100, 131, 1.2), "person", en)).toBe("rises by 31%");
  expect(movedWords(moved(100, 80, -1), "person", ko)).toBe("20% 내려감");
  expect(movedWords(moved(0.4, 0.45, 0.6), "share", en)).toBe("rises by 5 points");
  expect(movedWords(moved(100, 104, 0.05), "person", en)).toBe("hardly moves");
  expect(movedWords(moved(100, 100.4, 0.5), "person", en)).toBe("hardly moves");
});

test("narrowed(span, width) leaves the middle, narrows on the scale, and never takes a share past a whole", () => {
  const money = narrowed({ median: 100, q05: 10, q95: 1000 }, 0.5, "USD");
  expect(money.median).toBe(100);
  expect(money.q05).toBeCloseTo(100 / Math.sqrt(10), 8);
  expect(money.q95).toBeCloseTo(100 * Math.sqrt(10), 8);
  const share = narrowed({ median: 0.9, q05: 0.5, q95: 0.99 }, 0.5, "share");
  expect(share.q05).toBeCloseTo(0.75, 8);
  expect(share.q95).toBeLessThan(0.99);
  expect(share.q95).toBeGreaterThan(0.9);
});

function conflict(id: string, group: string, low: number) {
  const result = { kind: "claim result", claim: id, quantity: "workers.world.2012", conflict: 1, distance: 3 } as const;
  const claim = {
    kind: "claim",
    id,
    source: "s",
    statedBy: "x",
    locator: "",
    basis: "press",
    modality: "asserted",
  } as const;
  const rest = { measure: "workers", statistic: "total", place: "world", approximate: false, unit: "person" } as const;
  const last = { derivedFrom: [], derivation: "stated", paraphrase: "", range: { kind: "point", value: low } } as const;
  const view: ClaimView = {
    claim: { ...claim, ...rest, ...last },
    result: { ...result, center: low, low, high: low, weight: 0, group },
    sourceTitle: "A report",
    attached: false,
  };
  return { view, against: [] };
}

test("byOrigin(conflicts) keeps the worst first, brackets one origin and tells a repeated number once", () => {
  const conflicts = [conflict("c1", "root · a", 10), conflict("c2", "c2 · b", 7), conflict("c3", "root · a", 10)];
  const influence = [
    {
      kind: "origin influence",
      origin: "root",
      claims: ["c1", "c3"],
      k: 0,
      ess: 9,
      rerun: false,
      largestShift: 0,
      figures: [],
    },
  ] as const;
  const found = byOrigin(conflicts, influence);
  expect(found.map(({ origin }) => origin)).toEqual(["root", "c2"]);
  expect(found[0]?.numbers.map(({ conflict: one, copies }) => [one.view.claim.id, copies.length])).toEqual([["c1", 1]]);
});

test("what is left out survives the address, commas in names included", () => {
  const search = { off: ["c1", "c2"], origins: ["Aldren, 2013"], priors: undefined };
  const back = searchParams.conflicts(parseSearch(stringifySearch(search)));
  expect(back.off).toEqual(["c1", "c2"]);
  expect(back.origins).toEqual(["Aldren, 2013"]);
  expect(back.priors).toBeUndefined();
  expect(searchParams.conflicts({ off: "||" }).off).toBeUndefined();
});
