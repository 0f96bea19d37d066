import { type UseQueryResult, useQuery } from "@tanstack/react-query";
import { type KeyboardEvent, useDeferredValue, useEffect, useState } from "react";
import type { SearchHit } from "../../cases/views.ts";
import { queries } from "../queries.ts";

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

/** What is typed into the search, what it found and which of that is chosen. */
export interface Searching {
  readonly text: string;
  readonly hits: readonly SearchHit[];
  /** Index of the chosen one. */
  readonly at: number;
  readonly query: UseQueryResult<{ readonly total: number; readonly more: boolean }, Error>;
  readonly type: (text: string) => void;
  /** Arrows choose, Enter opens, Esc leaves. */
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

interface Outcome {
  readonly onChoose: (hit: SearchHit) => void;
  readonly onLeave: () => void;
}

/** The state of the search box of a case. */
export function useSearching(caseId: string, { onChoose, onLeave }: Outcome): Searching {
  const [text, setText] = useState("");
  const [at, setAt] = useState(0);
  // Enter before the answer has come opens the first result when it does.
  const [isEager, setEager] = useState(false);
  const q = usePaused(text.trim());
  const query = useQuery({ ...queries.search(caseId, q), enabled: q.length >= 2 });
  const hits = inOrder(query.data?.hits ?? []);
  const isFresh = q === text.trim() && query.data !== undefined && !query.isPlaceholderData;
  const type = (next: string) => {
    setText(next);
    setAt(0);
    setEager(false);
  };
  useEffect(() => {
    if (!isEager || !isFresh) return;
    setEager(false);
    const [first] = hits;
    if (first !== undefined) onChoose(first);
  });
  const enter = () => {
    const hit = hits[at];
    if (!isFresh) setEager(true);
    else if (hit !== undefined) onChoose(hit);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step !== 0) event.preventDefault();
    if (step !== 0 && hits.length > 0) setAt((at + step + hits.length) % hits.length);
    else if (event.key === "Escape") onLeave();
    else if (event.key === "Enter") enter();
    else return;
    event.stopPropagation();
  };
  return { text, hits, at, query, type, onKeyDown };
}
