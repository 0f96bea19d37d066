import type { ReactNode } from "react";
import type { ProposalView } from "../../cases/proposal-queue.ts";
import { useMessages } from "../messages/language.tsx";
import type { Acts } from "./acts.ts";

interface SelectionBarProps {
  readonly items: readonly ProposalView[];
  readonly selection: { readonly views: readonly ProposalView[]; readonly set: (ids: readonly string[]) => void };
  /** How many of the last selection stayed because they lack something. */
  readonly lacking: number;
  readonly acts: Acts;
  readonly onAccept: () => void;
  readonly onReject: () => void;
}

/** Many at a time, what was done last, and how to take it back. */
export function SelectionBar({ items, selection, lacking, acts, onAccept, onReject }: SelectionBarProps): ReactNode {
  const m = useMessages();
  const p = m.proposals;
  const n = selection.views.length;
  const open = items.filter(({ status }) => status === "open" || status === "claimed");
  return (
    <div className="queue-bar">
      <div className="queue-bar-buttons">
        {n === 0 ? (
          <button
            type="button"
            className="button"
            disabled={open.length === 0}
            onClick={() => selection.set(open.map(({ proposal }) => proposal.id))}
          >
            {p.selectAll(open.length)}
          </button>
        ) : (
          <>
            <span>{p.selected(n)}</span>
            <button type="button" className="button button-main" onClick={onAccept}>
              {p.acceptMany(n)} <kbd>a</kbd>
            </button>
            <button type="button" className="button" onClick={onReject}>
              {p.rejectMany(n)} <kbd>r</kbd>
            </button>
            <button type="button" className="button" onClick={() => selection.set([])}>
              {p.selectNone}
            </button>
          </>
        )}
        <button type="button" className="button" onClick={() => void acts.undo()}>
          {p.undo} <kbd>u</kbd>
        </button>
      </div>
      <p className="queue-said" role="status">
        {acts.said} {lacking === 0 ? "" : p.lackMany(lacking)}
      </p>
      {acts.failure === "" ? null : (
        <p className="queue-warn" role="alert">
          {acts.failure}
        </p>
      )}
    </div>
  );
}
