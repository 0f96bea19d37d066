import { useNavigate, useSearch } from "@tanstack/react-router";
import { useCallback, useMemo } from "react";

/** The trace drawer as the address holds it, and how to open, follow and close it. */
export interface TraceDoor {
  readonly quantity: string | undefined;
  /** Quantities passed on the way to the one shown. */
  readonly path: readonly string[];
  /** Opens the drawer on a quantity, with a fresh path. */
  readonly open: (quantity: string) => void;
  /** Goes one step upstream, or back to a quantity of the path. */
  readonly follow: (quantity: string) => void;
  readonly close: () => void;
}

/** The trace drawer of the page in view. */
export function useTraceDoor(): TraceDoor {
  const { trace, path: joined } = useSearch({ from: "/$case" });
  const navigate = useNavigate();
  const go = useCallback(
    (quantity: string | undefined, path: readonly string[]) => {
      void navigate({
        to: ".",
        search: (held) => ({ ...held, trace: quantity, path: path.length === 0 ? undefined : path.join(",") }),
        resetScroll: false,
      });
    },
    [navigate],
  );
  return useMemo(() => {
    const path = joined === undefined ? [] : joined.split(",");
    return {
      quantity: trace,
      path,
      open: (quantity) => go(quantity, []),
      follow: (quantity) => {
        const at = path.indexOf(quantity);
        go(quantity, at >= 0 ? path.slice(0, at) : trace === undefined ? path : [...path, trace]);
      },
      close: () => go(undefined, []),
    };
  }, [trace, joined, go]);
}
