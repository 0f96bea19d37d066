import { normalLogDensity } from "../math/normal.ts";

/** Log standard deviation that a gross error adds. */
export const GROSS_SD = 2.8;
/** Probability that a reading was miscopied from its root. */
export const MISCOPY = 0.08;
/** Log standard deviation of faithful copying. */
export const COPY_SD = 0.05;

/** One state of a group of copies: whether its root is a gross error and which readings are miscopied, as a normal in ln q. */
export interface RootState {
  readonly logWeight: number;
  readonly mean: number;
  readonly variance: number;
  /** The root is about something else. */
  readonly gross: boolean;
  /** Bit j is set where reading j is miscopied. */
  readonly miscopied: number;
}

/**
 * What the readings of one root say together of the quantity, as a mixture of normals (rules O4 and O5): the root said θ, each
 * reading copied θ faithfully or not, and θ itself is about the quantity or not. For the states a and k_j, with
 * v_j = c² + k_j·2.8², v̄ = 1/Σ(1/v_j) and m̄ = v̄·Σ m_j/v_j, the weight is π_a · Π κ_k · Π N(m_j; m̄, v_j) · √(2π v̄) and the
 * normal in ln q has mean m̄ and variance v̄ + s² + a·2.8². Copies add nothing; a miscopy is blamed, not averaged.
 * @example
 * rootMixture([0], 0.01, 0.1).length // => 4
 */
export function rootMixture(readings: readonly number[], variance: number, gross: number): readonly RootState[] {
  if (readings.length === 0 || readings.length > 12) throw new Error(`invalid number of readings: ${readings.length}`);
  const states: RootState[] = [];
  for (let miscopied = 0; miscopied < 1 << readings.length; miscopied++) {
    const copying = copyingState(readings, miscopied);
    for (const isGross of [false, true]) {
      states.push({
        logWeight: copying.logWeight + Math.log(isGross ? gross : 1 - gross),
        mean: copying.mean,
        variance: copying.variance + variance + (isGross ? GROSS_SD ** 2 : 0),
        gross: isGross,
        miscopied,
      });
    }
  }
  return prune(states);
}

function copyingState(
  readings: readonly number[],
  miscopied: number,
): { logWeight: number; mean: number; variance: number } {
  const isMiscopied = (j: number): boolean => (miscopied & (1 << j)) !== 0;
  const variances = readings.map((_, j) => COPY_SD ** 2 + (isMiscopied(j) ? GROSS_SD ** 2 : 0));
  const variance = 1 / variances.reduce((sum, v) => sum + 1 / v, 0);
  const mean = variance * readings.reduce((sum, m, j) => sum + m / (variances[j] ?? 1), 0);
  let logWeight = 0.5 * Math.log(2 * Math.PI * variance);
  readings.forEach((m, j) => {
    logWeight += Math.log(isMiscopied(j) ? MISCOPY : 1 - MISCOPY) + normalLogDensity(m, mean, variances[j] ?? 1);
  });
  return { logWeight, mean, variance };
}

/** Leaves out states that could not matter wherever the quantity is. */
function prune(states: readonly RootState[]): readonly RootState[] {
  const best = Math.max(...states.map((state) => state.logWeight));
  return states.filter((state) => state.logWeight > best - 30);
}
