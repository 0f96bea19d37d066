import type { ReactNode } from "react";
import type { SwitchedOff } from "../../estimates/what-if.ts";
import { useCase } from "../case.tsx";
import { useMessages } from "../messages/language.tsx";
import type { Switches } from "./switches.ts";

interface OffListProps {
  readonly switches: Switches;
  readonly nameOf: { readonly claim: (id: string) => string; readonly origin: (origin: string) => string };
}

const KINDS: readonly (keyof SwitchedOff)[] = ["claims", "origins", "priors"];

/** What is switched off, each with the button that puts it back. */
export function OffList({ switches, nameOf }: OffListProps): ReactNode {
  const m = useMessages();
  const { measure } = useCase();
  const named = {
    claims: nameOf.claim,
    origins: (origin: string) => m.whatIf.origin(nameOf.origin(origin)),
    priors: (id: string) => m.whatIf.prior(measure(id)),
  };
  return (
    <ul className="off-list">
      {KINDS.flatMap((kind) =>
        switches.without[kind].map((name) => (
          <li key={`${kind} ${name}`}>
            <span>{named[kind](name)}</span>{" "}
            <button
              type="button"
              className="link"
              aria-label={m.conflicts.of(m.conflicts.putBack, named[kind](name))}
              onClick={() => switches.flip(kind, name)}
            >
              {m.conflicts.putBack}
            </button>
          </li>
        )),
      )}
      {switches.count < 2 ? null : (
        <li>
          <button type="button" className="link" onClick={switches.clear}>
            {m.whatIf.all}
          </button>
        </li>
      )}
    </ul>
  );
}
