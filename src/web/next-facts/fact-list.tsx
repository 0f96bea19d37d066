import { type ReactNode, useState } from "react";
import type { Span90 } from "../../estimates/appraisal.ts";
import type { NextFact, NextFacts } from "../../estimates/next-fact.ts";
import { useCase } from "../case.tsx";
import { CompareMark } from "../charts/compare-mark.tsx";
import { useMessages } from "../messages/language.tsx";
import { figureWithLimits, limits } from "../numbers.ts";
import { useChartLabels } from "../parts/chart-labels.ts";
import { useTraceDoor } from "../trace/door.ts";
import { narrowed } from "./narrowed.ts";

interface FactListProps {
  readonly facts: NextFacts;
  /** Unit of the figure. */
  readonly unit: string;
}

/** So many are shown at first: those after them tell little. */
const FIRST = 10;

/** The facts that would narrow the figure, the most telling first, with its interval now and then. */
export function FactList({ facts, unit }: FactListProps): ReactNode {
  const m = useMessages();
  const [all, setAll] = useState(false);
  const { length } = facts.facts;
  return (
    <>
      <ol className="facts-next" data-list="facts" aria-label={m.nextFacts.list}>
        {(all ? facts.facts : facts.facts.slice(0, FIRST)).map((fact) => (
          <Fact key={fact.quantity} fact={fact} facts={facts} unit={unit} />
        ))}
      </ol>
      {length <= FIRST ? null : (
        <button type="button" className="link" onClick={() => setAll(!all)}>
          {all ? m.nextFacts.fewer : m.nextFacts.more(length)}
        </button>
      )}
      <p className="soft prose">{m.nextFacts.note(facts.draws)}</p>
    </>
  );
}

function Fact({ fact, facts, unit }: FactListProps & { readonly fact: NextFact }): ReactNode {
  const m = useMessages();
  const here = useCase();
  const door = useTraceDoor();
  const labels = useChartLabels();
  const own = here.words.measures.find(({ id }) => id === fact.quantity.split(".")[0])?.unit ?? unit;
  const known = figureWithLimits(fact.now, own, m);
  const then = narrowed(facts.now, fact.width, unit);
  const said = (span: Span90) => limits(span.q05, span.q95, unit, m);
  return (
    <li data-item="" className="fact">
      <div>
        <h2 className="fact-name">
          {here.quantity(fact.quantity)}
          {fact.quantity === facts.figure ? <span className="soft"> ({m.nextFacts.itself})</span> : null}
        </h2>
        <p className="soft">
          {m.nextFacts.now(
            <button
              type="button"
              className="figure"
              aria-label={m.estimate.open(here.quantity(fact.quantity), known)}
              onClick={() => door.open(fact.quantity)}
            >
              {known}
            </button>,
          )}
        </p>
      </div>
      <div>
        <p>
          <strong>{m.nextFacts.about(said(then))}</strong>{" "}
          <span className="soft">{m.nextFacts.leaves(`${Math.round(fact.width * 100)}%`)}</span>
        </p>
        <CompareMark
          name={m.nextFacts.mark(said(facts.now), said(then))}
          unit={unit}
          labels={labels}
          rows={[
            { kind: "span", id: "now", label: m.nextFacts.before, span: facts.now, before: true },
            { kind: "span", id: "then", label: m.nextFacts.after, span: then },
          ]}
        />
      </div>
    </li>
  );
}
