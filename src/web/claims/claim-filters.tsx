import { type ReactNode, useCallback } from "react";
import { useCase } from "../case.tsx";
import { useMessages } from "../messages/language.tsx";
import { Choice, OccupationChoice, usePlaceOptions, Words } from "../parts/filters.tsx";
import type { ClaimsSearch } from "../search-params.ts";

interface ClaimFiltersProps {
  readonly search: ClaimsSearch;
  readonly onChange: (change: ClaimsSearch) => void;
}

/** What the claims are narrowed by; all of it stands in the address. */
export function ClaimFilters({ search, onChange }: ClaimFiltersProps): ReactNode {
  const m = useMessages();
  const { words } = useCase();
  const places = usePlaceOptions();
  const measures = words.measures.filter((measure) => measure.claims > 0);
  const setYear = useCallback(
    (year: string | undefined) => onChange({ year: year === undefined ? undefined : Number(year) }),
    [onChange],
  );
  const setSpeaker = useCallback((speaker: string | undefined) => onChange({ speaker }), [onChange]);
  const setText = useCallback((q: string | undefined) => onChange({ q }), [onChange]);
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
      <Words label={m.claims.speaker} value={search.speaker} onChange={setSpeaker} />
      <Words label={m.claims.text} value={search.q} onChange={setText} />
      <label className="check filter-check">
        <input
          type="checkbox"
          checked={search.conflict === 1}
          onChange={(event) => onChange({ conflict: event.target.checked ? 1 : undefined })}
        />{" "}
        {m.claims.conflictOnly}
      </label>
    </search>
  );
}
