import { useEffect, useState } from "react";

const STORED = "tributary-keys";
const CHANGED = "tributary-keys-changed";

/** Whether single-key shortcuts are on, which a person can change (WCAG 2.1.4). */
export function areKeysOn(): boolean {
  return localStorage.getItem(STORED) !== "off";
}

/** The state of the single-key shortcuts and how to switch them. */
export function useKeysSwitch(): readonly [boolean, (on: boolean) => void] {
  const [on, setOn] = useState(areKeysOn);
  useEffect(() => {
    const read = () => setOn(areKeysOn());
    addEventListener(CHANGED, read);
    return () => removeEventListener(CHANGED, read);
  }, []);
  return [
    on,
    (next) => {
      localStorage.setItem(STORED, next ? "on" : "off");
      dispatchEvent(new Event(CHANGED));
    },
  ];
}

/** True while the person types or moves within something that has keys of its own. */
function isBusy(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return true;
  const { target } = event;
  if (!(target instanceof HTMLElement)) return false;
  if (document.querySelector("dialog[open]") !== null) return true;
  return target.isContentEditable || target.closest("input, select, textarea, [role=menu], .chart-spots") !== null;
}

/** Runs an action for a key pressed anywhere on the page but in a field. */
export function useShortcut(keys: Readonly<Record<string, (event: KeyboardEvent) => void>>): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const action = keys[event.key];
      if (action === undefined || isBusy(event)) return;
      const single = event.key.length === 1;
      if (single && !areKeysOn()) return;
      event.preventDefault();
      action(event);
    };
    addEventListener("keydown", listen);
    return () => removeEventListener("keydown", listen);
  });
}

/** Moves focus to the next or the last item of the page's list (`[data-item]`). */
export function moveInList(step: 1 | -1): void {
  const items = [...document.querySelectorAll<HTMLElement>("main [data-item]")];
  if (items.length === 0) return;
  const held = document.activeElement?.closest("[data-item], [data-items]");
  const focused = items.findIndex((item) => item === held || item.contains(document.activeElement));
  const current = items.findIndex((item) => item.matches("[aria-current]"));
  const at = focused === -1 ? current : focused;
  const next = at === -1 ? (step === 1 ? 0 : items.length - 1) : Math.min(items.length - 1, Math.max(0, at + step));
  const item = items[next];
  if (item === undefined) return;
  const target = item.matches("a, button") ? item : (item.querySelector<HTMLElement>("a, button") ?? item);
  target.focus();
  target.scrollIntoView({ block: "nearest" });
}
