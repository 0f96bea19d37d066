import { LARGEST_FACTOR, roundedFactor, type Slip } from "../../estimates/slip.ts";

/** Words of slips in English. */
export const slipEn = {
  /** The slip that explains a claim, and how much better than an error that nothing explains. */
  slip: ({ words, bayesFactor }: Pick<Slip, "kind" | "words" | "currency" | "bayesFactor">): string =>
    bayesFactor > LARGEST_FACTOR
      ? `${words}: more than ${LARGEST_FACTOR} times likelier`
      : `${words}: ${roundedFactor(bayesFactor)} times likelier`,
};
