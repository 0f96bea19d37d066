import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { FindingPassage, TextFindingView } from "../../cases/text-findings.ts";
import { useCase } from "../case.tsx";
import { useMessages } from "../messages/language.tsx";
import type { TraceSearch } from "../search-params.ts";
import { FindingHead } from "./finding-head.tsx";
import { Judge } from "./judge.tsx";

interface TextFindingItemProps {
  readonly view: TextFindingView;
  readonly ruleName: string;
}

/** One finding in the words of documents: what is wrong, the passages, the sum, what was allowed for, what people make of it. */
export function TextFindingItem({ view, ruleName }: TextFindingItemProps): ReactNode {
  const m = useMessages();
  const { finding, status, passages } = view;
  return (
    <li data-item="" className={`finding finding-${status}`} id={finding.id}>
      <FindingHead finding={finding} ruleName={ruleName} />
      <p className="finding-words">{m.audit.explainText(finding.rule, finding.explanation)}</p>
      <ul className="finding-passages">
        {passages.map((passage, at) => (
          <li key={`${passage.source} ${passage.start}`}>
            <Passage passage={passage} first={passages.findIndex(({ pieces }) => pieces.length === 0) === at} />
          </li>
        ))}
      </ul>
      <Figures view={view} />
      <Judge decided={view} />
    </li>
  );
}

interface PassageProps {
  readonly passage: FindingPassage;
  /** Whether it is the first whose words are not shown, so that the reason is given once. */
  readonly first: boolean;
}

function Passage({ passage, first }: PassageProps): ReactNode {
  const m = useMessages();
  const { id } = useCase();
  const { source, sourceTitle, start, pieces } = passage;
  return (
    <>
      {pieces.length === 0 ? null : (
        <q>
          {pieces.map(({ words, marked }, at) =>
            // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of an excerpt never move
            marked ? <mark key={at}>{words}</mark> : <span key={at}>{words}</span>,
          )}
        </q>
      )}
      {first ? <span className="passage-hidden">{m.audit.hiddenWords}</span> : null}
      <Link
        to="/$case/sources/$source"
        params={{ case: id, source }}
        search={(held: TraceSearch) => ({ trace: held.trace, path: held.path, at: start })}
        className="under link"
        aria-label={m.audit.openPassage(sourceTitle)}
      >
        {sourceTitle}
      </Link>
    </>
  );
}

function Figures({ view: { finding } }: { readonly view: TextFindingView }): ReactNode {
  const m = useMessages();
  const { stated, computed, steps = [], rule, tolerance } = finding;
  return (
    <>
      <dl className="finding-figures" hidden={stated === "" && computed === ""}>
        {stated === "" ? null : (
          <div>
            <dt>{m.audit.stated}</dt>
            <dd>{m.audit.amount(stated)}</dd>
          </div>
        )}
        {computed === "" ? null : (
          <div>
            <dt>{m.audit.computed}</dt>
            <dd>{m.audit.amount(computed)}</dd>
          </div>
        )}
      </dl>
      <details className="finding-more">
        <summary>{m.audit.computation}</summary>
        <ol className="finding-steps">
          {steps.map((step) => (
            <li key={step}>{m.audit.amount(step)}</li>
          ))}
        </ol>
        <p className="soft">
          {m.audit.allowed}: {m.audit.tolerance(rule, tolerance)}
        </p>
      </details>
    </>
  );
}
