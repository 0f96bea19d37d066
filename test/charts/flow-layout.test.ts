import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { layoutFlow } from "../../src/web/charts/flow-layout.ts";
import { part } from "./estimates.ts";

const SIZE = { width: 600, depth: 240, line: 40 };

describe("the flow picture", () => {
  const kuwait = [
    part("state_take", 52, [38, 66]),
    part("agency_take", 9, [4, 16]),
    part("embassy_take", 4, [1.5, 9]),
    part("in_hand", 35, [20, 45], true),
  ];

  it("layoutFlow gives each band its median's share of the whole's height", () => {
    const { bands, whole } = layoutFlow(kuwait, SIZE);
    for (const { part: of, from, to } of bands) {
      expect(from[1] - from[0]).toBeCloseTo((of.median / 100) * whole.height, 6);
      expect(to[1] - to[0]).toBeCloseTo(from[1] - from[0], 6);
    }
  });

  it("layoutFlow leaves no gap where the bands leave the whole", () => {
    const { bands, whole } = layoutFlow(kuwait, SIZE);
    expect(bands[0]?.from[0]).toBeCloseTo(whole.y, 6);
    for (const [index, band] of bands.entries()) {
      expect(bands[index + 1]?.from[0] ?? whole.y + whole.height).toBeCloseTo(band.from[1], 6);
    }
  });

  it("layoutFlow keeps arriving bands, their edges and their words apart, in order and in the picture", () => {
    const share = fc.double({ min: 0, max: 100, noNaN: true });
    fc.assert(
      fc.property(fc.array(fc.tuple(share, share), { minLength: 1, maxLength: 8 }), (shares) => {
        const parts = shares.map(([median, more], index) => part(`p${index}`, median, [0, median + more]));
        const { bands, height } = layoutFlow(parts, SIZE);
        for (const [index, band] of bands.entries()) {
          const next = bands[index + 1];
          expect(band.edge[0]).toBeGreaterThanOrEqual(0);
          expect(band.edge[1]).toBeLessThanOrEqual(height);
          if (next === undefined) continue;
          expect(next.edge[0]).toBeGreaterThanOrEqual(band.edge[1]);
          expect((next.to[0] + next.to[1] - band.to[0] - band.to[1]) / 2).toBeGreaterThanOrEqual(SIZE.line - 1e-6);
        }
      }),
    );
  });
});
