import type { EvidenceGroup } from "../../src/estimates/evidence-group.ts";
import type { GroupTerm, Model } from "../../src/estimates/model.ts";
import { rootMixture } from "../../src/estimates/root-mixture.ts";
import type { ThinnedDraws } from "../../src/estimates/thinned-draws.ts";
import { createRandom } from "../../src/math/random.ts";
import { tapeBuilder } from "../../src/math/tape.ts";

/** One number that is said of the single quantity of a model. */
export interface Said {
  readonly id: string;
  readonly origin: string;
  readonly center: number;
  readonly variance: number;
  /** Probability of a gross error; 0 leaves one normal, so that everything has a closed form. */
  readonly gross?: number;
}

/** A group that says one number of the quantity. */
export function groupOf({ id, origin, center, variance, gross = 0 }: Said): EvidenceGroup {
  const plain = { logWeight: 0, target: 0, mean: center, variance, gross: false, miscopied: 0 };
  const mixed = rootMixture([center], variance, gross || 0.1).map((state) => ({ ...state, target: 0 }));
  return {
    id,
    origin,
    form: "value",
    scale: "log",
    targets: [{ measure: "x", when: { kind: "always" }, weight: 1 }],
    readings: [{ claims: [id], said: [{ center, half: 0 }] }],
    components: gross === 0 ? [plain] : mixed,
  };
}

/** A model with one parameter, which is the quantity itself, on the log scale. */
export function modelOf(groups: readonly EvidenceGroup[]): Model {
  const terms = groups.map((group): GroupTerm => ({ group, nodes: group.targets.map(() => 0) }));
  return {
    parameters: { names: ["x"], isStep: Uint8Array.of(0), isWalk: Uint8Array.of(0), positionOf: () => 0 },
    tape: tapeBuilder(1).build(),
    groups: terms,
    priors: [],
  };
}

/** Independent draws from a normal distribution, as draws of that one parameter. */
export function normalDraws(mean: number, variance: number, count = 1000, seed = 11): ThinnedDraws {
  const random = createRandom(seed);
  const rows = Float64Array.from({ length: count }, () => mean + Math.sqrt(variance) * random.normal());
  return { width: 1, count, rows };
}

/** Mean and variance of a normal quantity with prior N(0, 1) after normal numbers of it. */
export function conjugate(said: readonly Said[]): { readonly mean: number; readonly variance: number } {
  const precision = said.reduce((sum, { variance }) => sum + 1 / variance, 1);
  return {
    mean: said.reduce((sum, { center, variance }) => sum + center / variance, 0) / precision,
    variance: 1 / precision,
  };
}
