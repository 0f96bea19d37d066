import type { ReactNode } from "react";
import { useCase } from "../case.tsx";
import { useMessages } from "../messages/language.tsx";
import type { Switches } from "./switches.ts";

/** The stated priors, each with a switch that loosens it. */
export function PriorSwitches({ switches }: { readonly switches: Switches }): ReactNode {
  const m = useMessages();
  const { words } = useCase();
  const priors = words.measures.filter(({ prior, formula }) => prior !== undefined && formula === undefined);
  if (priors.length === 0) return null;
  return (
    <details className="prior-switches">
      <summary>{m.whatIf.priors}</summary>
      <p className="under">{m.whatIf.priorsWhy}</p>
      <ul>
        {priors.map(({ id, name }) => (
          <li key={id}>
            <label className="check">
              <input
                type="checkbox"
                checked={switches.without.priors.includes(id)}
                onChange={() => switches.flip("priors", id)}
              />{" "}
              {name}
            </label>
          </li>
        ))}
      </ul>
    </details>
  );
}
