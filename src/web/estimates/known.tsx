import type { ReactNode } from "react";
import type { Estimate } from "../../estimates/estimate.ts";
import { isAsWideAsPrior } from "../../estimates/find-humps.ts";
import { useMessages } from "../messages/language.tsx";
import { figure } from "../numbers.ts";
import { percentWords } from "../verdict.ts";

/** What an interval alone does not say: that nothing is known, or that there are two humps and no middle. */
export function Known({ estimate }: { readonly estimate: Estimate }): ReactNode {
  const m = useMessages();
  const { humps, unit } = estimate;
  if (humps !== undefined && humps.length > 1) {
    const parts = humps.map(({ center, mass }) => m.estimate.hump(figure(center, unit, m), percentWords(mass)));
    return <span className="known known-humps">{m.estimate.humps(parts)}</span>;
  }
  return isAsWideAsPrior(estimate) ? <span className="known">{m.estimate.nothingKnown}</span> : null;
}
