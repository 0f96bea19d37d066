import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { ProposalView } from "../../cases/proposal-queue.ts";
import { useCase } from "../case.tsx";
import { useMessages } from "../messages/language.tsx";
import { periodWords } from "../periods.ts";
import { DraftForm } from "./draft-form.tsx";
import type { Edit } from "./edit.ts";
import { Passage } from "./passage.tsx";

interface DeskProps {
  readonly view: ProposalView;
  readonly edit: Edit;
  readonly onAccept: () => void;
  readonly onReject: () => void;
  readonly onTakeBack: () => void;
  readonly onLeave: () => void;
}

/** The proposal in view: its passage, and the claim that it would be or what was decided about it. */
export function Desk({ view, edit, onTakeBack, ...form }: DeskProps): ReactNode {
  const m = useMessages();
  const { status } = view;
  const isDecided = status !== "open" && status !== "claimed";
  return (
    <div className="queue-desk">
      <Passage view={view} />
      {status === "claimed" ? (
        <p className="queue-note">
          {m.proposals.claimedNote} <ClaimOf view={view} />
        </p>
      ) : null}
      {isDecided ? (
        <Decided view={view} onTakeBack={onTakeBack} />
      ) : (
        <DraftForm key={view.proposal.id} view={view} edit={edit} {...form} />
      )}
    </div>
  );
}

function ClaimOf({ view }: { readonly view: ProposalView }): ReactNode {
  const m = useMessages();
  const { id } = useCase();
  const { claim, proposal } = view;
  if (claim === undefined) return null;
  return (
    <Link
      to="/$case/sources/$source"
      params={{ case: id, source: proposal.source }}
      search={{ claim }}
      className="link"
    >
      {m.proposals.theClaim}
    </Link>
  );
}

function Decided({ view, onTakeBack }: { readonly view: ProposalView; readonly onTakeBack: () => void }): ReactNode {
  const m = useMessages();
  const { status, decision, paraphrase } = view;
  if (decision === undefined) return null;
  return (
    <section className="queue-decided">
      <p>{m.proposals.decided(status, decision.by, periodWords(decision.at.slice(0, 10), m))}</p>
      {decision.why === undefined ? null : <q>{decision.why}</q>}
      <p className="soft">{paraphrase}</p>
      <p className="draft-buttons">
        <ClaimOf view={view} />
        <button type="button" className="button" onClick={onTakeBack}>
          {m.proposals.takeBack}
        </button>
      </p>
    </section>
  );
}
