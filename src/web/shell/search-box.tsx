import { useQuery } from "@tanstack/react-query";
import { type KeyboardEvent, type ReactNode, useDeferredValue, useEffect, useRef, useState } from "react";
import type { SearchHit } from "../../cases/views.ts";
import { useCase } from "../case.tsx";
import { useMessages } from "../messages/language.tsx";
import { queries } from "../queries.ts";
import { useOpenHit } from "./open-hit.ts";
import { SearchResults } from "./search-results.tsx";

const KINDS = ["quantity", "claim", "passage", "source"] as const;

function inOrder(hits: readonly SearchHit[]): readonly SearchHit[] {
  return KINDS.flatMap((kind) => hits.filter((hit) => hit.kind === kind));
}

/** Waits for a pause in typing before it asks. */
function usePaused(text: string): string {
  const [paused, setPaused] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(text), 120);
    return () => clearTimeout(timer);
  }, [text]);
  return useDeferredValue(paused);
}

/** The search across sources, passages, claims and quantities: `/` comes here, arrows choose, Enter opens. */
export function SearchBox(): ReactNode {
  const m = useMessages();
  const { id } = useCase();
  const [text, setText] = useState("");
  const [isOpen, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  // Enter before the answer has come opens the first result when it does.
  const [isEager, setEager] = useState(false);
  const q = usePaused(text.trim());
  const query = useQuery({ ...queries.search(id, q), enabled: q.length >= 2 });
  const hits = inOrder(query.data?.hits ?? []);
  const input = useRef<HTMLInputElement>(null);
  const openHit = useOpenHit();
  const isFresh = q === text.trim() && query.data !== undefined && !query.isPlaceholderData;
  const leave = () => {
    setEager(false);
    setOpen(false);
    setText("");
    input.current?.blur();
  };
  const choose = (hit: SearchHit) => {
    leave();
    openHit(hit);
  };
  useEffect(() => {
    if (!isEager || !isFresh) return;
    setEager(false);
    const [first] = hits;
    if (first !== undefined) choose(first);
  });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape") leave();
    else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : -1;
      if (hits.length > 0) setAt((at + step + hits.length) % hits.length);
    } else if (event.key === "Enter") {
      const hit = hits[at];
      if (!isFresh) setEager(true);
      else if (hit !== undefined) choose(hit);
    } else return;
    event.stopPropagation();
  };
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
          setText(event.target.value);
          setAt(0);
          setEager(false);
          setOpen(true);
        }}
        onKeyDown={onKeyDown}
      />
      <kbd className="search-key">/</kbd>
      <SearchResults shown={shown} q={text.trim()} query={query} hits={hits} at={at} onChoose={choose} />
    </search>
  );
}
