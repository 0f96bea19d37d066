import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { ApiError } from "../api.ts";
import { useMessages } from "../messages/language.tsx";

/** Holds the place of what is coming; says so only after 200 ms. */
export function Waiting(props: {
  readonly size?: "page" | "part" | "chart";
  /** What it waits for, where that takes long. */
  readonly words?: string | undefined;
}): ReactNode {
  const m = useMessages();
  const { size = "page", words = m.state.loading } = props;
  return (
    <div className={`waiting waiting-${size}`} role="status">
      <span className="waiting-words">{words}</span>
    </div>
  );
}

/** What went wrong, what is kept and what to do. */
export function Failure(props: { readonly error: unknown; readonly retry?: (() => void) | undefined }): ReactNode {
  const m = useMessages();
  const { error, retry } = props;
  const denied = error instanceof ApiError && (error.status === 401 || error.status === 403);
  return (
    <div className="notice" role="alert">
      <p className="notice-title">{m.state.failedTitle}</p>
      {error instanceof Error ? <p className="notice-words">{error.message}</p> : null}
      <p>{denied ? m.state.denied : m.state.failedNext}</p>
      {retry === undefined ? null : (
        <button type="button" className="button" onClick={retry}>
          {m.state.retry}
        </button>
      )}
    </div>
  );
}

/** Nothing here yet, and the next step. */
export function Empty(props: { readonly title: string; readonly children?: ReactNode }): ReactNode {
  return (
    <div className="notice">
      <p className="notice-title">{props.title}</p>
      {props.children}
    </div>
  );
}

/** A command as a person types it. */
export function Command({ children }: { readonly children: string }): ReactNode {
  return (
    <pre className="command">
      <code>{children}</code>
    </pre>
  );
}

interface LoadedProps<T> {
  readonly query: UseQueryResult<T, Error>;
  readonly size?: "page" | "part";
  readonly waitingFor?: string | undefined;
  readonly children: (data: T) => ReactNode;
}

/** The data of a query once it is there; its waiting and failed states until then. */
export function Loaded<T>({ query, size = "page", waitingFor, children }: LoadedProps<T>): ReactNode {
  if (query.data !== undefined) return children(query.data);
  if (query.isError) return <Failure error={query.error} retry={() => void query.refetch()} />;
  return <Waiting size={size} words={waitingFor} />;
}
