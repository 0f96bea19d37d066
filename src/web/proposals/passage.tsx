import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type ReactNode, useEffect, useRef } from "react";
import type { ProposalView } from "../../cases/proposal-queue.ts";
import type { PassageAnswer } from "../api.ts";
import { useCase } from "../case.tsx";
import { useMessages } from "../messages/language.tsx";
import { Loaded } from "../parts/states.tsx";
import { queries } from "../queries.ts";

/** The passage of a proposal in its text, the sentence marked and the number in it. */
export function Passage({ view }: { readonly view: ProposalView }): ReactNode {
  const m = useMessages();
  const { id } = useCase();
  const { proposal, sourceTitle, draft } = view;
  const query = useQuery(queries.proposal(id, proposal.id));
  return (
    <div className="queue-passage">
      <h2>{sourceTitle}</h2>
      <p className="queue-where">
        <span>{draft.locator}</span>
        <Link
          to="/$case/sources/$source"
          params={{ case: id, source: proposal.source }}
          search={{ at: proposal.number.start }}
          className="link"
        >
          {m.proposals.openSource}
        </Link>
      </p>
      <Loaded query={query} size="part">
        {(answer) => <Words answer={answer} />}
      </Loaded>
    </div>
  );
}

/** The words with line ends only between paragraphs: inside one they are where the page happened to end a line. */
function flowing(words: string): string {
  return words
    .replace(/[^\S\n]*\n\s*\n\s*/gu, "\u2029")
    .replace(/\s*\n\s*/gu, " ")
    .replaceAll("\u2029", "\n\n");
}

/** The text cut at places in code points. */
function cut(words: string, places: readonly number[]): readonly string[] {
  const points = Array.from(words);
  const bounds = [0, ...places, points.length].map((at) => Math.min(points.length, Math.max(0, at)));
  return bounds.slice(1).map((to, index) => flowing(points.slice(bounds[index], to).join("")));
}

function Words({ answer }: { readonly answer: PassageAnswer }): ReactNode {
  const m = useMessages();
  const box = useRef<HTMLElement>(null);
  const { view, passage, language } = answer;
  const { span, number, id } = view.proposal;
  useEffect(() => {
    const [room, mark] = [box.current, box.current?.querySelector<HTMLElement>(`[data-proposal="${id}"]`)];
    if (room !== null && mark) room.scrollTop = mark.offsetTop - room.clientHeight / 3;
  }, [id]);
  if (passage.anchor.kind === "no text") return <p className="queue-warn">{m.proposals.noText}</p>;
  const places = [span.start, number.start, number.end, span.end].map((at) => at - passage.start);
  const [before, head, figure, tail, after] = cut(passage.words, places);
  const isExact = passage.anchor.kind === "exact";
  return (
    <>
      {passage.anchor.kind === "moved" ? (
        <p className="queue-warn">{m.proposals.moved(passage.anchor.reason)}</p>
      ) : null}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard. */}
      <section ref={box} className="queue-words" lang={language} tabIndex={0} aria-label={m.proposals.passage}>
        {passage.more[0] ? "… " : ""}
        {isExact ? (
          <>
            {before}
            <mark className="passage" data-proposal={id}>
              {head}
              <strong className="queue-mark">{figure}</strong>
              {tail}
            </mark>
            {after}
          </>
        ) : (
          flowing(passage.words)
        )}
        {passage.more[1] ? " …" : ""}
      </section>
    </>
  );
}
