import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { type ReactNode, useCallback, useMemo } from "react";
import type { SourceView } from "../../cases/views.ts";
import { useCase } from "../case.tsx";
import type { Messages } from "../messages/en.ts";
import { useMessages } from "../messages/language.tsx";
import { useCaseTitle } from "../parts/case-title.ts";
import { type Column, DataTable } from "../parts/data-table.tsx";
import { Words } from "../parts/filters.tsx";
import { creators, gradeWords } from "../parts/imprint.ts";
import { Page } from "../parts/page.tsx";
import { Command, Empty, Loaded } from "../parts/states.tsx";
import { WaitingProposals } from "../parts/waiting-proposals.tsx";
import { periodWords } from "../periods.ts";
import { queries } from "../queries.ts";
import { AddDocuments } from "../sources/add-documents.tsx";

/** Every source of the case. */
export function SourcesPage(): ReactNode {
  const { id } = useCase();
  const query = useQuery(queries.sources(id));
  return <Loaded query={query}>{({ sources }) => <List sources={sources} />}</Loaded>;
}

function matches(view: SourceView, q: string): boolean {
  const { source } = view;
  const text = [source.title, source.author, source.publisher, source.id].join(" ").toLowerCase();
  return text.includes(q.toLowerCase());
}

function columnsOf(m: Messages, caseId: string): readonly Column<SourceView>[] {
  const s = m.sources;
  return [
    {
      id: "source",
      head: s.source,
      width: "w-wide",
      names: true,
      sort: ({ source }) => source.title,
      cell: ({ source }) => (
        <>
          <Link to="/$case/sources/$source" params={{ case: caseId, source: source.id }} search={{}} className="link">
            {source.title}
          </Link>
          <span className="under">{creators(source)}</span>
        </>
      ),
    },
    {
      id: "published",
      head: s.published,
      width: "w-date",
      sort: ({ source }) => source.published,
      cell: ({ source }) => (source.published === undefined ? s.unknownDate : periodWords(source.published, m)),
    },
    {
      id: "type",
      head: s.type,
      width: "w-small",
      sort: ({ source }) => source.type,
      cell: ({ source }) => s.types[source.type],
    },
    {
      id: "grade",
      head: s.grade,
      width: "w-tiny",
      sort: ({ source }) => source.reliability + source.credibility,
      cell: ({ source }) => <span data-hint={gradeWords(source, m)}>{source.reliability + source.credibility}</span>,
    },
    {
      id: "claims",
      head: s.claims,
      width: "w-tiny",
      numeric: true,
      sort: (view) => view.claims,
      cell: (view) => view.claims,
    },
    {
      id: "copy",
      head: s.copy,
      width: "w-small",
      sort: (view) => (view.attached ? s.attached : s.notAttached),
      cell: (view) => <span className={view.attached ? "" : "soft"}>{view.attached ? s.attached : s.notAttached}</span>,
    },
  ];
}

function List({ sources }: { readonly sources: readonly SourceView[] }): ReactNode {
  const m = useMessages();
  const { id } = useCase();
  const navigate = useNavigate({ from: "/$case/sources" });
  const search = useSearch({ from: "/$case/sources" });
  const set = useCallback(
    (change: { q?: string | undefined; sort?: string | undefined }) =>
      void navigate({ to: ".", search: (held) => ({ ...held, ...change }), replace: true, resetScroll: false }),
    [navigate],
  );
  const setText = useCallback((q: string | undefined) => set({ q }), [set]);
  const columns = useMemo(() => columnsOf(m, id), [m, id]);
  const shown = useMemo(() => sources.filter((view) => matches(view, search.q ?? "")), [sources, search.q]);
  const attached = sources.filter((view) => view.attached).length;
  return (
    <Page
      windowTitle={m.shell.title(m.shell.sources, useCaseTitle())}
      title={m.sources.title(sources.length, attached)}
      subtitle={m.sources.subtitle}
    >
      <AddDocuments />
      <WaitingProposals />
      {sources.length === 0 ? (
        <Empty title={m.sources.empty}>
          <Command>{`tributary import path/to/${id}`}</Command>
        </Empty>
      ) : (
        <>
          <div className="filters">
            <Words label={m.sources.filter} value={search.q} onChange={setText} />
          </div>
          {shown.length === 0 ? (
            <Empty title={m.sources.none}>
              <button type="button" className="button" onClick={() => set({ q: undefined })}>
                {m.clear}
              </button>
            </Empty>
          ) : (
            <DataTable
              name={m.shell.sources}
              columns={columns}
              rows={shown}
              rowKey={sourceKey}
              sort={search.sort}
              onSort={(sort) => set({ sort })}
            />
          )}
        </>
      )}
    </Page>
  );
}

const sourceKey = (view: SourceView) => view.source.id;
