import type { ReactNode } from "react";
import type { Estimate } from "../../estimates/estimate.ts";
import { isSettled } from "../../estimates/settled.ts";
import { useMessages } from "../messages/language.tsx";

/** Says beside a figure that its chains have not settled; nothing where they have. */
export function Unsettled({ estimate }: { readonly estimate: Estimate }): ReactNode {
  const m = useMessages();
  if (isSettled(estimate)) return null;
  return (
    <span className="unsettled" data-hint={m.estimate.unsettledWhy}>
      {m.estimate.unsettled}
    </span>
  );
}
