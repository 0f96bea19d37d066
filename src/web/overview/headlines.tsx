import type { ReactNode } from "react";
import type { Overview } from "../../cases/views.ts";
import type { Estimate } from "../../estimates/estimate.ts";
import { IntervalMark } from "../charts/interval-mark.tsx";
import { useMessages } from "../messages/language.tsx";
import { unitUnder } from "../numbers.ts";
import { useChartLabels } from "../parts/chart-labels.ts";
import { Figure } from "../parts/figure.tsx";
import { Unsettled } from "../parts/unsettled.tsx";

/** The headline figures of the year, each with its interval, its shape and its evidence. */
export function Headlines({ overview }: { readonly overview: Overview }): ReactNode {
  const m = useMessages();
  if (overview.headlines.length === 0) return <p className="soft">{m.overview.pending}</p>;
  return (
    <section className="headlines" aria-label={m.overview.headlines(overview.year)}>
      {overview.headlines.map(({ name, estimate }) => (
        <Headline key={estimate.quantity} name={name} estimate={estimate} />
      ))}
    </section>
  );
}

function Headline({ name, estimate }: { readonly name: string; readonly estimate: Estimate }): ReactNode {
  const m = useMessages();
  const labels = useChartLabels();
  return (
    <div className="headline">
      <h2>{name}</h2>
      <p className="headline-figure">
        <Figure estimate={estimate} />
      </p>
      <p className="headline-unit">{unitUnder(estimate.unit, m)}</p>
      <p className="headline-limits">{m.overview.interval(<Figure estimate={estimate} show="limits" />)}</p>
      <IntervalMark
        name={name}
        unit={estimate.unit}
        interval={estimate}
        prior={estimate.prior}
        assumed={estimate.carriedByPrior}
        domain={[0, Math.max(estimate.q95 * 1.4, Math.min(estimate.prior.q95, estimate.q95 * 3))]}
        width={240}
        height={24}
        labels={labels}
      />
      <p className="headline-evidence">
        {m.estimate.evidence(estimate.claims, estimate.origins)}
        {estimate.carriedByPrior ? (
          <span className="carried" data-hint={m.estimate.byPriorWhy}>
            {m.estimate.byPrior}
          </span>
        ) : null}
        <Unsettled estimate={estimate} />
      </p>
    </div>
  );
}
