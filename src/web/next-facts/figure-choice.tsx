import type { ReactNode } from "react";
import type { MeasureView } from "../../cases/views.ts";
import { RELIABILITIES, type Reliability } from "../../sources/grade.ts";
import { useCase } from "../case.tsx";
import { useMessages } from "../messages/language.tsx";
import { useOccupationOptions, usePlaceOptions } from "../parts/filters.tsx";
import type { NextFactsSearch } from "../search-params.ts";

/** The figure that is to be narrowed, and the source that is thought of. */
export interface ChosenFigure {
  readonly measure: MeasureView;
  readonly place: string;
  /** `all` for all work together. */
  readonly occupation: string;
  readonly year: number;
  readonly grade: Reliability;
}

interface FigureChoiceProps {
  readonly chosen: ChosenFigure;
  /** Measures of the headline figures; they come first. */
  readonly headlines: readonly string[];
  readonly onChange: (change: NextFactsSearch) => void;
}

/** Chooses the figure, its place, occupation and year, and the grade of the source; all of it stands in the address. */
export function FigureChoice({ chosen, headlines, onChange }: FigureChoiceProps): ReactNode {
  const m = useMessages();
  const { words } = useCase();
  const places = usePlaceOptions();
  const occupations = useOccupationOptions();
  const { measure } = chosen;
  const measures = words.measures.filter(({ inAccount }) => inAccount);
  const [first, last] = words.years;
  const years = Array.from({ length: last - first + 1 }, (_, i) => String(last - i));
  return (
    <search className="filters" aria-label={m.nextFacts.choose}>
      <label className="filter">
        <span>{m.nextFacts.figure}</span>
        <select value={measure.id} onChange={({ target }) => onChange({ measure: target.value })}>
          <optgroup label={m.nextFacts.headlines}>
            <Options of={headlines.flatMap((id) => measures.find((one) => one.id === id) ?? [])} />
          </optgroup>
          <optgroup label={m.nextFacts.others}>
            <Options of={measures.filter(({ id }) => !headlines.includes(id))} />
          </optgroup>
        </select>
      </label>
      {measure.over.includes("place") ? (
        <label className="filter">
          <span>{m.nextFacts.place}</span>
          <select value={chosen.place} onChange={({ target }) => onChange({ place: target.value })}>
            {places.every(({ id }) => id !== "world") ? <option value="world">{m.claims.world}</option> : null}
            <Options of={places.map(({ id, name }) => ({ id, name: id === "world" ? m.claims.world : name }))} />
          </select>
        </label>
      ) : null}
      {measure.over.includes("occupation") ? (
        <label className="filter">
          <span>{m.nextFacts.occupation}</span>
          <select value={chosen.occupation} onChange={({ target }) => onChange({ occupation: target.value })}>
            <Options of={occupations} />
          </select>
        </label>
      ) : null}
      {measure.over.includes("year") ? (
        <label className="filter filter-narrow">
          <span>{m.nextFacts.year}</span>
          <select value={String(chosen.year)} onChange={({ target }) => onChange({ year: Number(target.value) })}>
            <Options of={years.map((year) => ({ id: year, name: year }))} />
          </select>
        </label>
      ) : null}
      <GradeChoice grade={chosen.grade} onChange={onChange} />
    </search>
  );
}

/** How far the source that is thought of can be trusted. */
function GradeChoice({
  grade,
  onChange,
}: Pick<ChosenFigure, "grade"> & Pick<FigureChoiceProps, "onChange">): ReactNode {
  const m = useMessages();
  return (
    <label className="filter">
      <span>{m.nextFacts.grade}</span>
      <select
        value={grade}
        onChange={({ target }) => onChange({ grade: RELIABILITIES.find((one) => one === target.value) })}
      >
        <Options
          of={RELIABILITIES.map((grade) => ({
            id: grade,
            name: m.nextFacts.gradeOf(grade, m.sources.reliability[grade]),
          }))}
        />
      </select>
    </label>
  );
}

function Options({ of }: { readonly of: readonly { readonly id: string; readonly name: string }[] }): ReactNode {
  return of.map(({ id, name }) => (
    <option key={id} value={id}>
      {name}
    </option>
  ));
}
