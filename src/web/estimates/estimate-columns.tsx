import type { ReactNode } from "react";
import type { Estimate } from "../../estimates/estimate.ts";
import { isAsWideAsPrior } from "../../estimates/find-humps.ts";
import type { CaseInView } from "../case.tsx";
import { IntervalMark } from "../charts/interval-mark.tsx";
import type { ChartLabels } from "../charts/labels.ts";
import type { Messages } from "../messages/en.ts";
import { useMessages } from "../messages/language.tsx";
import { limits, unitWords } from "../numbers.ts";
import type { Column } from "../parts/data-table.tsx";
import { Figure } from "../parts/figure.tsx";
import { Unsettled } from "../parts/unsettled.tsx";
import { Known } from "./known.tsx";

interface Drawn {
  readonly labels: ChartLabels;
  readonly shown: readonly Estimate[];
}

interface Axis {
  readonly domain: readonly [number, number];
  readonly scale: "linear" | "log";
}

/** One axis for all of one measure, logarithmic when they span more than a factor of twenty; none when measures differ. */
function sharedAxis(shown: readonly Estimate[]): Axis | undefined {
  const [first] = shown;
  if (first === undefined || shown.some((item) => item.measure !== first.measure)) return undefined;
  const low = Math.min(...shown.map((item) => item.q05));
  const high = Math.max(...shown.map((item) => item.q95));
  return low > 0 && high / low > 20 ? { domain: [low, high], scale: "log" } : { domain: [0, high], scale: "linear" };
}

function Named({ name, unit }: { readonly name: string; readonly unit: string }): ReactNode {
  const m = useMessages();
  return (
    <>
      {name}
      <span className="under">{unitWords(unit, m)}</span>
    </>
  );
}

interface PictureProps {
  readonly name: string;
  readonly estimate: Estimate;
  readonly axis: Axis | undefined;
  readonly labels: ChartLabels;
}

function Picture({ name, estimate, axis, labels }: PictureProps): ReactNode {
  return (
    <IntervalMark
      name={name}
      unit={estimate.unit}
      interval={estimate}
      prior={estimate.prior}
      assumed={estimate.carriedByPrior}
      domain={axis?.domain}
      scale={axis?.scale}
      labels={labels}
    />
  );
}

function Evidence({ estimate }: { readonly estimate: Estimate }): ReactNode {
  const m = useMessages();
  return (
    <>
      {m.estimates.evidenceShort(estimate.claims, estimate.origins)}
      {estimate.carriedByPrior ? (
        <span className="carried" data-hint={m.estimate.byPriorWhy}>
          {isAsWideAsPrior(estimate) ? m.estimate.nothing : m.estimate.byPrior}
        </span>
      ) : (
        <Known estimate={estimate} />
      )}
      <Unsettled estimate={estimate} />
    </>
  );
}

/** The columns of the table of estimates. */
export function estimateColumns(m: Messages, here: CaseInView, drawn: Drawn): readonly Column<Estimate>[] {
  const e = m.estimates;
  const axis = sharedAxis(drawn.shown);
  return [
    {
      id: "quantity",
      head: e.quantity,
      width: "w-wide",
      names: true,
      sort: (item) => here.quantity(item.quantity),
      cell: (item) => <Named name={here.quantity(item.quantity)} unit={item.unit} />,
    },
    {
      id: "median",
      head: e.median,
      width: "w-number",
      numeric: true,
      sort: (item) => item.median,
      cell: (item) => <Figure estimate={item} />,
    },
    {
      id: "interval",
      head: e.interval,
      width: "w-number-wide",
      numeric: true,
      sort: (item) => item.q95 / Math.max(item.q05, 1e-12),
      cell: (item) => <span className="soft">{limits(item.q05, item.q95, item.unit, m)}</span>,
    },
    {
      id: "picture",
      head: axis?.scale === "log" ? e.pictureLog : e.picture,
      width: "w-picture",
      cell: (item) => <Picture name={here.quantity(item.quantity)} estimate={item} axis={axis} labels={drawn.labels} />,
    },
    {
      id: "prior",
      head: e.prior,
      width: "w-number-wide",
      numeric: true,
      cell: (item) => <span className="soft">{limits(item.prior.q05, item.prior.q95, item.unit, m)}</span>,
    },
    {
      id: "claims",
      head: e.evidence,
      width: "w-evidence",
      numeric: true,
      sort: (item) => item.claims,
      cell: (item) => <Evidence estimate={item} />,
    },
  ];
}
