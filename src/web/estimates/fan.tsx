import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { Estimate } from "../../estimates/estimate.ts";
import { useCase } from "../case.tsx";
import { FanChart } from "../charts/lazy.ts";
import type { Messages } from "../messages/en.ts";
import { useMessages } from "../messages/language.tsx";
import { figure } from "../numbers.ts";
import { ChartRoom } from "../parts/chart.tsx";
import { useChartLabels } from "../parts/chart-labels.ts";
import { queries } from "../queries.ts";
import { useTraceDoor } from "../trace/door.ts";

/** The place and occupation that a fan is of. */
interface Chosen {
  readonly place?: string | undefined;
  readonly occupation?: string | undefined;
}

/**
 * Among estimates of one measure, those of one place and occupation over years: those asked for, else the whole, else the first
 * place and all work.
 */
export function overYears(estimates: readonly Estimate[], { place, occupation = "all" }: Chosen): readonly Estimate[] {
  const dated = estimates.filter(({ year }) => year !== undefined);
  const whole = dated.some((one) => one.place === "world") ? "world" : dated[0]?.place;
  const found = dated.filter((one) => one.place === (place ?? whole) && (one.occupation ?? "all") === occupation);
  return found.length > 1 ? found : [];
}

function titleOf(fan: readonly Estimate[], m: Messages): string {
  const known = fan.filter(({ carriedByPrior }) => !carriedByPrior);
  const [first, last] = [known.at(0), known.at(-1)];
  if (first?.year === undefined || last?.year === undefined) return m.estimates.fanAssumed;
  const said = (estimate: Estimate) => figure(estimate.median, estimate.unit, m);
  return first === last
    ? m.estimates.fanOne(first.year, said(first))
    : m.estimates.fanTitle([first.year, last.year], [said(first), said(last)]);
}

/** One measure at one place over the years, with the claims that speak of it. */
export function Fan({ estimates }: { readonly estimates: readonly Estimate[] }): ReactNode {
  const m = useMessages();
  const here = useCase();
  const door = useTraceDoor();
  const navigate = useNavigate();
  const labels = useChartLabels();
  const [first] = estimates;
  const measure = first?.measure ?? "";
  const { data } = useQuery(queries.claims(here.id, { measure, place: first?.place }));
  if (first === undefined) return null;
  const name = m.quantity([
    here.measure(measure),
    ...(first.place === undefined ? [] : [here.place(first.place)]),
    ...(first.occupation === undefined ? [] : [here.occupation(first.occupation)]),
  ]);
  const fan = [...estimates].sort((a, b) => (a.year ?? 0) - (b.year ?? 0));
  return (
    <ChartRoom>
      <FanChart
        title={titleOf(fan, m)}
        subtitle={m.estimates.fanSubtitle(name)}
        name={name}
        estimates={fan}
        claims={data?.claims ?? []}
        labels={labels}
        onOpen={door.open}
        onOpenClaim={(claim) => {
          const source = data?.claims.find((view) => view.claim.id === claim)?.claim.source;
          if (source === undefined) return;
          void navigate({ to: "/$case/sources/$source", params: { case: here.id, source }, search: { claim } });
        }}
        fileName={`${measure}-over-the-years`}
      />
    </ChartRoom>
  );
}
