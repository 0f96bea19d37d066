import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { ClaimView } from "../../cases/views.ts";
import { useCase } from "../case.tsx";
import { ForestPlot } from "../charts/lazy.ts";
import { useMessages } from "../messages/language.tsx";
import { ChartRoom } from "../parts/chart.tsx";
import { useChartLabels } from "../parts/chart-labels.ts";
import { queries } from "../queries.ts";
import type { ClaimsSearch } from "../search-params.ts";
import { useTraceDoor } from "../trace/door.ts";

/** The one quantity that most of the claims speak of, and those that do. */
function mainQuantity(claims: readonly ClaimView[]): string | undefined {
  const counts = new Map<string, number>();
  for (const { result } of claims) {
    if (result?.quantity !== undefined) counts.set(result.quantity, (counts.get(result.quantity) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}

/** Each claim of one measure on its stated range, against the estimate of the quantity that most speak of. */
export function Forest(props: { readonly claims: readonly ClaimView[]; readonly search: ClaimsSearch }): ReactNode {
  const m = useMessages();
  const here = useCase();
  const door = useTraceDoor();
  const labels = useChartLabels();
  const navigate = useNavigate();
  const quantity = mainQuantity(props.claims);
  const [measure = "", ...rest] = (quantity ?? "").split(".");
  const estimates = useQuery({ ...queries.estimates(here.id, { measure }), enabled: quantity !== undefined });
  const estimate = estimates.data?.estimates.find((item) => item.quantity === quantity);
  const used = props.claims.filter((view) => view.result?.quantity !== undefined);
  const wrong = used.filter((view) => (view.result?.conflict ?? 0) >= 0.5).length;
  const title = wrong === 0 ? m.claims.forestTitleFits(used.length) : m.claims.forestTitleWrong(wrong, used.length);
  const one = used.every((view) => view.result?.quantity === quantity);
  if (quantity === undefined || estimates.isPending) return null;
  return (
    <ChartRoom>
      <ForestPlot
        title={title}
        subtitle={m.claims.forestSubtitle(here.quantity([measure, ...rest].join(".")))}
        note={one ? undefined : m.claims.forestAcross}
        name={here.quantity(quantity)}
        estimate={estimate}
        claims={used}
        labels={labels}
        onOpen={door.open}
        onOpenClaim={(claim) => {
          const source = used.find((view) => view.claim.id === claim)?.claim.source;
          if (source === undefined) return;
          void navigate({ to: "/$case/sources/$source", params: { case: here.id, source }, search: { claim } });
        }}
      />
    </ChartRoom>
  );
}
