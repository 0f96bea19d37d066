import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { metricOf } from "../../src/math/metric.ts";
import { dot } from "../../src/math/vector.ts";

// The metric keeps single precision, seven digits; nothing in a sampler depends on more.
const curvature = Float64Array.of(5, 2, 0, 2, 3, -1, 0, -1, 2);
const center = Float64Array.of(1, -2, 0.5);
const points = fc
  .array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: 3, maxLength: 3 })
  .map((entries) => Float64Array.from(entries));

function placed(metric: ReturnType<typeof metricOf>, whitened: Float64Array): Float64Array {
  const position = new Float64Array(3);
  metric.toPosition(whitened, position);
  return position;
}

describe("metricOf(curvature, center)", () => {
  test("turns the density of that curvature into a standard normal", () => {
    fc.assert(
      fc.property(points, (whitened) => {
        const away = placed(metricOf(curvature, center), whitened).map((value, i) => value - (center[i] ?? 0));
        const energy = away.reduce((sum, value, i) => sum + value * dot(curvature.subarray(3 * i, 3 * i + 3), away), 0);
        expect(energy).toBeCloseTo(dot(whitened, whitened), 4);
      }),
    );
  });

  test("goes back to where it came from, stretched or not", () => {
    for (const metric of [
      metricOf(curvature, center),
      metricOf(curvature, center).stretched(Float64Array.of(2, 0.5, 3)),
    ])
      fc.assert(
        fc.property(points, (whitened) => {
          metric.fromPosition(placed(metric, whitened)).forEach((value, i) => {
            expect(value).toBeCloseTo(whitened[i] ?? 0, 4);
          });
        }),
      );
  });

  test("carries gradients over by the chain rule", () => {
    const metric = metricOf(curvature, center).stretched(Float64Array.of(2, 0.5, 3));
    fc.assert(
      fc.property(points, points, (whitened, gradient) => {
        const turned = new Float64Array(3);
        metric.toWhitened(gradient, turned);
        turned.forEach((slope, i) => {
          const moved = (by: number) => dot(gradient, placed(metric, whitened.with(i, (whitened[i] ?? 0) + by)));
          expect(slope).toBeCloseTo((moved(0.5) - moved(-0.5)) / 1, 6);
        });
      }),
    );
  });
});
