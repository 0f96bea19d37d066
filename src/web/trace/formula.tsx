import { Fragment, type ReactNode } from "react";
import { useCase } from "../case.tsx";

/** A formula of the account with its measures by name. */
export function Formula({ text }: { readonly text: string }): ReactNode {
  const { words, measure } = useCase();
  const known = new Set(words.measures.map((view) => view.id));
  const parts = text.replaceAll("*", "×").split(/([A-Za-z_][A-Za-z0-9_]*)/);
  return (
    <p className="formula" data-trace="formula">
      {parts.map((part, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text never move.
        <Fragment key={index}>
          {known.has(part) ? <span className="formula-name">{measure(part)}</span> : part}
        </Fragment>
      ))}
    </p>
  );
}
