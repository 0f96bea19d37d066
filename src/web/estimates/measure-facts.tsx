import type { ReactNode } from "react";
import { useCase } from "../case.tsx";
import { useMessages } from "../messages/language.tsx";
import { Formula } from "../trace/formula.tsx";

/** How the account defines a measure: its formula, its prior and the reason for it. */
export function MeasureFacts({ id }: { readonly id: string }): ReactNode {
  const m = useMessages();
  const measure = useCase().words.measures.find((item) => item.id === id);
  if (measure === undefined) return null;
  const { formula, prior, why } = measure;
  if (formula === undefined && prior === undefined && why === undefined) return null;
  return (
    <details className="measure-facts">
      <summary>{m.estimates.definition}</summary>
      <dl className="facts">
        {formula === undefined ? null : (
          <>
            <dt>{m.estimates.formula}</dt>
            <dd>
              <Formula text={formula} />
            </dd>
          </>
        )}
        {prior === undefined ? null : (
          <>
            <dt>{m.estimates.prior}</dt>
            <dd>{prior}</dd>
          </>
        )}
        {why === undefined ? null : (
          <>
            <dt>{m.estimates.why}</dt>
            <dd>{why}</dd>
          </>
        )}
      </dl>
    </details>
  );
}
