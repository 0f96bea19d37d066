import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import type { Overview } from "../../cases/views.ts";
import type { Estimate } from "../../estimates/estimate.ts";
import { useCase } from "../case.tsx";
import { FanChart } from "../charts/lazy.ts";
import { useMessages } from "../messages/language.tsx";
import { figure } from "../numbers.ts";
import { ChartRoom } from "../parts/chart.tsx";
import { useChartLabels } from "../parts/chart-labels.ts";
import { queries } from "../queries.ts";
import { useTraceDoor } from "../trace/door.ts";

/** The year of most people among those whose 90 % interval is narrower than a factor of two; absent where none is. */
function surePeak(people: readonly Estimate[]): Estimate | undefined {
  const sure = people.filter((estimate) => !estimate.carriedByPrior && estimate.q95 < 2 * estimate.q05);
  return [...sure].sort((a, b) => b.median - a.median)[0];
}

/** How many people over the years. */
export function People({ overview }: { readonly overview: Overview }): ReactNode {
  const m = useMessages();
  const { id, measure } = useCase();
  const door = useTraceDoor();
  const labels = useChartLabels();
  const peak = surePeak(overview.people);
  const first = overview.people[0];
  const on =
    first === undefined
      ? undefined
      : { measure: first.measure, ...(first.place === undefined ? {} : { place: first.place }) };
  const { data } = useQuery({ ...queries.claims(id, on ?? {}), enabled: on !== undefined });
  const title =
    peak?.year === undefined ? m.overview.people : m.overview.peopleTitle(peak.year, figure(peak.median, peak.unit, m));
  return (
    <ChartRoom>
      <FanChart
        title={title}
        subtitle={m.overview.peopleSubtitle}
        name={measure(first?.measure ?? "")}
        estimates={overview.people}
        claims={data?.claims ?? []}
        year={overview.year}
        labels={labels}
        onOpen={door.open}
        fileName="people-over-the-years"
      />
    </ChartRoom>
  );
}
