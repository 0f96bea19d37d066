import type { ReactNode } from "react";
import { useEffect, useState } from "react";
import type { OccupationView, PlaceView } from "../../cases/views.ts";
import { useCase } from "../case.tsx";
import { useMessages } from "../messages/language.tsx";

interface ChoiceProps {
  readonly label: string;
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined) => void;
  readonly options: readonly { readonly id: string; readonly name: string }[];
}

/** A filter that is one of several, or any. */
export function Choice({ label, value, onChange, options }: ChoiceProps): ReactNode {
  const m = useMessages();
  return (
    <label className="filter">
      <span>{label}</span>
      <select value={value ?? ""} onChange={(event) => onChange(event.target.value || undefined)}>
        <option value="">{m.any}</option>
        {value !== undefined && options.every((option) => option.id !== value) ? (
          <option value={value}>{value}</option>
        ) : null}
        {options.map((option) => (
          <option key={option.id} value={option.id}>
            {option.name}
          </option>
        ))}
      </select>
    </label>
  );
}

interface WordsProps {
  readonly label: string;
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined) => void;
  readonly narrow?: boolean;
}

/** A filter typed in words; asks after a pause. */
export function Words({ label, value, onChange, narrow = false }: WordsProps): ReactNode {
  const [text, setText] = useState(value ?? "");
  useEffect(() => setText(value ?? ""), [value]);
  useEffect(() => {
    if (text === (value ?? "")) return;
    const timer = setTimeout(() => onChange(text === "" ? undefined : text), 250);
    return () => clearTimeout(timer);
  }, [text, value, onChange]);
  return (
    <label className={narrow ? "filter filter-narrow" : "filter"}>
      <span>{label}</span>
      <input
        value={text}
        onChange={(event) => setText(event.target.value)}
        {...(narrow ? { inputMode: "numeric" } : {})}
      />
    </label>
  );
}

/** Regions first, then leaves, each by name. */
export function usePlaceOptions(): readonly PlaceView[] {
  const { words } = useCase();
  return [...words.places].sort(
    (a, b) => Number(b.members !== undefined) - Number(a.members !== undefined) || a.name.localeCompare(b.name),
  );
}

/** The occupation that a list is narrowed to; nothing where the case tells none apart. */
export function OccupationChoice({ value, onChange }: Pick<ChoiceProps, "value" | "onChange">): ReactNode {
  const m = useMessages();
  const options = useOccupationOptions();
  return options.length === 0 ? null : (
    <Choice label={m.claims.occupation} value={value} options={options} onChange={onChange} />
  );
}

/** All work first, then groups of occupations, then leaves, each in the order of the account. */
export function useOccupationOptions(): readonly OccupationView[] {
  const m = useMessages();
  const { occupations } = useCase().words;
  return occupations.length === 0 ? [] : [{ id: "all", name: m.claims.allWork }, ...occupations];
}
