import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useEffect, useLayoutEffect, useRef } from "react";
import { useCase } from "../case.tsx";
import { useMessages } from "../messages/language.tsx";
import { Loaded } from "../parts/states.tsx";
import { queries } from "../queries.ts";
import { type TraceDoor, useTraceDoor } from "./door.ts";
import { TraceBody } from "./trace-body.tsx";

/** The trace of the quantity in the address, beside the page; nothing when there is none. */
export function TraceDrawer(): ReactNode {
  const door = useTraceDoor();
  const opener = useRef<Element>(null);
  const isOpen = door.quantity !== undefined;
  // Before the drawer's own effect takes the focus.
  useLayoutEffect(() => {
    if (!isOpen) return;
    opener.current = document.activeElement;
    return () => {
      const back = opener.current;
      const target =
        back instanceof HTMLElement && back.isConnected && back !== document.body ? back : document.querySelector("h1");
      if (target instanceof HTMLElement) target.focus({ preventScroll: true });
    };
  }, [isOpen]);
  return door.quantity === undefined ? null : <Drawer door={door} quantity={door.quantity} />;
}

function Drawer({ door, quantity }: { readonly door: TraceDoor; readonly quantity: string }): ReactNode {
  const m = useMessages();
  const here = useCase();
  const query = useQuery(queries.trace(here.id, quantity));
  const panel = useRef<HTMLElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each step upstream begins at the top.
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
    panel.current?.scrollTo({ top: 0 });
  }, [quantity]);
  return (
    <aside
      ref={panel}
      className="drawer"
      aria-label={m.trace.label}
      onKeyDown={(event) => {
        if (event.key === "Escape") {
          event.stopPropagation();
          door.close();
        }
      }}
    >
      <div className="drawer-bar">
        <Crumbs door={door} />
        <button type="button" className="plain" onClick={door.close} aria-label={m.trace.close}>
          <span aria-hidden="true">✕</span>
        </button>
      </div>
      <h2 ref={heading} tabIndex={-1} className="drawer-title">
        <span className="drawer-kicker">{m.trace.heading}</span>
        {query.data?.label ?? here.quantity(quantity)}
      </h2>
      <Loaded query={query} size="part">
        {(trace) => <TraceBody trace={trace} />}
      </Loaded>
    </aside>
  );
}

function Crumbs({ door }: { readonly door: TraceDoor }): ReactNode {
  const m = useMessages();
  const { quantity } = useCase();
  if (door.path.length === 0) return <span />;
  return (
    <nav aria-label={m.trace.path} className="crumbs">
      <ol>
        {door.path.map((step) => (
          <li key={step}>
            <button type="button" className="link" onClick={() => door.follow(step)}>
              {quantity(step)}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
