import { useQuery } from "@tanstack/react-query";
import { createContext, type ReactNode, useContext, useMemo } from "react";
import { parseQuantityId } from "../accounts/quantity-id.ts";
import type { CaseWords } from "./api.ts";
import type { Messages } from "./messages/en.ts";
import { useMessages } from "./messages/language.tsx";
import { queries } from "./queries.ts";

/** The case in view, and how its measures, places, occupations and quantities are called. */
export interface CaseInView {
  readonly id: string;
  readonly words: CaseWords;
  readonly measure: (id: string) => string;
  readonly place: (id: string) => string;
  readonly occupation: (id: string) => string;
  /** `Pay · Russia · Logging · 2012`. */
  readonly quantity: (id: string) => string;
}

const NO_WORDS: CaseWords = { measures: [], places: [], occupations: [], years: [0, 0] };
const InView = createContext<CaseInView | undefined>(undefined);

function namer(list: readonly { readonly id: string; readonly name: string }[]): (id: string) => string {
  const names = new Map(list.map((item) => [item.id, item.name]));
  return (id) => names.get(id) ?? id;
}

/** Names for the ids of a case. */
export function nameCase(id: string, words: CaseWords, m: Messages): CaseInView {
  const measure = namer(words.measures);
  const places = namer(words.places);
  const place = (placeId: string) => (placeId === "world" ? m.claims.world : places(placeId));
  const occupation = namer(words.occupations);
  const quantity = (quantityId: string) => {
    const name = parseQuantityId(quantityId);
    return m.quantity([
      measure(name.measure),
      ...(name.place === undefined ? [] : [place(name.place)]),
      ...(name.occupation === undefined ? [] : [occupation(name.occupation)]),
      ...(name.year === undefined ? [] : [String(name.year)]),
    ]);
  };
  return { id, words, measure, place, occupation, quantity };
}

/** Makes a case known to the pages inside. */
export function CaseProvider(props: { readonly id: string; readonly children: ReactNode }): ReactNode {
  const m = useMessages();
  const { data } = useQuery(queries.words(props.id));
  const value = useMemo(() => nameCase(props.id, data ?? NO_WORDS, m), [props.id, data, m]);
  return <InView.Provider value={value}>{props.children}</InView.Provider>;
}

/** The case that the page is about. */
export function useCase(): CaseInView {
  const value = useContext(InView);
  if (value === undefined) throw new Error("missing case: page outside CaseProvider");
  return value;
}
