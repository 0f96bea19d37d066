import type { ReactNode } from "react";
import type { Estimate } from "../../estimates/estimate.ts";
import { useCase } from "../case.tsx";
import { DensityMark } from "../charts/density-mark.tsx";
import { useMessages } from "../messages/language.tsx";
import { useChartLabels } from "../parts/chart-labels.ts";
import { Figure } from "../parts/figure.tsx";
import { Known } from "./known.tsx";

/** More than this many pictures are no longer compared. */
const MOST = 24;

/** A prior this many times as wide as the estimate would press it flat on a linear axis. */
const isWide = ({ q05, q95 }: Estimate) => q05 > 0 && q95 / q05 > 20;

/** The distributions of a few quantities, each with its prior behind. */
export function Densities({ estimates }: { readonly estimates: readonly Estimate[] }): ReactNode {
  const m = useMessages();
  const here = useCase();
  const labels = useChartLabels();
  const drawn = estimates.filter(({ percentiles }) => percentiles.length > 0);
  if (drawn.length === 0 || drawn.length > MOST) return null;
  return (
    <section className="section">
      <h2>{m.estimates.densities}</h2>
      <p className="section-subtitle">{m.estimates.densitiesSubtitle}</p>
      <ul className="densities">
        {drawn.map((estimate) => (
          <li key={estimate.quantity}>
            <h3>{here.quantity(estimate.quantity)}</h3>
            <p>
              <Figure estimate={estimate} show="both" />
            </p>
            <DensityMark
              name={here.quantity(estimate.quantity)}
              estimate={estimate}
              scale={isWide(estimate) && estimate.unit !== "share" ? "log" : "linear"}
              labels={labels}
            />
            <Known estimate={estimate} />
          </li>
        ))}
      </ul>
    </section>
  );
}
