import { type ReactNode, useEffect, useRef, useState } from "react";

interface Shown {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly above: boolean;
}

function holderOf(target: EventTarget | null): HTMLElement | undefined {
  const found = target instanceof Element ? target.closest("[data-hint]") : null;
  return found instanceof HTMLElement ? found : undefined;
}

function beside(holder: HTMLElement): Shown {
  const box = holder.getBoundingClientRect();
  const above = box.bottom + 96 > innerHeight;
  const x = Math.min(Math.max(8, box.left), Math.max(8, innerWidth - 328));
  return { text: holder.dataset.hint ?? "", x, y: above ? innerHeight - box.top + 6 : box.bottom + 6, above };
}

/** The one hint of the page: the full value of the figure under the pointer or in focus. Esc hides it. */
export function Hint(): ReactNode {
  const [shown, setShown] = useState<Shown>();
  const held = useRef<HTMLElement>(undefined);
  useEffect(() => {
    const show = (event: Event) => {
      const holder = holderOf(event.target);
      if (holder === held.current) return;
      held.current?.removeAttribute("aria-describedby");
      held.current = holder;
      holder?.setAttribute("aria-describedby", "hint");
      setShown(holder === undefined ? undefined : beside(holder));
    };
    const hide = () => {
      held.current?.removeAttribute("aria-describedby");
      held.current = undefined;
      setShown(undefined);
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.key === "Escape") hide();
    };
    const onOver = (event: Event) => {
      if (!(event.target instanceof Element && event.target.id === "hint")) show(event);
    };
    document.addEventListener("pointerover", onOver);
    document.addEventListener("focusin", show);
    document.addEventListener("focusout", hide);
    document.addEventListener("scroll", hide, { capture: true, passive: true });
    document.addEventListener("keydown", onKey);
    return () => {
      document.removeEventListener("pointerover", onOver);
      document.removeEventListener("focusin", show);
      document.removeEventListener("focusout", hide);
      document.removeEventListener("scroll", hide, { capture: true });
      document.removeEventListener("keydown", onKey);
    };
  }, []);
  const place =
    shown === undefined ? {} : shown.above ? { left: shown.x, bottom: shown.y } : { left: shown.x, top: shown.y };
  return (
    <div id="hint" role="tooltip" className="hint" hidden={shown === undefined} style={place}>
      {shown?.text}
    </div>
  );
}
