import { type ReactNode, useRef, useState } from "react";
import type { SearchHit } from "../../cases/views.ts";
import { useCase } from "../case.tsx";
import { useMessages } from "../messages/language.tsx";
import { useOpenHit } from "./open-hit.ts";
import { SearchResults } from "./search-results.tsx";
import { useSearching } from "./use-search.ts";

/** The search across sources, passages, claims and quantities: `/` comes here, arrows choose, Enter opens. */
export function SearchBox(): ReactNode {
  const m = useMessages();
  const { id } = useCase();
  const [isOpen, setOpen] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const openHit = useOpenHit();
  const leave = () => {
    setOpen(false);
    searching.type("");
    input.current?.blur();
  };
  const choose = (hit: SearchHit) => {
    leave();
    openHit(hit);
  };
  const searching = useSearching(id, { onChoose: choose, onLeave: leave });
  const { text, hits, at, query } = searching;
  const shown = isOpen && text.trim() !== "";
  return (
    <search className="search" onBlur={(event) => event.currentTarget.contains(event.relatedTarget) || setOpen(false)}>
      <input
        id="search"
        ref={input}
        type="text"
        role="combobox"
        autoComplete="off"
        spellCheck={false}
        aria-label={m.search.label}
        aria-expanded={shown}
        aria-controls="search-results"
        aria-autocomplete="list"
        {...(shown && hits.length > 0 ? { "aria-activedescendant": `hit-${at}` } : {})}
        placeholder={m.search.placeholder}
        value={text}
        onFocus={() => setOpen(true)}
        onChange={(event) => {
          searching.type(event.target.value);
          setOpen(true);
        }}
        onKeyDown={searching.onKeyDown}
      />
      <kbd className="search-key">/</kbd>
      <SearchResults shown={shown} q={text.trim()} query={query} hits={hits} at={at} onChoose={choose} />
    </search>
  );
}
