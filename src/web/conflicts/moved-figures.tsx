import type { ReactNode } from "react";
import type { MovedFigure } from "../../estimates/appraisal.ts";
import type { Estimate } from "../../estimates/estimate.ts";
import { CompareMark } from "../charts/compare-mark.tsx";
import { useMessages } from "../messages/language.tsx";
import { figure, figureWithLimits, unitUnder } from "../numbers.ts";
import { useChartLabels } from "../parts/chart-labels.ts";
import { Figure } from "../parts/figure.tsx";
import { movedWords } from "./moved-words.ts";

/** A headline figure under the name that pages give it. */
export interface NamedFigure {
  readonly name: string;
  readonly estimate: Estimate;
}

interface MovedFiguresProps {
  readonly figures: readonly NamedFigure[];
  /** Absent while nothing is switched off. */
  readonly moved: readonly MovedFigure[] | undefined;
  /** Whether what is moved is not to be trusted before it is run again. */
  readonly rough: boolean;
}

/** The headline figures, each as it stands and as it would stand. */
export function MovedFigures({ figures, moved, rough }: MovedFiguresProps): ReactNode {
  return (
    <ul className="moved">
      {figures.map(({ name, estimate }) => (
        <Moved
          key={estimate.quantity}
          name={name}
          estimate={estimate}
          moved={moved?.find(({ quantity }) => quantity === estimate.quantity)}
          rough={rough}
        />
      ))}
    </ul>
  );
}

interface MovedProps {
  readonly name: string;
  readonly estimate: Estimate;
  readonly moved: MovedFigure | undefined;
  readonly rough: boolean;
}

function Moved({ name, estimate, moved, rough }: MovedProps): ReactNode {
  const m = useMessages();
  const labels = useChartLabels();
  const { unit } = estimate;
  const under = unitUnder(unit, m);
  const now = figureWithLimits(moved?.now ?? estimate, unit, m);
  const then = moved === undefined ? undefined : figureWithLimits(moved.without, unit, m);
  return (
    <li data-figure={estimate.quantity}>
      <h3>
        {name}
        {under === "" ? null : <span className="soft"> · {under}</span>}
      </h3>
      <p className="moved-then">
        {then === undefined ? (
          <Figure estimate={estimate} show="both" />
        ) : rough ? (
          <span className="what-if-rough">{m.whatIf.roughly(then)}</span>
        ) : (
          <strong>{then}</strong>
        )}
      </p>
      {moved === undefined || then === undefined ? null : (
        <>
          <p className="soft">
            {movedWords(moved, unit, m)} · {m.whatIf.now} <Figure estimate={estimate}>{now}</Figure>
          </p>
          <CompareMark
            name={m.whatIf.mark(name, now, then)}
            unit={unit}
            labels={labels}
            rows={[
              { kind: "span", id: "now", label: m.whatIf.now, span: moved.now, before: true },
              { kind: "span", id: "then", label: m.whatIf.gone, span: moved.without },
            ]}
          />
        </>
      )}
    </li>
  );
}

/** The same in a line each, kept in view on small screens, where the figures above are soon out of it. */
export function MovedStrip({ figures, moved, rough }: MovedFiguresProps): ReactNode {
  const m = useMessages();
  return (
    <div className="moved-strip" aria-hidden="true">
      {figures.map(({ name, estimate: { quantity, unit } }) => {
        const found = moved?.find((one) => one.quantity === quantity);
        return found === undefined ? null : (
          <p key={quantity}>
            {name}{" "}
            {rough ? (
              <span className="what-if-rough">{m.whatIf.roughly(figure(found.without.median, unit, m))}</span>
            ) : (
              <strong>{figure(found.without.median, unit, m)}</strong>
            )}{" "}
            <span className="soft">{movedWords(found, unit, m)}</span>
          </p>
        );
      })}
    </div>
  );
}
