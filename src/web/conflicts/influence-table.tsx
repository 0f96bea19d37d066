import { useQueries } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import type { Overview } from "../../cases/views.ts";
import type { OriginInfluence } from "../../estimates/appraisal.ts";
import type { Estimate } from "../../estimates/estimate.ts";
import { useCase } from "../case.tsx";
import { useMessages } from "../messages/language.tsx";
import { figureWithLimits } from "../numbers.ts";
import { Waiting } from "../parts/states.tsx";
import { queries } from "../queries.ts";
import { Decisive } from "./decisive.tsx";
import { movedWords } from "./moved-words.ts";
import { OriginSwitch } from "./origin-switch.tsx";
import type { Switches } from "./switches.ts";

const FIRST = 10;

/** The influence of each origin on several figures at once, those first without which one of them moves most. */
function merged(answers: readonly (readonly OriginInfluence[])[]): readonly OriginInfluence[] {
  const found = new Map<string, OriginInfluence>();
  for (const one of answers.flat()) {
    const held = found.get(one.origin);
    found.set(one.origin, { ...one, figures: [...(held?.figures ?? []), ...one.figures] });
  }
  const most = ({ figures }: OriginInfluence) => Math.max(0, ...figures.map(({ shift }) => Math.abs(shift)));
  return [...found.values()].sort((a, b) => most(b) - most(a));
}

interface InfluenceTableProps {
  readonly overview: Overview;
  readonly switches: Switches;
  readonly originName: (origin: string) => string;
}

/** Every headline figure of the year without each origin in turn. */
export function InfluenceTable({ overview, switches, originName }: InfluenceTableProps): ReactNode {
  const m = useMessages();
  const { id } = useCase();
  const [all, setAll] = useState(false);
  const { headlines, year } = overview;
  const answers = useQueries({
    queries: headlines.map(({ estimate }) => queries.influence(id, estimate.quantity)),
  });
  const rows = merged(answers.map(({ data }) => data?.influence ?? []));
  if (answers.some(({ isPending }) => isPending)) return <Waiting size="part" />;
  if (rows.length === 0) return null;
  const sure = rows.filter(({ rerun }) => !rerun);
  const rough = rows.filter(({ rerun }) => rerun);
  return (
    <section className="section lean">
      <h2>{m.influence.title}</h2>
      <p className="section-subtitle">{m.influence.subtitle(year)}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard. */}
      <section className="table-region" aria-label={m.tableRegion(m.influence.title)} tabIndex={0}>
        <table className="data influence">
          <thead>
            <tr>
              <th scope="col">{m.influence.origin}</th>
              {headlines.map(({ name, estimate }) => (
                <th key={estimate.quantity} scope="col" className="num">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {(all ? sure : sure.slice(0, FIRST)).map((row) => (
              <Row
                key={row.origin}
                row={row}
                estimates={headlines.map(({ estimate }) => estimate)}
                switches={switches}
                name={originName(row.origin)}
              />
            ))}
          </tbody>
        </table>
      </section>
      {sure.length <= FIRST ? null : (
        <button type="button" className="link" onClick={() => setAll(!all)}>
          {all ? m.influence.fewer(FIRST) : m.influence.more(sure.length)}
        </button>
      )}
      <Decisive origins={rough} switches={switches} originName={originName} />
    </section>
  );
}

interface RowProps {
  readonly row: OriginInfluence;
  readonly estimates: readonly Estimate[];
  readonly switches: Switches;
  readonly name: string;
}

function Row({ row, estimates, switches, name }: RowProps): ReactNode {
  const m = useMessages();
  return (
    <tr>
      <th scope="row" className="influence-origin">
        {name}
        <span className="under">
          {m.influence.claims(row.claims.length)}
          {" · "}
          <OriginSwitch origin={row.origin} name={name} switches={switches} />
        </span>
      </th>
      {estimates.map(({ quantity, unit }) => {
        const moved = row.figures.find((figure) => figure.quantity === quantity);
        return (
          <td key={quantity} className="num">
            {moved === undefined ? null : (
              <>
                {movedWords(moved, unit, m)}
                <span className="under">{figureWithLimits(moved.without, unit, m)}</span>
              </>
            )}
          </td>
        );
      })}
    </tr>
  );
}
