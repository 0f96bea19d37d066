import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { type ReactNode, useCallback, useMemo } from "react";
import { parseQuantityId } from "../../accounts/quantity-id.ts";
import type { Estimate } from "../../estimates/estimate.ts";
import { useCase } from "../case.tsx";
import { Forest } from "../claims/forest.tsx";
import { Densities } from "../estimates/densities.tsx";
import { estimateColumns } from "../estimates/estimate-columns.tsx";
import { EstimateFilters } from "../estimates/estimate-filters.tsx";
import { Fan, overYears } from "../estimates/fan.tsx";
import { MeasureFacts } from "../estimates/measure-facts.tsx";
import { useMessages } from "../messages/language.tsx";
import { useCaseTitle } from "../parts/case-title.ts";
import { useChartLabels } from "../parts/chart-labels.ts";
import { DataTable } from "../parts/data-table.tsx";
import { Page } from "../parts/page.tsx";
import { Empty, Loaded } from "../parts/states.tsx";
import { queries } from "../queries.ts";
import type { EstimatesSearch } from "../search-params.ts";

/** Every quantity of the case with its interval. */
export function EstimatesPage(): ReactNode {
  const { id } = useCase();
  const { measure, place, occupation, year } = useSearch({ from: "/$case/estimates" });
  const query = useQuery(queries.estimates(id, { measure, place, occupation, year }));
  return <Loaded query={query}>{({ estimates }) => <List estimates={estimates} />}</Loaded>;
}

const estimateKey = (estimate: Estimate) => estimate.quantity;
const estimateClass = (estimate: Estimate) => (estimate.carriedByPrior ? "row-carried" : "");

function List({ estimates }: { readonly estimates: readonly Estimate[] }): ReactNode {
  const m = useMessages();
  const here = useCase();
  const caseTitle = useCaseTitle();
  const labels = useChartLabels();
  const navigate = useNavigate({ from: "/$case/estimates" });
  const search = useSearch({ from: "/$case/estimates" });
  const set = useCallback(
    (change: EstimatesSearch) =>
      void navigate({ to: ".", search: (held) => ({ ...held, ...change }), replace: true, resetScroll: false }),
    [navigate],
  );
  const shown = useMemo(
    () =>
      estimates.filter((item) => search.carried === undefined || item.carriedByPrior === (search.carried === "only")),
    [estimates, search.carried],
  );
  const { place, occupation } = search;
  const fan = useMemo(() => overYears(shown, { place, occupation }), [shown, place, occupation]);
  const columns = useMemo(() => estimateColumns(m, here, { labels, shown }), [m, here, labels, shown]);
  const carried = estimates.filter((item) => item.carriedByPrior).length;
  const filtered = [search.measure, place, occupation, search.year, search.carried].some(
    (value) => value !== undefined,
  );
  const title =
    search.measure === undefined ? m.estimates.title(shown.length) : m.estimates.titleOf(here.measure(search.measure));
  return (
    <Page windowTitle={m.shell.title(m.shell.estimates, caseTitle)} title={title} subtitle={m.estimates.subtitle} wide>
      <EstimateFilters search={search} onChange={set} />
      {search.measure === undefined ? null : <MeasureFacts id={search.measure} />}
      {shown.length === 0 ? (
        <Empty title={filtered ? m.estimates.none : m.estimates.notYet}>
          {filtered ? (
            <button type="button" className="button" onClick={() => set(NO_FILTER)}>
              {m.estimates.noneNext}
            </button>
          ) : null}
        </Empty>
      ) : (
        <>
          {search.measure === undefined || fan.length === 0 ? null : <Fan estimates={fan} />}
          <p className="table-note">{m.estimates.carriedTitle(carried, estimates.length)}</p>
          <DataTable
            name={m.shell.estimates}
            columns={columns}
            rows={shown}
            rowKey={estimateKey}
            rowClass={estimateClass}
            sort={search.sort}
            onSort={(sort) => set({ sort })}
          />
          {search.measure === undefined ? null : <ClaimForest search={search} measure={search.measure} />}
          <Densities estimates={shown} />
        </>
      )}
    </Page>
  );
}

/** The claims of the measure, each against the estimate of the quantity that it speaks of. */
function ClaimForest({ search, measure }: { readonly search: EstimatesSearch; readonly measure: string }): ReactNode {
  const { id } = useCase();
  const { data } = useQuery(queries.claims(id, { measure, place: search.place, year: search.year }));
  const { occupation } = search;
  const claims = (data?.claims ?? []).filter(
    ({ result }) =>
      occupation === undefined ||
      (result?.quantity !== undefined && (parseQuantityId(result.quantity).occupation ?? "all") === occupation),
  );
  return claims.length === 0 ? null : <Forest claims={claims} measure={measure} />;
}

const NO_FILTER: EstimatesSearch = {
  measure: undefined,
  place: undefined,
  occupation: undefined,
  year: undefined,
  carried: undefined,
};
