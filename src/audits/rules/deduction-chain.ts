import type { AuditRule } from "../audit-rule.ts";
import { chainDrafts } from "../chain-drafts.ts";
import { payChains } from "../pay-chain.ts";
import { ROUNDING } from "../tolerance.ts";

/** A printed chain of deductions, recomputed under every reading and held against every result that is printed with it. */
export const deductionChain: AuditRule = {
  id: "deduction-chain",
  name: "Chain of deductions",
  checks:
    "recomputes what a printed chain of shares and sums leaves (of the gross; of what is left; one after another) and holds it against every result printed with it, its month against its year",
  tolerance: ROUNDING,
  citation:
    "Recomputing what is printed, as statcheck does for test statistics (Nuijten and others 2016, Behavior Research Methods 48).",
  run: ({ claims, account }) => payChains(claims, account).flatMap(chainDrafts),
};
