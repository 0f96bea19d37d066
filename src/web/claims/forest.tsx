import { useQueries } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type ReactNode, useMemo } from "react";
import { parseQuantityId } from "../../accounts/quantity-id.ts";
import type { ClaimView } from "../../cases/views.ts";
import { type CaseInView, useCase } from "../case.tsx";
import { quantitiesOf, subjectOf } from "../charts/forest-sections.ts";
import { ForestPlot } from "../charts/lazy.ts";
import type { Messages } from "../messages/en.ts";
import { useMessages } from "../messages/language.tsx";
import { ChartRoom } from "../parts/chart.tsx";
import { useChartLabels } from "../parts/chart-labels.ts";
import { queries } from "../queries.ts";
import { useTraceDoor } from "../trace/door.ts";

const measureOf = (quantity: string) => parseQuantityId(quantity).measure;
const each = (values: readonly string[]) => [...new Set(values)];

/** What the claims are on, and how the rows are to be read. */
function introduction(quantities: readonly string[], measure: string, here: CaseInView, m: Messages) {
  const [first = ""] = quantities;
  if (quantities.length === 1) {
    const name = here.quantity(first);
    return { name, subtitle: m.claims.forestSubtitle(name) };
  }
  const subjects = each(quantities.map(subjectOf));
  if (subjects.length === 1) {
    const name = here.quantity(subjectOf(first));
    return { name, subtitle: m.claims.forestByYear(name) };
  }
  const name = here.measure(measure);
  return { name, subtitle: m.claims.forestByPlace(name) };
}

/** A heading says the place and occupation alone where all the claims are on one measure. */
function subjectNamer(measures: readonly string[], here: CaseInView, m: Messages): (subject: string) => string {
  return (subject) => {
    const { place, occupation } = parseQuantityId(subject);
    const named = [
      ...(place === undefined ? [] : [here.place(place)]),
      ...(occupation === undefined ? [] : [here.occupation(occupation)]),
    ];
    return measures.length === 1 && named.length > 0 ? m.quantity(named) : here.quantity(subject);
  };
}

interface ForestProps {
  readonly claims: readonly ClaimView[];
  readonly measure: string;
}

/** Each claim of one measure on its stated range, against the estimate of the quantity that it speaks of. */
export function Forest({ claims, measure }: ForestProps): ReactNode {
  const m = useMessages();
  const here = useCase();
  const door = useTraceDoor();
  const labels = useChartLabels();
  const navigate = useNavigate();
  const quantities = useMemo(() => quantitiesOf(claims), [claims]);
  const measures = each(quantities.map(measureOf));
  const answers = useQueries({ queries: measures.map((id) => queries.estimates(here.id, { measure: id })) });
  const used = claims.filter((view) => view.result !== undefined && view.result.unused === undefined);
  const wrong = used.filter((view) => (view.result?.conflict ?? 0) >= 0.5).length;
  const title = wrong === 0 ? m.claims.forestTitleFits(used.length) : m.claims.forestTitleWrong(wrong, used.length);
  if (quantities.length === 0 || answers.some(({ isPending }) => isPending)) return null;
  const { name, subtitle } = introduction(quantities, measure, here, m);
  return (
    <ChartRoom>
      <ForestPlot
        title={title}
        subtitle={subtitle}
        name={name}
        estimates={answers.flatMap(({ data }) => data?.estimates ?? [])}
        claims={claims}
        quantityName={here.quantity}
        subjectName={subjectNamer(measures, here, m)}
        labels={labels}
        onOpen={door.open}
        onOpenClaim={(claim) => {
          const source = claims.find((view) => view.claim.id === claim)?.claim.source;
          if (source === undefined) return;
          void navigate({ to: "/$case/sources/$source", params: { case: here.id, source }, search: { claim } });
        }}
      />
    </ChartRoom>
  );
}
