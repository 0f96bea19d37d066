import type { ComparedText } from "../sources/repeated-passages.ts";
import type { Source } from "../sources/source.ts";
import type { Store } from "./store.ts";

/** The texts of a case that can be opened, each under its source's id: copies that were attached, and those in the package. */
export async function textsAtHand(
  { copies }: Pick<Store, "copies">,
  caseId: string,
  sources: readonly { readonly source: Source; readonly attached: boolean }[],
): Promise<readonly ComparedText[]> {
  const held = sources.filter(({ attached }) => attached);
  const texts = await Promise.all(
    held.map(async ({ source: { id } }) => ({ id, text: await copies.text(caseId, id) })),
  );
  return texts.flatMap(({ id, text }) => (text === undefined ? [] : [{ id, text }]));
}
