import type { ReactNode } from "react";
import { useMessages } from "../messages/language.tsx";
import type { Switches } from "./switches.ts";

interface OriginSwitchProps {
  readonly origin: string;
  readonly name: string;
  readonly switches: Switches;
}

/** Leaves an origin out, or puts it back. */
export function OriginSwitch({ origin, name, switches }: OriginSwitchProps): ReactNode {
  const m = useMessages();
  const words = switches.without.origins.includes(origin) ? m.conflicts.putBack : m.conflicts.leaveOut;
  return (
    <button
      type="button"
      className="link"
      aria-label={m.conflicts.of(words, name)}
      onClick={() => switches.flip("origins", origin)}
    >
      {words}
    </button>
  );
}
