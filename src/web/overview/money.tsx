import type { ReactNode } from "react";
import type { Overview } from "../../cases/views.ts";
import { useCase } from "../case.tsx";
import { FanChart } from "../charts/lazy.ts";
import { useMessages } from "../messages/language.tsx";
import { moneyLimits } from "../numbers.ts";
import { ChartRoom } from "../parts/chart.tsx";
import { useChartLabels } from "../parts/chart-labels.ts";
import { useTraceDoor } from "../trace/door.ts";

/** Money to the state over the years. */
export function Money({ overview }: { readonly overview: Overview }): ReactNode {
  const m = useMessages();
  const { measure } = useCase();
  const door = useTraceDoor();
  const labels = useChartLabels();
  const now = overview.money.find((estimate) => estimate.year === overview.year);
  const title = now === undefined ? m.overview.money : m.overview.moneyTitle(overview.year, moneyLimits(now, m));
  return (
    <ChartRoom>
      <FanChart
        title={title}
        subtitle={m.overview.moneySubtitle}
        name={measure(now?.measure ?? overview.money[0]?.measure ?? "")}
        estimates={overview.money}
        year={overview.year}
        labels={labels}
        onOpen={door.open}
        fileName="money-to-the-state"
      />
    </ChartRoom>
  );
}
