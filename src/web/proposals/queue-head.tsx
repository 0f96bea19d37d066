import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { NO_MEASURE } from "../../cases/proposal-queue.ts";
import { PROPOSAL_STATUSES } from "../../claims/decided-proposal.ts";
import type { QueueAnswer } from "../api.ts";
import { useCase } from "../case.tsx";
import { useMessages } from "../messages/language.tsx";
import { Choice } from "../parts/filters.tsx";
import type { ProposalsSearch } from "../search-params.ts";

interface QueueHeadProps {
  readonly queue: QueueAnswer;
  readonly search: ProposalsSearch;
  readonly onChange: (change: ProposalsSearch) => void;
  readonly by: string;
  readonly onBy: (name: string) => void;
}

/** Where proposals stand, what they are narrowed by, and who decides; all but the last stands in the address. */
export function QueueHead({ queue, search, onChange, by, onBy }: QueueHeadProps): ReactNode {
  const m = useMessages();
  const { measure } = useCase();
  const p = m.proposals;
  const sources = queue.sources.map(({ id, name, open }) => ({ id, name: p.option(name, open) }));
  const measures = queue.measures.map(({ id, open }) => ({
    id,
    name: p.option(id === NO_MEASURE ? p.noMeasure : measure(id), open),
  }));
  return (
    <>
      <Statuses queue={queue} search={search} />
      <search className="filters" aria-label={p.filters}>
        <Choice
          label={p.source}
          value={search.source}
          options={sources}
          onChange={(source) => onChange({ source, p: undefined })}
        />
        <Choice
          label={p.measure}
          value={search.measure}
          options={measures}
          onChange={(chosen) => onChange({ measure: chosen, p: undefined })}
        />
        <label className="filter">
          <span>{p.by}</span>
          <input value={by} maxLength={80} onChange={(event) => onBy(event.target.value)} autoComplete="off" />
        </label>
      </search>
    </>
  );
}

function Statuses({ queue, search }: Pick<QueueHeadProps, "queue" | "search">): ReactNode {
  const m = useMessages();
  const { id } = useCase();
  const chosen = search.status ?? "open";
  return (
    <nav className="queue-statuses" aria-label={m.proposals.statusLabel}>
      {PROPOSAL_STATUSES.map((status) => (
        <Link
          key={status}
          to="/$case/proposals"
          params={{ case: id }}
          search={(held) => ({ ...held, status: status === "open" ? undefined : status, p: undefined })}
          resetScroll={false}
          activeOptions={{ exact: true, includeSearch: true }}
          className={status === chosen ? "queue-status queue-status-chosen" : "queue-status"}
          {...(status === chosen ? { "aria-current": "page" as const } : {})}
        >
          {m.proposals.statuses[status]} <span className="queue-count">{queue.counts[status]}</span>
        </Link>
      ))}
    </nav>
  );
}

/** How far the texts have been read, which could not be, and which accepted claims have moved. */
export function QueueNews({ queue }: { readonly queue: QueueAnswer }): ReactNode {
  const m = useMessages();
  const { id } = useCase();
  const p = m.proposals;
  return (
    <>
      {queue.unread === 0 ? null : (
        <p className="queue-note" role="status">
          {p.reading(queue.unread)}
        </p>
      )}
      {queue.failed.map(({ source, why }) => (
        <p key={source} className="queue-warn">
          {p.failed(source, why)}
        </p>
      ))}
      {queue.moved.length === 0 ? null : (
        <section className="queue-moved">
          <h2>{p.movedTitle(queue.moved.length)}</h2>
          <p>{p.movedNext}</p>
          <ul>
            {queue.moved.map(({ claim, source, paraphrase, reason }) => (
              <li key={claim}>
                <Link to="/$case/sources/$source" params={{ case: id, source }} search={{ claim }} className="link">
                  {paraphrase}
                </Link>
                <span className="under">{reason}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
