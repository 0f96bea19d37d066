import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useCase } from "../case.tsx";
import { useMessages } from "../messages/language.tsx";
import { queries } from "../queries.ts";

/** How many proposals wait, in the case or in one source, as a way to them; nothing when none does. */
export function WaitingProposals({ source }: { readonly source?: string }): ReactNode {
  const m = useMessages();
  const { id } = useCase();
  const { data } = useQuery(queries.proposals(id, { source, limit: 0 }));
  if (data === undefined || data.counts.open === 0) return null;
  const { open } = data.counts;
  return (
    <p className="waiting-proposals">
      <Link to="/$case/proposals" params={{ case: id }} search={{ source }} className="link">
        {source === undefined ? m.proposals.wait(open) : m.proposals.waitHere(open)}
      </Link>
    </p>
  );
}
