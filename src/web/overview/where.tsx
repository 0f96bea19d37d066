import type { ReactNode } from "react";
import type { Overview } from "../../cases/views.ts";
import { useCase } from "../case.tsx";
import { PlaceMap } from "../charts/lazy.ts";
import type { Messages } from "../messages/en.ts";
import { useMessages } from "../messages/language.tsx";
import { unitWords } from "../numbers.ts";
import { ChartRoom } from "../parts/chart.tsx";
import { useChartLabels } from "../parts/chart-labels.ts";
import { Figure } from "../parts/figure.tsx";
import { useTraceDoor } from "../trace/door.ts";

/** In one or two places when more than half were there, else spread. */
function finding(overview: Overview, m: Messages): string {
  const { places, year } = overview;
  const total = places.reduce((sum, { estimate }) => sum + estimate.median, 0);
  const [first, second] = places;
  if (first === undefined || total === 0) return m.overview.whereNone;
  if (first.estimate.median > total / 2) return m.overview.whereOne(first.place.name, year);
  if (second !== undefined && first.estimate.median + second.estimate.median > total / 2) {
    return m.overview.whereTwo(first.place.name, second.place.name, year);
  }
  return m.overview.whereSpread(first.place.name, places.length, year);
}

/** Where people were in the year: a map, and a table of the same numbers beside it. */
export function Where({ overview }: { readonly overview: Overview }): ReactNode {
  const m = useMessages();
  const { measure } = useCase();
  const door = useTraceDoor();
  const labels = useChartLabels();
  const { places, year } = overview;
  const carried = places.filter(({ estimate }) => estimate.carriedByPrior).length;
  if (places.every(({ place }) => place.at === undefined)) return <WhereTable overview={overview} />;
  return (
    <ChartRoom tall>
      <div className="where">
        <PlaceMap
          title={finding(overview, m)}
          subtitle={m.overview.whereSubtitle(year)}
          note={m.overview.whereNote(carried, places.length)}
          name={measure(places[0]?.estimate.measure ?? "")}
          places={places}
          labels={labels}
          onOpen={door.open}
          fileName={`where-${year}`}
        />
        <PlaceTable overview={overview} />
      </div>
    </ChartRoom>
  );
}

/** For a case whose places are on no map. */
function WhereTable({ overview }: { readonly overview: Overview }): ReactNode {
  const m = useMessages();
  return (
    <section className="section">
      <h2>{finding(overview, m)}</h2>
      <p className="section-subtitle">{m.overview.whereSubtitle(overview.year)}</p>
      <PlaceTable overview={overview} />
    </section>
  );
}

function PlaceTable({ overview }: { readonly overview: Overview }): ReactNode {
  const m = useMessages();
  const [first] = overview.places;
  return (
    <section className="table-region" aria-label={m.tableRegion(m.overview.whereSubtitle(overview.year))}>
      <table className="data where-table">
        <caption className="spoken">{m.overview.whereSubtitle(overview.year)}</caption>
        <thead>
          <tr>
            <th scope="col">{m.claims.place}</th>
            <th scope="col" className="num">
              {first === undefined ? m.estimates.median : unitWords(first.estimate.unit, m)}
            </th>
            <th scope="col" className="num">
              {m.estimates.interval}
            </th>
          </tr>
        </thead>
        <tbody>
          {overview.places.map(({ place, estimate }) => (
            <tr key={place.id} data-item="" className={estimate.carriedByPrior ? "row-carried" : ""}>
              <th scope="row">
                {place.name}
                {estimate.carriedByPrior ? (
                  <span className="carried" data-hint={m.estimate.byPriorWhy}>
                    {m.estimate.byPrior}
                  </span>
                ) : null}
              </th>
              <td className="num">
                <Figure estimate={estimate} />
              </td>
              <td className="num soft">
                <Figure estimate={estimate} show="limits" />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
