import { useQueries } from "@tanstack/react-query";
import type { ReactNode } from "react";
import type { Estimate } from "../../estimates/estimate.ts";
import { useCase } from "../case.tsx";
import { useMessages } from "../messages/language.tsx";
import { queries } from "../queries.ts";
import { ConflictItem } from "./conflict-item.tsx";
import type { OriginConflicts } from "./origins.ts";
import type { Switches } from "./switches.ts";

interface ConflictListProps {
  readonly groups: readonly OriginConflicts[];
  readonly originName: (origin: string) => string;
  readonly switches: Switches;
}

function measuresOf(groups: readonly OriginConflicts[]): readonly string[] {
  const quantities = groups.flatMap(({ numbers }) =>
    numbers.map(({ conflict }) => conflict.view.result?.quantity ?? ""),
  );
  return [...new Set(quantities.map((quantity) => quantity.split(".")[0] ?? ""))].filter((measure) => measure !== "");
}

/** Claims in conflict, the worst first; those of one origin share a bracket. */
export function ConflictList({ groups, originName, switches }: ConflictListProps): ReactNode {
  const m = useMessages();
  const { id } = useCase();
  const answers = useQueries({ queries: measuresOf(groups).map((measure) => queries.estimates(id, { measure })) });
  const estimates = new Map(
    answers.flatMap(({ data }) => data?.estimates ?? []).map((estimate) => [estimate.quantity, estimate] as const),
  );
  return (
    <ol className="clashes" data-list="conflicts" aria-label={m.conflicts.list}>
      {groups.map((found) => (
        <Group
          key={found.group}
          found={found}
          name={originName(found.origin)}
          estimates={estimates}
          switches={switches}
        />
      ))}
    </ol>
  );
}

interface GroupProps {
  readonly found: OriginConflicts;
  readonly name: string;
  readonly estimates: ReadonlyMap<string, Estimate>;
  readonly switches: Switches;
}

function Group({ found, name, estimates, switches }: GroupProps): ReactNode {
  const m = useMessages();
  const { origin, numbers } = found;
  const items = numbers.map(({ conflict, copies }) => (
    <ConflictItem
      key={conflict.view.claim.id}
      conflict={conflict}
      copies={copies}
      estimate={estimates.get(conflict.view.result?.quantity ?? "")}
      switches={switches}
    />
  ));
  const count = numbers.reduce((sum, { copies }) => sum + 1 + copies.length, 0);
  if (count === 1) return items;
  const words = switches.without.origins.includes(origin) ? m.conflicts.putBack : m.conflicts.leaveOutOrigin;
  return (
    <li className="clash-origin">
      <p className="clash-bracket">
        {m.conflicts.oneOrigin(count, name)}{" "}
        <button
          type="button"
          className="link"
          aria-label={m.conflicts.of(words, m.whatIf.origin(name))}
          onClick={() => switches.flip("origins", origin)}
        >
          {words}
        </button>
      </p>
      <ol>{items}</ol>
    </li>
  );
}
