import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Labelled, overlap, placeLabels } from "../../src/web/charts/label-layout.ts";

const FRAME = { x: 0, y: 0, width: 400, height: 300 };

const disc = fc.record({
  x: fc.double({ min: 0, max: 400, noNaN: true }),
  y: fc.double({ min: 0, max: 300, noNaN: true }),
  radius: fc.double({ min: 1, max: 40, noNaN: true }),
  width: fc.double({ min: 10, max: 90, noNaN: true }),
});

describe("labels beside discs", () => {
  it("placeLabels never lets a label cover another label, a disc or the edge", () => {
    fc.assert(
      fc.property(fc.array(disc, { maxLength: 25 }), (discs) => {
        const items: Labelled[] = discs.map((item, index) => ({ ...item, id: String(index), height: 30 }));
        const placed = placeLabels(items, FRAME);
        for (const [index, { box }] of placed.entries()) {
          expect(box.x).toBeGreaterThanOrEqual(0);
          expect(box.x + box.width).toBeLessThanOrEqual(400);
          expect(placed.slice(index + 1).some((other) => overlap(box, other.box))).toBe(false);
          for (const { x, y, radius } of items) {
            const dx = Math.max(box.x - x, 0, x - box.x - box.width);
            const dy = Math.max(box.y - y, 0, y - box.y - box.height);
            expect(Math.hypot(dx, dy)).toBeGreaterThanOrEqual(radius);
          }
        }
      }),
    );
  });

  it("placeLabels puts a lone label right of its disc, without a line", () => {
    const [label] = placeLabels([{ id: "KW", x: 100, y: 100, radius: 10, width: 50, height: 30 }], FRAME);
    expect(label).toEqual({ id: "KW", box: { x: 115, y: 85, width: 50, height: 30 }, leader: false });
  });

  it("placeLabels leaves out what has no room rather than cover something", () => {
    expect(placeLabels([{ id: "RU", x: 200, y: 150, radius: 10, width: 410, height: 30 }], FRAME)).toEqual([]);
  });
});
