import type { ReactNode } from "react";
import type { ProposalView } from "../../cases/proposal-queue.ts";
import { useCase } from "../case.tsx";
import { useMessages } from "../messages/language.tsx";
import { claimFigure } from "../numbers.ts";
import { periodWords } from "../periods.ts";

interface QueueListProps {
  readonly items: readonly ProposalView[];
  readonly current: string | undefined;
  readonly selected: ReadonlySet<string>;
  readonly onShow: (id: string) => void;
  readonly onSelect: (id: string) => void;
  /** How many more there are than are shown. */
  readonly more: number;
  readonly onMore: () => void;
}

/** The proposals in the order of their texts; the one in view is marked. */
export function QueueList(props: QueueListProps): ReactNode {
  const m = useMessages();
  const { items, current, selected, onShow, onSelect, more, onMore } = props;
  const isOneSource = items.every(({ proposal }) => proposal.source === items[0]?.proposal.source);
  return (
    <nav className="queue-column" aria-label={m.proposals.list}>
      <ol className="queue" data-list="proposals">
        {items.map((view) => (
          <QueueItem
            key={view.proposal.id}
            view={view}
            isCurrent={view.proposal.id === current}
            isSelected={selected.has(view.proposal.id)}
            isOneSource={isOneSource}
            onShow={onShow}
            onSelect={onSelect}
          />
        ))}
      </ol>
      {more > 0 ? (
        <button type="button" className="button queue-more" onClick={onMore}>
          {m.proposals.more(more)}
        </button>
      ) : null}
    </nav>
  );
}

interface QueueItemProps {
  readonly view: ProposalView;
  readonly isCurrent: boolean;
  readonly isSelected: boolean;
  readonly isOneSource: boolean;
  readonly onShow: (id: string) => void;
  readonly onSelect: (id: string) => void;
}

function QueueItem({ view, isCurrent, isSelected, isOneSource, onShow, onSelect }: QueueItemProps): ReactNode {
  const m = useMessages();
  const { proposal, missing, sourceTitle, snippet, status } = view;
  const figure = claimFigure({ ...proposal, unit: proposal.unit === "count" ? "" : proposal.unit }, m);
  return (
    <li
      data-item=""
      className={isCurrent ? "queue-item queue-item-current" : "queue-item"}
      {...(isCurrent ? { "aria-current": "true" as const } : {})}
    >
      {status === "open" || status === "claimed" ? (
        <label className="queue-select">
          <input
            type="checkbox"
            checked={isSelected}
            onChange={() => onSelect(proposal.id)}
            aria-label={m.proposals.select(figure)}
          />
        </label>
      ) : null}
      <button
        type="button"
        className="queue-open"
        onClick={() => onShow(proposal.id)}
        onFocus={() => onShow(proposal.id)}
      >
        <span className="queue-figure">{figure}</span>
        <Topic view={view} />
        {missing.length === 0 || status !== "open" ? null : (
          <span className="queue-lacks">{m.proposals.lacking(missing.length)}</span>
        )}
        {snippet === undefined ? null : (
          <span className="queue-snippet">
            {snippet.before}
            <b>{snippet.number}</b>
            {snippet.after}
          </span>
        )}
        {isOneSource ? null : <span className="under">{sourceTitle}</span>}
      </button>
    </li>
  );
}

/** What a proposal is about, as far as its words say it. */
function Topic({ view }: { readonly view: ProposalView }): ReactNode {
  const m = useMessages();
  const { measure, place } = useCase();
  const { draft } = view;
  const known = [
    draft.measure === undefined ? undefined : measure(draft.measure),
    draft.place === undefined ? undefined : place(draft.place),
    draft.period === undefined ? undefined : periodWords(draft.period, m),
  ].filter((part) => part !== undefined);
  return known.length === 0 ? null : <span className="queue-topic">{m.quantity(known)}</span>;
}
