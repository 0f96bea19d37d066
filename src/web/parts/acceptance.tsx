import type { ReactNode } from "react";
import type { Acceptance } from "../../cases/views.ts";
import { useMessages } from "../messages/language.tsx";
import { periodWords } from "../periods.ts";

/** Who accepted or corrected a claim last; nothing for one that nobody decided about. */
export function AcceptedBy({ accepted }: { readonly accepted: Acceptance | undefined }): ReactNode {
  const m = useMessages();
  if (accepted === undefined) return null;
  const { by, at, decision } = accepted;
  const date = periodWords(at.slice(0, 10), m);
  const words = decision === "corrected" ? m.proposals.correctedBy(by, date) : m.proposals.acceptedBy(by, date);
  return <span className="under">{words}</span>;
}
