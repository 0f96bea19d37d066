import { exponential } from "./exponential.ts";
import type { LogDensity } from "./mode.ts";
import { real, whole } from "./vector.ts";

/** A product is put into its logarithm before it gets larger than this. */
const FAR = 1e100;

/**
 * Coordinates u for x = 2·sinh(u/2): next to nought they are the same, far out u goes as the logarithm of x. A Student-t with four degrees of freedom
 * has the density cosh(u/2)⁻⁴ there, whose tails are exponential, so that trajectories do not lose their way in them.
 * @example
 * ((x) => { foldTails(x, Int32Array.of(0)); return x[0] < 5.3; })(Float64Array.of(14)) // => true
 */
export function foldTails(x: Float64Array, which: Int32Array): void {
  for (let k = 0; k < which.length; k++) {
    const i = whole(which, k);
    x[i] = 2 * Math.asinh(real(x, i) / 2);
  }
}

/**
 * Takes `foldTails` back.
 * @example
 * ((x) => { foldTails(x, Int32Array.of(0)); unfoldTails(x, Int32Array.of(0)); return x[0].toFixed(9); })(Float64Array.of(14)) // => "14.000000000"
 */
export function unfoldTails(u: Float64Array, which: Int32Array): void {
  for (let k = 0; k < which.length; k++) {
    const i = whole(which, k);
    u[i] = 2 * Math.sinh(real(u, i) / 2);
  }
}

/**
 * A log density of the folded coordinates, with the Jacobian, from that of the plain ones.
 * @example
 * ((g) => foldedDensity((x, slope) => { slope[0] = 0; return 0; }, Int32Array.of(0), 1)(Float64Array.of(2), g).toFixed(6) + " " + g[0].toFixed(6))(new Float64Array(1)) // => "0.433781 0.380797"
 */
export function foldedDensity(target: LogDensity, which: Int32Array, size: number): LogDensity {
  const plain = new Float64Array(size);
  const stretch = new Float64Array(which.length);
  return (u, gradient) => {
    plain.set(u);
    let product = 1;
    let logs = 0;
    for (let k = 0; k < which.length; k++) {
      const i = whole(which, k);
      const up = exponential(real(u, i) / 2);
      plain[i] = up - 1 / up;
      stretch[k] = (up + 1 / up) / 2;
      product *= real(stretch, k);
      if (product > FAR) {
        logs += Math.log(product);
        product = 1;
      }
    }
    const log = target(plain, gradient);
    for (let k = 0; k < which.length; k++) {
      const i = whole(which, k);
      gradient[i] = real(gradient, i) * real(stretch, k) + real(plain, i) / 4 / real(stretch, k);
    }
    return log + logs + Math.log(product);
  };
}
