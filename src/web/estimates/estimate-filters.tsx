import { type ReactNode, useCallback } from "react";
import { useCase } from "../case.tsx";
import { useMessages } from "../messages/language.tsx";
import { Choice, OccupationChoice, usePlaceOptions, Words } from "../parts/filters.tsx";
import type { EstimatesSearch } from "../search-params.ts";

interface EstimateFiltersProps {
  readonly search: EstimatesSearch;
  readonly onChange: (change: EstimatesSearch) => void;
}

/** What the estimates are narrowed by; all of it stands in the address. */
export function EstimateFilters({ search, onChange }: EstimateFiltersProps): ReactNode {
  const m = useMessages();
  const { words } = useCase();
  const places = usePlaceOptions();
  const measures = words.measures.filter((measure) => measure.inAccount);
  const setYear = useCallback(
    (year: string | undefined) => onChange({ year: year === undefined ? undefined : Number(year) }),
    [onChange],
  );
  return (
    <search className="filters" aria-label={m.claims.filters}>
      <Choice
        label={m.claims.measure}
        value={search.measure}
        options={measures}
        onChange={(measure) => onChange({ measure })}
      />
      <Choice label={m.claims.place} value={search.place} options={places} onChange={(place) => onChange({ place })} />
      <OccupationChoice value={search.occupation} onChange={(occupation) => onChange({ occupation })} />
      <Words label={m.claims.year} value={search.year?.toString()} onChange={setYear} narrow />
      <label className="filter">
        <span>{m.estimates.showCarried}</span>
        <select
          value={search.carried ?? ""}
          onChange={({ target }) =>
            onChange({ carried: target.value === "only" || target.value === "none" ? target.value : undefined })
          }
        >
          <option value="">{m.estimates.carriedAll}</option>
          <option value="none">{m.estimates.carriedNot}</option>
          <option value="only">{m.estimates.carriedOnly}</option>
        </select>
      </label>
    </search>
  );
}
