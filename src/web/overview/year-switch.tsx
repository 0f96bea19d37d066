import { useNavigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { Overview } from "../../cases/views.ts";
import { useMessages } from "../messages/language.tsx";
import { useShortcut } from "../shortcuts.ts";

/** The year shown, with the years to either side one key away. */
export function YearSwitch({ overview }: { readonly overview: Overview }): ReactNode {
  const m = useMessages();
  const navigate = useNavigate();
  const { year, bestYear } = overview;
  const [first, last] = overview.years;
  const go = (to: number) => {
    if (to < first || to > last) return;
    void navigate({ to: ".", search: (held) => ({ ...held, year: to }), resetScroll: false, replace: true });
  };
  useShortcut({ ArrowLeft: () => go(year - 1), ArrowRight: () => go(year + 1) });
  const years = Array.from({ length: last - first + 1 }, (_, index) => last - index);
  return (
    <div className="years">
      <button
        type="button"
        className="plain"
        disabled={year <= first}
        aria-label={m.overview.yearBefore(year - 1)}
        onClick={() => go(year - 1)}
      >
        <span aria-hidden="true">←</span> <span className="years-side">{year - 1}</span>
      </button>
      <select aria-label={m.overview.chooseYear} value={year} onChange={(event) => go(Number(event.target.value))}>
        {years.map((item) => (
          <option key={item} value={item}>
            {item}
          </option>
        ))}
      </select>
      <button
        type="button"
        className="plain"
        disabled={year >= last}
        aria-label={m.overview.yearAfter(year + 1)}
        onClick={() => go(year + 1)}
      >
        <span className="years-side">{year + 1}</span> <span aria-hidden="true">→</span>
      </button>
      <span className="years-best">
        {overview.origins === 0 ? null : year === bestYear ? (
          m.overview.best
        ) : (
          <button type="button" className="link" onClick={() => go(bestYear)}>
            {m.overview.toBest(bestYear)}
          </button>
        )}
      </span>
    </div>
  );
}
