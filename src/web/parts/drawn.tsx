import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { ApiError } from "../api.ts";
import { useMessages } from "../messages/language.tsx";
import { Empty, Loaded } from "./states.tsx";

interface DrawnProps<T> {
  readonly query: UseQueryResult<T, Error>;
  readonly size?: "page" | "part";
  readonly waitingFor?: string | undefined;
  readonly children: (data: T) => ReactNode;
}

/** What is asked of the draws of a case: as other data, and in words where the case has not been reconciled as it is now. */
export function Drawn<T>({ query, size = "page", waitingFor, children }: DrawnProps<T>): ReactNode {
  const m = useMessages();
  if (query.error instanceof ApiError && query.error.status === 409) {
    return (
      <Empty title={m.state.notDrawnTitle}>
        <p>{m.state.notDrawn}</p>
      </Empty>
    );
  }
  return (
    <Loaded query={query} size={size} waitingFor={waitingFor}>
      {children}
    </Loaded>
  );
}
