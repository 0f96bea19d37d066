import { expect, test } from "vitest";
import { dot, real, whole } from "../../src/math/vector.ts";

test("real(vector, position) is not a number outside the vector, so that a slip shows", () => {
  expect(real(Float64Array.of(2), 0)).toBe(2);
  expect(real(Float64Array.of(2), 1)).toBeNaN();
});

test("whole(vector, position) is minus one outside the vector", () => {
  expect(whole(Int32Array.of(2), 0)).toBe(2);
  expect(whole(Int32Array.of(2), 5)).toBe(-1);
});

test("dot(a, b) is the sum of the products", () => {
  expect(dot(Float64Array.of(1, 2, 3), Float64Array.of(4, -5, 6))).toBe(12);
});
