import { Link, useSearch } from "@tanstack/react-router";
import { memo, type ReactNode, useEffect, useMemo } from "react";
import type { SourceReading } from "../../cases/views.ts";
import { useCase } from "../case.tsx";
import { useMessages } from "../messages/language.tsx";
import { anchoredOf, numbered } from "./numbered.ts";
import { type Anchored, type Paragraph, paragraphsOf, type Segment } from "./segments.ts";

interface PassageTextProps {
  readonly text: string;
  readonly reading: SourceReading;
}

/** Brings the chosen passage, or the place asked for, into view. */
function useScrollTo(claim: string | undefined, at: number | undefined, paragraphs: readonly Paragraph[]): void {
  useEffect(() => {
    const paragraph = at === undefined ? undefined : [...paragraphs].reverse().find((item) => item.start <= at);
    const target =
      claim !== undefined
        ? document.querySelector(`[data-claim~="${CSS.escape(claim)}"]`)
        : paragraph === undefined
          ? null
          : document.getElementById(`p-${paragraph.start}`);
    target?.scrollIntoView({ block: "center" });
  }, [claim, at, paragraphs]);
}

/** The source's text with its passages marked and numbered. */
export function PassageText({ text, reading }: PassageTextProps): ReactNode {
  const m = useMessages();
  const { claim, at } = useSearch({ from: "/$case/sources/$source" });
  const paragraphs = useMemo(() => paragraphsOf(text, anchoredOf(numbered(reading))), [text, reading]);
  useScrollTo(claim, at, paragraphs);
  return (
    <section className="text" lang={reading.source.language} aria-label={m.reader.words}>
      {paragraphs.map((paragraph) => (
        <Words
          key={paragraph.start}
          paragraph={paragraph}
          chosen={chosenIn(paragraph, claim)}
          source={reading.source.id}
        />
      ))}
    </section>
  );
}

function chosenIn(paragraph: Paragraph, claim: string | undefined): string | undefined {
  return paragraph.segments.some((segment) => segment.covers.some((item) => item.claim === claim)) ? claim : undefined;
}

interface WordsProps {
  readonly paragraph: Paragraph;
  readonly chosen: string | undefined;
  readonly source: string;
}

const Words = memo(function Words({ paragraph, chosen, source }: WordsProps): ReactNode {
  return (
    <p id={`p-${paragraph.start}`}>
      {paragraph.segments.map((segment) => (
        <Run key={segment.start} segment={segment} chosen={chosen} source={source} />
      ))}
    </p>
  );
});

function Run({
  segment,
  chosen,
  source,
}: {
  readonly segment: Segment;
  readonly chosen: string | undefined;
  readonly source: string;
}): ReactNode {
  if (segment.covers.length === 0) return segment.text;
  const isChosen = segment.covers.some((item) => item.claim === chosen);
  return (
    <>
      <mark
        className={isChosen ? "passage passage-chosen" : "passage"}
        data-claim={segment.covers.map((item) => item.claim).join(" ")}
      >
        {segment.text}
      </mark>
      {segment.ends.map((item) => (
        <Reference key={item.claim} anchored={item} source={source} />
      ))}
    </>
  );
}

function Reference({ anchored, source }: { readonly anchored: Anchored; readonly source: string }): ReactNode {
  const m = useMessages();
  const { id } = useCase();
  return (
    <sup className="reference">
      <Link
        to="/$case/sources/$source"
        params={{ case: id, source }}
        search={(held) => ({ trace: held.trace, path: held.path, claim: anchored.claim })}
        resetScroll={false}
        aria-label={m.reader.toNote(anchored.number)}
      >
        {anchored.number}
      </Link>
    </sup>
  );
}
