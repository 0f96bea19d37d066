import fc from "fast-check";
import { type Tape, tapeBuilder } from "../../src/math/tape.ts";

/** How many parameters a random tape has. */
export const PARAMETERS = 4;

/** One form of a random tape; its picks are turned into nodes that are there. */
export interface Step {
  readonly form: "linear" | "log sum" | "exp" | "logit";
  readonly picks: readonly number[];
  readonly constants: readonly number[];
}

export const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.record({
    form: fc.constantFrom("linear" as const, "log sum" as const, "exp" as const, "logit" as const),
    picks: fc.array(fc.nat(1000), { minLength: 1, maxLength: 4 }),
    constants: fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 4, maxLength: 4 }),
  }),
  { minLength: 1, maxLength: 12 },
);

/** A tape of random steps. Exponentials and logits are taken of shrunken values, so that nothing overflows. */
export function tapeOf(list: readonly Step[]): Tape {
  const builder = tapeBuilder(PARAMETERS);
  let nodes = PARAMETERS;
  for (const { form, picks, constants } of list) {
    const terms = picks.map((pick, k) => [pick % nodes, constants[k] ?? 0] as const);
    if (form === "linear") nodes = builder.linear(terms, 0.5) + 1;
    else if (form === "log sum") nodes = builder.logSumExp(terms) + 1;
    else {
      const first = (picks[0] ?? 0) % nodes;
      if (form === "exp") nodes = builder.exp(builder.linear([[first, 0.1]])) + 1;
      else {
        const whole = builder.logSumExp(Array.from({ length: PARAMETERS }, (_, i) => [i, 0] as const));
        const share = builder.linear([
          [first % PARAMETERS, 1],
          [whole, -1],
        ]);
        nodes = builder.logitOfLog(share) + 1;
      }
    }
  }
  return builder.build();
}
