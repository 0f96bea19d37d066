import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { SourceReading } from "../../cases/views.ts";
import { useCase } from "../case.tsx";
import { useMessages } from "../messages/language.tsx";
import { useCaseTitle } from "../parts/case-title.ts";
import { creators, gradeWords } from "../parts/imprint.ts";
import { Page } from "../parts/page.tsx";
import { Loaded } from "../parts/states.tsx";
import { periodWords } from "../periods.ts";
import { queries } from "../queries.ts";
import { AttachCopy } from "../reader/attach-copy.tsx";
import { Notes } from "../reader/notes.tsx";
import { PassageText } from "../reader/passage-text.tsx";

/** One source: its text with the passages that carry claims, or our paraphrase and how to attach a copy. */
export function ReaderPage(): ReactNode {
  const { id } = useCase();
  const { source } = useParams({ from: "/$case/sources/$source" });
  const query = useQuery(queries.source(id, source));
  return <Loaded query={query}>{(reading) => <Reading key={reading.source.id} reading={reading} />}</Loaded>;
}

function Reading({ reading }: { readonly reading: SourceReading }): ReactNode {
  const m = useMessages();
  const { id } = useCase();
  const { source, text } = reading;
  const back = (
    <p className="back">
      <Link to="/$case/sources" params={{ case: id }} search={{}} className="link">
        {m.reader.back}
      </Link>
    </p>
  );
  return (
    <Page
      windowTitle={m.shell.title(source.title, useCaseTitle())}
      title={source.title}
      subtitle={<Imprint reading={reading} />}
      before={back}
      wide
    >
      {text === undefined ? (
        <div className="reader reader-plain">
          <AttachCopy source={source} />
          <Notes reading={reading} />
        </div>
      ) : (
        <div className="reader">
          <PassageText text={text} reading={reading} />
          <Notes reading={reading} />
        </div>
      )}
    </Page>
  );
}

function Imprint({ reading }: { readonly reading: SourceReading }): ReactNode {
  const m = useMessages();
  const { source } = reading;
  const date = source.published === undefined ? m.sources.unknownDate : periodWords(source.published, m);
  return (
    <>
      {m.quantity([creators(source), date, m.sources.types[source.type]].filter((part) => part !== ""))}
      <span className="under">{gradeWords(source, m)}</span>
      {source.note === undefined ? null : <span className="under">{source.note}</span>}
    </>
  );
}
