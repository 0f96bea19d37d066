import { describe, expect, it } from "vitest";
import { discRadius, fitProjection, placeSymbols, symbolLabels } from "../../src/web/charts/map-layout.ts";
import { at, estimate } from "./estimates.ts";

const SIZE = { width: 800, height: 440, margin: 20 };

describe("the map", () => {
  it("discRadius makes areas, not radii, stand for values", () => {
    expect(discRadius(100, 400, 40)).toBe(20);
    expect(discRadius(0, 400, 40)).toBe(0);
    expect(discRadius(5, 0, 40)).toBe(0);
  });

  it("fitProjection shows every place, for many, for one, and across the date line's far side", () => {
    for (const places of [
      [
        [100, 60],
        [47.9, 29.3],
        [17, -22],
      ],
      [[47.9, 29.3]],
      [
        [-170, 60],
        [170, -40],
      ],
    ] as const) {
      const projection = fitProjection(places, SIZE);
      for (const [longitude, latitude] of places) {
        const [x = -1, y = -1] = projection([longitude, latitude]) ?? [];
        expect(x).toBeGreaterThanOrEqual(0);
        expect(x).toBeLessThanOrEqual(800);
        expect(y).toBeGreaterThanOrEqual(0);
        expect(y).toBeLessThanOrEqual(440);
      }
    }
  });

  it("placeSymbols rings the median by the 90 % limits, largest first, and skips places without a position", () => {
    const places = [
      at("KW", [47.9, 29.3], estimate("workers.KW.2012", 4000)),
      at("RU", [100, 60], estimate("workers.RU.2012", 20_000)),
      at("rest", undefined, estimate("workers.rest.2012", 900)),
    ];
    const symbols = placeSymbols(
      places,
      fitProjection(
        [
          [47.9, 29.3],
          [100, 60],
        ],
        SIZE,
      ),
      40,
    );
    expect(symbols.map(({ entry }) => entry.place.id)).toEqual(["RU", "KW"]);
    for (const { low, median, high } of symbols) {
      expect(low).toBeLessThan(median);
      expect(median).toBeLessThan(high);
    }
    expect(symbols[0]?.high).toBe(40);
    expect(symbolLabels(symbols, () => ({ width: 60, height: 30 }), SIZE)).toHaveLength(2);
  });
});
