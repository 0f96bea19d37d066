import { useSearch } from "@tanstack/react-router";
import { type ReactNode, useEffect, useMemo, useRef } from "react";
import type { SourceReading } from "../../cases/views.ts";
import { useMessages } from "../messages/language.tsx";
import { AcceptedBy } from "../parts/acceptance.tsx";
import { ClaimDot } from "../parts/claim-dot.tsx";
import { ClaimLink, speakerWords, useClaimTopic, VerdictWords } from "../parts/claim-words.tsx";
import { WaitingProposals } from "../parts/waiting-proposals.tsx";
import { useTraceDoor } from "../trace/door.ts";
import { type Numbered, numbered } from "./numbered.ts";

/** The claims taken from a source, in the margin beside its text. */
export function Notes({ reading }: { readonly reading: SourceReading }): ReactNode {
  const m = useMessages();
  const { claim } = useSearch({ from: "/$case/sources/$source" });
  const views = useMemo(() => numbered(reading), [reading]);
  return (
    <section className="notes" aria-label={m.shell.claims}>
      <h2>{m.reader.claims(views.length)}</h2>
      <WaitingProposals source={reading.source.id} />
      <ol>
        {views.map((view) => (
          <Note key={view.claim.id} view={view} chosen={view.claim.id === claim} hasText={reading.text !== undefined} />
        ))}
      </ol>
    </section>
  );
}

interface NoteProps {
  readonly view: Numbered;
  readonly chosen: boolean;
  readonly hasText: boolean;
}

/** Brings the note into view within its column, or within the page where there is no text beside it. */
function useNoteInView(chosen: boolean, hasText: boolean) {
  const item = useRef<HTMLLIElement>(null);
  useEffect(() => {
    const note = item.current;
    if (!chosen || note === null) return;
    const column = note.closest(".notes");
    const scrolls =
      column !== null && column.scrollHeight > column.clientHeight + 4 && getComputedStyle(column).overflowY === "auto";
    if (scrolls) column.scrollTo({ top: note.offsetTop - column.clientHeight / 3 });
    else if (!hasText) note.scrollIntoView({ block: "center" });
  }, [chosen, hasText]);
  return item;
}

function Note({ view, chosen, hasText }: NoteProps): ReactNode {
  const m = useMessages();
  const topic = useClaimTopic();
  const door = useTraceDoor();
  const item = useNoteInView(chosen, hasText);
  const { claim, result, anchor } = view;
  const quantity = result?.quantity;
  return (
    <li
      ref={item}
      id={`note-${claim.id}`}
      data-item=""
      className={chosen ? "note note-chosen" : "note"}
      value={view.number}
      {...(chosen ? { "aria-current": "true" as const } : {})}
    >
      <p className="note-head">
        <span className="note-number" aria-hidden="true">
          {view.number}
        </span>
        <ClaimDot result={result} />
        <ClaimLink claim={claim} />
      </p>
      <p className="note-topic">
        {quantity === undefined ? (
          topic(claim)
        ) : (
          <button type="button" className="figure" onClick={() => door.open(quantity)}>
            {topic(claim)}
          </button>
        )}
      </p>
      <p className="note-words">{claim.paraphrase}</p>
      <p className="note-source">
        {m.quantity(
          [speakerWords(claim.statedBy, m), claim.locator, m.claim.bases[claim.basis]].filter((part) => part !== ""),
        )}
      </p>
      {claim.derivation === "inferred" ? <p className="note-source">{m.claim.inferred}</p> : null}
      {claim.note === undefined ? null : <p className="note-source">{claim.note}</p>}
      <AcceptedBy accepted={view.accepted} />
      <p className="note-fit">
        <VerdictWords result={result} />
      </p>
      {hasText && anchor.kind === "moved" ? (
        <p className="note-moved">
          {m.reader.moved}: {anchor.reason}
        </p>
      ) : null}
      {hasText && anchor.kind === "no text" ? <p className="note-source">{m.reader.noText}</p> : null}
    </li>
  );
}
