import { describe, expect, test } from "vitest";
import { curvature, findMode, type LogDensity } from "../../src/math/mode.ts";

/** Minus Rosenbrock's valley, whose top is at (1, 1). */
const valley: LogDensity = (x, gradient) => {
  const [a = 0, b = 0] = x;
  gradient[0] = 2 * (1 - a) + 400 * a * (b - a * a);
  gradient[1] = -200 * (b - a * a);
  return -((1 - a) ** 2) - 100 * (b - a * a) ** 2;
};

/** A normal in 30 dimensions whose widths run over four orders. */
const uneven: LogDensity = (x, gradient) => {
  let log = 0;
  x.forEach((value, i) => {
    const precision = 10 ** (-2 + (4 * i) / 29);
    gradient[i] = precision * (i - value);
    log -= 0.5 * precision * (value - i) ** 2;
  });
  return log;
};

describe("findMode(target, start, iterations)", () => {
  test("climbs a curved valley to its top", () => {
    const top = findMode(valley, Float64Array.of(-1.2, 1), 500);
    expect(top[0]).toBeCloseTo(1, 3);
    expect(top[1]).toBeCloseTo(1, 3);
  });

  test("finds the middle of a normal of uneven widths", () => {
    const top = findMode(uneven, new Float64Array(30), 500);
    top.forEach((value, i) => {
      expect(Math.abs(value - i)).toBeLessThan(0.05);
    });
  });

  test("stays where it is when there is nowhere to climb, and leaves its start alone", () => {
    const start = Float64Array.of(1, 1);
    expect([...findMode(valley, start, 10)]).toEqual([1, 1]);
    const other = Float64Array.of(0, 0);
    findMode(valley, other, 10);
    expect([...other]).toEqual([0, 0]);
  });

  test("steps back from where the density is not defined", () => {
    const positive: LogDensity = (x, gradient) => {
      gradient[0] = 1 / (x[0] ?? 0) - 1;
      return Math.log(x[0] ?? 0) - (x[0] ?? 0);
    };
    expect(findMode(positive, Float64Array.of(30), 100)[0]).toBeCloseTo(1, 4);
  });
});

describe("curvature(target, at)", () => {
  test("is the matrix of second derivatives, symmetric", () => {
    const [aa = 0, ab = 0, ba = 0, bb = 0] = curvature(valley, Float64Array.of(1, 1));
    expect([aa, ab, ba, bb].map((value) => Math.round(value * 100) / 100)).toEqual([802, -400, -400, 200]);
    expect(ab).toBe(ba);
  });
});
