import { type ReactNode, useState } from "react";
import type { OriginInfluence } from "../../estimates/appraisal.ts";
import { useMessages } from "../messages/language.tsx";
import { OriginSwitch } from "./origin-switch.tsx";
import type { Switches } from "./switches.ts";

const FIRST = 6;

interface DecisiveProps {
  readonly origins: readonly OriginInfluence[];
  readonly switches: Switches;
  readonly originName: (origin: string) => string;
}

/** Origins without which too few draws stand to tell a figure: named, without figures that would be wrong. */
export function Decisive({ origins, switches, originName }: DecisiveProps): ReactNode {
  const m = useMessages();
  const [all, setAll] = useState(false);
  if (origins.length === 0) return null;
  return (
    <div className="decisive">
      <h3>{m.influence.decisive(origins.length)}</h3>
      <p className="soft">{m.influence.decisiveWhy}</p>
      <ul>
        {(all ? origins : origins.slice(0, FIRST)).map(({ origin, claims }) => (
          <li key={origin}>
            {originName(origin)}{" "}
            <span className="soft">
              {m.influence.claims(claims.length)} ·{" "}
              <OriginSwitch origin={origin} name={originName(origin)} switches={switches} />
            </span>
          </li>
        ))}
      </ul>
      {origins.length <= FIRST ? null : (
        <button type="button" className="link" onClick={() => setAll(!all)}>
          {all ? m.influence.fewer(FIRST) : m.influence.more(origins.length)}
        </button>
      )}
    </div>
  );
}
