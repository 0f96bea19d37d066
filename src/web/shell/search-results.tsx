import type { UseQueryResult } from "@tanstack/react-query";
import { Fragment, type ReactNode, useEffect } from "react";
import type { SearchHit } from "../../cases/views.ts";
import { useMessages } from "../messages/language.tsx";

interface SearchResultsProps {
  readonly shown: boolean;
  readonly q: string;
  readonly query: UseQueryResult<{ readonly total: number; readonly more: boolean }, Error>;
  readonly hits: readonly SearchHit[];
  /** Index of the chosen one. */
  readonly at: number;
  readonly onChoose: (hit: SearchHit) => void;
}

/** What the search found, by kind, under the search box. */
export function SearchResults(props: SearchResultsProps): ReactNode {
  const m = useMessages();
  const { hits, at, shown, q, query } = props;
  useEffect(() => {
    if (shown) document.getElementById(`hit-${at}`)?.scrollIntoView({ block: "nearest" });
  }, [at, shown]);
  const status =
    q.length < 2
      ? m.search.short
      : query.isError
        ? query.error.message
        : query.data === undefined
          ? m.state.loading
          : hits.length === 0
            ? m.search.none(q)
            : m.search.total(query.data.total, query.data.more);
  return (
    <div className="results" hidden={!shown}>
      <p className="results-status" role="status">
        {shown ? status : ""}
      </p>
      <div id="search-results" role="listbox" aria-label={m.search.label} tabIndex={-1}>
        {hits.map((hit, index) => (
          <Fragment key={`${hit.kind}-${hit.id}-${hit.start ?? ""}`}>
            {hits[index - 1]?.kind === hit.kind ? null : (
              <div className="results-kind" role="presentation">
                {m.search[hit.kind]}
              </div>
            )}
            <Hit hit={hit} index={index} chosen={index === at} onChoose={props.onChoose} />
          </Fragment>
        ))}
      </div>
    </div>
  );
}

interface HitProps {
  readonly hit: SearchHit;
  readonly index: number;
  readonly chosen: boolean;
  readonly onChoose: (hit: SearchHit) => void;
}

function Hit({ hit, index, chosen, onChoose }: HitProps): ReactNode {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the search box above answers the keys.
    <div
      id={`hit-${index}`}
      role="option"
      aria-selected={chosen}
      tabIndex={-1}
      className="hit"
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => onChoose(hit)}
    >
      <span className="hit-title">{hit.title}</span>
      {hit.snippet === "" ? null : <span className="hit-snippet">{matched(hit.snippet)}</span>}
    </div>
  );
}

/** A snippet with its matches, which stand between U+2068 and U+2069, marked. */
function matched(snippet: string): ReactNode {
  return snippet.split(/\u2068+([^\u2068\u2069]*)\u2069+/).map((part, index) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text never move.
    index % 2 === 1 ? <mark key={index}>{part}</mark> : <Fragment key={index}>{part}</Fragment>,
  );
}
