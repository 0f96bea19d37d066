import type { ReactNode } from "react";
import type { Overview } from "../../cases/views.ts";
import { useCase } from "../case.tsx";
import { FanChart } from "../charts/lazy.ts";
import { useMessages } from "../messages/language.tsx";
import { figure } from "../numbers.ts";
import { ChartRoom } from "../parts/chart.tsx";
import { useChartLabels } from "../parts/chart-labels.ts";
import { useTraceDoor } from "../trace/door.ts";

/** How many people over the years. */
export function People({ overview }: { readonly overview: Overview }): ReactNode {
  const m = useMessages();
  const { measure } = useCase();
  const door = useTraceDoor();
  const labels = useChartLabels();
  const known = overview.people.filter((estimate) => !estimate.carriedByPrior);
  const peak = [...(known.length > 0 ? known : overview.people)].sort((a, b) => b.median - a.median)[0];
  const title =
    peak?.year === undefined ? m.overview.people : m.overview.peopleTitle(peak.year, figure(peak.median, peak.unit, m));
  return (
    <ChartRoom>
      <FanChart
        title={title}
        subtitle={m.overview.peopleSubtitle}
        name={measure(peak?.measure ?? "")}
        estimates={overview.people}
        year={overview.year}
        labels={labels}
        onOpen={door.open}
        fileName="people-over-the-years"
      />
    </ChartRoom>
  );
}
