import { useNavigate, useSearch } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { ConflictView } from "../../cases/conflicts.ts";
import { useCase } from "../case.tsx";
import { useMessages } from "../messages/language.tsx";
import { Choice } from "../parts/filters.tsx";

/** What the conflicts are narrowed by: the measures and places that they are on. It stands in the address. */
export function ConflictFilters({ conflicts }: { readonly conflicts: readonly ConflictView[] }): ReactNode {
  const m = useMessages();
  const here = useCase();
  const navigate = useNavigate({ from: "/$case/conflicts" });
  const { measure, place } = useSearch({ from: "/$case/conflicts" });
  const options = (ids: readonly string[], name: (id: string) => string) =>
    [...new Set(ids)].map((id) => ({ id, name: name(id) })).sort((a, b) => a.name.localeCompare(b.name, m.tag));
  const set = (change: { measure?: string | undefined } | { place?: string | undefined }) =>
    void navigate({ to: ".", search: (held) => ({ ...held, ...change }), replace: true, resetScroll: false });
  return (
    <search className="filters" aria-label={m.conflicts.filters}>
      <Choice
        label={m.claims.measure}
        value={measure}
        options={options(
          conflicts.map(({ view }) => view.claim.measure),
          here.measure,
        )}
        onChange={(chosen) => set({ measure: chosen })}
      />
      <Choice
        label={m.claims.place}
        value={place}
        options={options(
          conflicts.map(({ view }) => view.claim.place),
          here.place,
        )}
        onChange={(chosen) => set({ place: chosen })}
      />
    </search>
  );
}
