import { createElement, Fragment, type ReactNode } from "react";

/** A sentence whose gaps may hold figures and links, so that each language sets its own word order. */
export function sentence(words: TemplateStringsArray, ...gaps: readonly ReactNode[]): ReactNode {
  const parts = words.flatMap((text, index) => (index < gaps.length ? [text, gaps[index]] : [text]));
  return createElement(Fragment, null, ...parts);
}
