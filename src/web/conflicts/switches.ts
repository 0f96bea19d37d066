import { useNavigate, useSearch } from "@tanstack/react-router";
import { useMemo } from "react";
import type { SwitchedOff } from "../../estimates/what-if.ts";
import type { ConflictsSearch } from "../search-params.ts";

/** What is switched off, as the address holds it, and how to switch. */
export interface Switches {
  readonly without: SwitchedOff;
  /** How many things are switched off. */
  readonly count: number;
  readonly flip: (kind: keyof SwitchedOff, name: string) => void;
  readonly clear: () => void;
}

const IN_ADDRESS = { claims: "off", origins: "origins", priors: "priors" } as const;

function flipped(names: readonly string[], name: string): readonly string[] | undefined {
  const next = names.includes(name) ? names.filter((one) => one !== name) : [...names, name];
  return next.length === 0 ? undefined : next;
}

/** The switches of the page of conflicts. */
export function useSwitches(): Switches {
  const navigate = useNavigate({ from: "/$case/conflicts" });
  const { off, origins, priors } = useSearch({ from: "/$case/conflicts" });
  return useMemo(() => {
    const without: SwitchedOff = { claims: off ?? [], origins: origins ?? [], priors: priors ?? [] };
    const set = (change: ConflictsSearch) =>
      void navigate({ to: ".", search: (held) => ({ ...held, ...change }), replace: true, resetScroll: false });
    return {
      without,
      count: without.claims.length + without.origins.length + without.priors.length,
      flip: (kind, name) => set({ [IN_ADDRESS[kind]]: flipped(without[kind], name) }),
      clear: () => set({ off: undefined, origins: undefined, priors: undefined }),
    };
  }, [off, origins, priors, navigate]);
}
