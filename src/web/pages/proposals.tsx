import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { type ReactNode, useCallback, useState } from "react";
import type { QueueAnswer } from "../api.ts";
import { useCase } from "../case.tsx";
import { useMessages } from "../messages/language.tsx";
import { useCaseTitle } from "../parts/case-title.ts";
import { Page } from "../parts/page.tsx";
import { Command, Empty, Loaded } from "../parts/states.tsx";
import { useDecider } from "../proposals/decider.ts";
import { QueueHead, QueueNews } from "../proposals/queue-head.tsx";
import { Workplace } from "../proposals/workplace.tsx";
import { queries } from "../queries.ts";
import type { ProposalsSearch } from "../search-params.ts";
import { AddDocuments } from "../sources/add-documents.tsx";

/** How many proposals the list shows at first, and how many more at a time. */
const STEP = 60;

/** The claims that reading proposes: each waits until a person accepts, corrects or rejects it. */
export function ProposalsPage(): ReactNode {
  const { id } = useCase();
  const { source, measure, status } = useSearch({ from: "/$case/proposals" });
  const [limit, setLimit] = useState(STEP);
  const query = useQuery(queries.proposals(id, { source, measure, status, limit }));
  return <Loaded query={query}>{(queue) => <Queue queue={queue} onMore={() => setLimit(limit + STEP)} />}</Loaded>;
}

function Queue({ queue, onMore }: { readonly queue: QueueAnswer; readonly onMore: () => void }): ReactNode {
  const m = useMessages();
  const navigate = useNavigate({ from: "/$case/proposals" });
  const search = useSearch({ from: "/$case/proposals" });
  const [by, setBy] = useDecider();
  const windowTitle = m.shell.title(m.proposals.name, useCaseTitle());
  const set = useCallback(
    (change: ProposalsSearch) =>
      void navigate({ to: ".", search: (held) => ({ ...held, ...change }), replace: true, resetScroll: false }),
    [navigate],
  );
  const { status } = search;
  const title = status === undefined ? m.proposals.title(queue.total) : m.proposals.titleOf(status, queue.total);
  if (queue.sources.length === 0) return <NothingRead queue={queue} windowTitle={windowTitle} />;
  return (
    <Page windowTitle={windowTitle} title={title} subtitle={m.proposals.subtitle} wide dense>
      <QueueNews queue={queue} />
      <QueueHead queue={queue} search={search} onChange={set} by={by} onBy={setBy} />
      <Workplace
        key={[search.source, search.measure, status].join(" ")}
        queue={queue}
        by={by}
        chosen={search.p}
        onShow={(p) => set({ p })}
        onMore={onMore}
        whenEmpty={<NothingHere queue={queue} search={search} onChange={set} />}
      />
    </Page>
  );
}

function NothingRead({ queue, windowTitle }: { readonly queue: QueueAnswer; readonly windowTitle: string }): ReactNode {
  const m = useMessages();
  const { id } = useCase();
  if (queue.unread > 0) {
    return (
      <Page windowTitle={windowTitle} title={m.proposals.readingTitle} subtitle={m.proposals.subtitle}>
        <QueueNews queue={queue} />
      </Page>
    );
  }
  return (
    <Page windowTitle={windowTitle} title={m.proposals.emptyTitle} subtitle={m.proposals.subtitle}>
      <QueueNews queue={queue} />
      <Empty title={m.proposals.empty}>
        <AddDocuments />
        <Command>{`tributary attach --case ${id} FILE`}</Command>
      </Empty>
    </Page>
  );
}

interface NothingHereProps {
  readonly queue: QueueAnswer;
  readonly search: ProposalsSearch;
  readonly onChange: (change: ProposalsSearch) => void;
}

function NothingHere({ queue, search, onChange }: NothingHereProps): ReactNode {
  const m = useMessages();
  const isFiltered = search.source !== undefined || search.measure !== undefined || search.status !== undefined;
  if (isFiltered || queue.unread > 0) {
    return (
      <Empty title={m.proposals.noneFiltered}>
        <button
          type="button"
          className="button"
          onClick={() => onChange({ source: undefined, measure: undefined, status: undefined, p: undefined })}
        >
          {m.proposals.clear}
        </button>
      </Empty>
    );
  }
  return (
    <Empty title={m.proposals.noneTitle}>
      <p>{m.proposals.none}</p>
      <AddDocuments />
    </Empty>
  );
}
