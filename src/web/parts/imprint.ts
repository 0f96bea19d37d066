import type { Source } from "../../sources/source.ts";
import type { Messages } from "../messages/en.ts";

/** A source's grade on the Admiralty scale, in words. */
export function gradeWords(source: Source, m: Messages): string {
  const { reliability, credibility } = source;
  return m.sources.gradeFull(
    reliability + credibility,
    m.sources.reliability[reliability],
    m.sources.credibility[credibility],
  );
}

/** Author and publisher, once when they are the same. */
export function creators(source: Source): string {
  const names = [source.author, source.publisher].filter((name) => name !== undefined);
  return [...new Set(names)].join(", ");
}
