import { userInfo } from "node:os";
import { newSource } from "../../readers/new-source.ts";
import type { Store } from "../../store/store.ts";
import type { Shell } from "../shell.ts";
import type { ReadBatch } from "./read-files.ts";

/** What became of a file that was to be added. */
export interface AddedFile {
  readonly file: string;
  readonly source: string;
  /** False where the case held the same file or text before. */
  readonly added: boolean;
}

/** Who adds, when nobody is named: the user of this computer. */
function thisUser(): string {
  try {
    return userInfo().username;
  } catch {
    return "unknown";
  }
}

/** Adds each file that was read to the case as a source with its copy and chain of custody, but those that it holds already. */
export async function addFiles(
  { read }: ReadBatch,
  desk: { readonly store: Store; readonly id: string; readonly shell: Shell; readonly by?: string | undefined },
): Promise<readonly AddedFile[]> {
  const { store, id, shell } = desk;
  const known = [...(await store.sources.all(id))];
  const results: AddedFile[] = [];
  for (const { file, bytes, document, sha256, textSha256 } of read) {
    const twin = known.find((source) => source.sha256 === sha256 || source.textSha256 === textSha256);
    if (twin !== undefined) {
      results.push({ file, source: twin.id, added: false });
      continue;
    }
    const arrival = { document, bytes, name: file, actor: desk.by ?? thisUser(), at: shell.clock().toISOString() };
    const made = newSource(
      arrival,
      known.map((source) => source.id),
    );
    await store.sources.add(id, made);
    known.push(made.source);
    results.push({ file, source: made.source.id, added: true });
  }
  return results;
}
