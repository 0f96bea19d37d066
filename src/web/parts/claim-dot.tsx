import type { ReactNode } from "react";
import type { ClaimResult } from "../../estimates/estimate.ts";

/** A claim's sign: an open circle, filled by the share of it that counts; struck in ochre when probably wrong. */
export function ClaimDot({ result }: { readonly result?: ClaimResult | undefined }): ReactNode {
  const wrong = result !== undefined && result.unused === undefined && result.conflict >= 0.5;
  const filled = result === undefined || result.unused !== undefined ? 0 : Math.sqrt(result.weight) * 4;
  return (
    <svg className={wrong ? "claim-dot claim-dot-wrong" : "claim-dot"} viewBox="0 0 14 14" aria-hidden="true">
      <circle className="claim-dot-ring" cx="7" cy="7" r="4.75" />
      {wrong ? (
        <path className="claim-dot-strike" d="M1.5 12.5l11-11" />
      ) : (
        <circle className="claim-dot-fill" cx="7" cy="7" r={filled} />
      )}
    </svg>
  );
}
