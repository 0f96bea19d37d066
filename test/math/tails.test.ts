import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { foldedDensity, foldTails, unfoldTails } from "../../src/math/tails.ts";
import { real } from "../../src/math/vector.ts";

const BOTH = Int32Array.of(0, 1);

/** Student-t with four degrees of freedom in two dimensions, a third that is normal, and something that ties all of them. */
function logDensity(x: Float64Array, gradient: Float64Array): number {
  let log = 0;
  for (let i = 0; i < 2; i++) {
    const z = real(x, i);
    log -= 2.5 * Math.log(1 + (z * z) / 4);
    gradient[i] = (-5 * z) / (4 + z * z);
  }
  const sum = 0.3 * real(x, 0) - 0.2 * real(x, 1) + real(x, 2);
  log -= 0.5 * sum * sum;
  [0.3, -0.2, 1].forEach((factor, i) => {
    gradient[i] = (i < 2 ? real(gradient, i) : 0) - factor * sum;
  });
  return log;
}

describe("foldTails(x, which) and unfoldTails(u, which)", () => {
  test("take each other back, far out too, and leave alone what is not named", () => {
    fc.assert(
      fc.property(fc.double({ min: -1e6, max: 1e6, noNaN: true }), (value) => {
        const x = Float64Array.of(value, value);
        foldTails(x, Int32Array.of(0));
        expect(Math.abs(real(x, 0))).toBeLessThanOrEqual(Math.abs(value) + 1e-300);
        unfoldTails(x, Int32Array.of(0));
        expect(Math.abs(real(x, 0) - value)).toBeLessThanOrEqual(1e-12 * (1 + Math.abs(value)));
        expect(real(x, 1)).toBe(value);
      }),
    );
  });
});

describe("foldedDensity(target, which, size)", () => {
  const folded = foldedDensity(logDensity, BOTH, 3);

  test("has the gradient that differences give", () => {
    for (const point of [
      [0, 0, 0],
      [1, -2, 0.5],
      [5, 7, -1],
      [-9, 3, 2],
    ]) {
      const u = Float64Array.from(point);
      const gradient = new Float64Array(3);
      folded(u, gradient);
      u.forEach((at, i) => {
        const moved = (by: number): number => folded(u.with(i, at + by), new Float64Array(3));
        const slope = (moved(1e-5) - moved(-1e-5)) / 2e-5;
        expect(Math.abs(real(gradient, i) - slope)).toBeLessThan(1e-5 * (1 + Math.abs(slope)));
      });
    }
  });

  test("is the density of the plain coordinates times the Jacobian, which is a difference of coordinates", () => {
    const u = Float64Array.of(4, -3, 1);
    const plain = Float64Array.from(u);
    unfoldTails(plain, BOTH);
    const at = (by: number, i: number): number => {
      const moved = u.with(i, real(u, i) + by);
      unfoldTails(moved, BOTH);
      return real(moved, i);
    };
    const jacobian = [0, 1].reduce((product, i) => product * ((at(1e-5, i) - at(-1e-5, i)) / 2e-5), 1);
    const expected = logDensity(plain, new Float64Array(3)) + Math.log(jacobian);
    expect(folded(u, new Float64Array(3))).toBeCloseTo(expected, 8);
  });

  test("makes a Student-t with four degrees of freedom a power of a hyperbolic cosine, whose tails are exponential", () => {
    const student = foldedDensity(
      (x, gradient) => {
        gradient[0] = 0;
        return -2.5 * Math.log(1 + real(x, 0) ** 2 / 4);
      },
      Int32Array.of(0),
      1,
    );
    for (const u of [-40, -3, 0, 1, 12])
      expect(student(Float64Array.of(u), new Float64Array(1))).toBeCloseTo(-4 * Math.log(Math.cosh(u / 2)), 9);
  });

  test("stays finite with more coordinates far out than a product of their Jacobians could hold", () => {
    const many = 60;
    const which = Int32Array.from({ length: many }, (_, i) => i);
    const flat = foldedDensity(() => 0, which, many);
    const log = flat(new Float64Array(many).fill(40), new Float64Array(many));
    expect(log).toBeCloseTo(many * Math.log(Math.cosh(20)), 6);
  });
});
