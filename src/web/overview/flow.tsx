import type { ReactNode } from "react";
import type { Overview } from "../../cases/views.ts";
import { FlowPicture } from "../charts/lazy.ts";
import { grouped } from "../grouped.ts";
import { useMessages } from "../messages/language.tsx";
import { significant } from "../numbers.ts";
import { ChartRoom } from "../parts/chart.tsx";
import { useChartLabels } from "../parts/chart-labels.ts";
import { useTraceDoor } from "../trace/door.ts";

/** What of 100 earned goes where. */
export function Flow({ overview }: { readonly overview: Overview }): ReactNode {
  const m = useMessages();
  const door = useTraceDoor();
  const labels = useChartLabels();
  const worker = overview.flow.find((part) => part.worker);
  const reached = worker === undefined ? "" : grouped(significant(worker.median));
  const title =
    worker === undefined
      ? m.overview.flowSubtitle(overview.year)
      : worker.q95 < 50
        ? m.overview.flowTitleMost(reached)
        : m.overview.flowTitle(reached);
  return (
    <ChartRoom>
      <FlowPicture
        title={title}
        subtitle={m.overview.flowSubtitle(overview.year)}
        whole={m.overview.flowWhole}
        parts={overview.flow}
        labels={labels}
        onOpen={door.open}
        fileName={`pay-${overview.year}`}
      />
    </ChartRoom>
  );
}
