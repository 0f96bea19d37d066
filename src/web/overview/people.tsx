import type { ReactNode } from "react";
import type { Overview } from "../../cases/views.ts";
import type { Estimate } from "../../estimates/estimate.ts";
import { useCase } from "../case.tsx";
import { FanChart } from "../charts/lazy.ts";
import { useMessages } from "../messages/language.tsx";
import { figure } from "../numbers.ts";
import { ChartRoom } from "../parts/chart.tsx";
import { useChartLabels } from "../parts/chart-labels.ts";
import { useTraceDoor } from "../trace/door.ts";

/** The year of most people among those whose 90 % interval is narrower than a factor of two; absent where none is. */
function surePeak(people: readonly Estimate[]): Estimate | undefined {
  const sure = people.filter((estimate) => !estimate.carriedByPrior && estimate.q95 < 2 * estimate.q05);
  return [...sure].sort((a, b) => b.median - a.median)[0];
}

/** How many people over the years. */
export function People({ overview }: { readonly overview: Overview }): ReactNode {
  const m = useMessages();
  const { measure } = useCase();
  const door = useTraceDoor();
  const labels = useChartLabels();
  const peak = surePeak(overview.people);
  const title =
    peak?.year === undefined ? m.overview.people : m.overview.peopleTitle(peak.year, figure(peak.median, peak.unit, m));
  return (
    <ChartRoom>
      <FanChart
        title={title}
        subtitle={m.overview.peopleSubtitle}
        name={measure(overview.people[0]?.measure ?? "")}
        estimates={overview.people}
        year={overview.year}
        labels={labels}
        onOpen={door.open}
        fileName="people-over-the-years"
      />
    </ChartRoom>
  );
}
