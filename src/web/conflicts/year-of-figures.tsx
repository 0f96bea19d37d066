import { useNavigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { Overview } from "../../cases/views.ts";
import { useMessages } from "../messages/language.tsx";

/** Which year the headline figures are of; it stands in the address. */
export function YearOfFigures({ overview }: { readonly overview: Overview }): ReactNode {
  const m = useMessages();
  const navigate = useNavigate({ from: "/$case/conflicts" });
  const [first, last] = overview.years;
  const years = Array.from({ length: last - first + 1 }, (_, i) => last - i);
  return (
    <label className="what-if-year">
      {m.whatIf.year}{" "}
      <select
        value={overview.year}
        onChange={({ target }) =>
          void navigate({
            to: ".",
            search: (held) => ({ ...held, year: Number(target.value) }),
            replace: true,
            resetScroll: false,
          })
        }
      >
        {years.map((year) => (
          <option key={year} value={year}>
            {year}
          </option>
        ))}
      </select>
    </label>
  );
}
