import { useEffect, useSyncExternalStore } from "react";

/** `system` follows the machine's own setting. */
export type Theme = "light" | "dark" | "system";

export const THEMES: readonly Theme[] = ["system", "light", "dark"];

const STORED = "tributary-theme";
const CHANGED = "tributary-theme-changed";

function stored(): Theme {
  const value = localStorage.getItem(STORED);
  return value === "light" || value === "dark" ? value : "system";
}

function apply(): void {
  const theme = stored();
  const dark = theme === "dark" || (theme === "system" && matchMedia("(prefers-color-scheme: dark)").matches);
  document.documentElement.dataset.theme = dark ? "dark" : "light";
}

function choose(theme: Theme): void {
  localStorage.setItem(STORED, theme);
  apply();
  dispatchEvent(new Event(CHANGED));
}

function subscribe(listener: () => void): () => void {
  addEventListener(CHANGED, listener);
  return () => removeEventListener(CHANGED, listener);
}

/** The theme chosen and how to choose; follows the machine while it is `system`. */
export function useTheme(): readonly [Theme, (theme: Theme) => void] {
  const theme = useSyncExternalStore(subscribe, stored);
  useEffect(() => {
    const machine = matchMedia("(prefers-color-scheme: dark)");
    machine.addEventListener("change", apply);
    return () => machine.removeEventListener("change", apply);
  }, []);
  return [theme, choose];
}
