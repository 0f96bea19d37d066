import { useLocation } from "@tanstack/react-router";
import { type ReactNode, useEffect, useRef } from "react";

let last = "";

interface PageProps {
  /** For the window: `Claims · Seafarers · Tributary`. */
  readonly windowTitle: string;
  /** States the finding where data allow. */
  readonly title: ReactNode;
  readonly subtitle?: ReactNode;
  readonly before?: ReactNode;
  readonly wide?: boolean;
  /** A small head, on a page that people work on for long. */
  readonly dense?: boolean;
  readonly children: ReactNode;
}

/** A page: its heading takes the focus when one comes to it from another page. */
export function Page(props: PageProps): ReactNode {
  const { pathname } = useLocation();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = props.windowTitle;
  }, [props.windowTitle]);
  useEffect(() => {
    if (last !== "" && last !== pathname) heading.current?.focus({ preventScroll: true });
    last = pathname;
  }, [pathname]);
  const look = ["page", props.wide === true ? "page-wide" : "", props.dense === true ? "page-dense" : ""];
  return (
    <article className={look.filter((name) => name !== "").join(" ")}>
      {props.before}
      <header className="page-head">
        <h1 ref={heading} tabIndex={-1}>
          {props.title}
        </h1>
        {props.subtitle === undefined ? null : <p className="page-subtitle">{props.subtitle}</p>}
      </header>
      {props.children}
    </article>
  );
}
