import { useState } from "react";

const STORED = "tributary-decider";

/** Under which role or pseudonym decisions are kept; the browser remembers it. */
export function useDecider(): readonly [string, (name: string) => void] {
  const [name, setName] = useState(() => localStorage.getItem(STORED) ?? "analyst");
  return [
    name,
    (next) => {
      localStorage.setItem(STORED, next);
      setName(next);
    },
  ];
}
