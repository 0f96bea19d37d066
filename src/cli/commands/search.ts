import type { Command } from "commander";
import { chosenCase, command, type Place, withCase, withJson, withStoreToRead } from "../options.ts";
import type { Shell } from "../shell.ts";

/** `tributary search`: finds words in titles, passages and claims. */
export function searchCommand(shell: Shell): Command {
  return withJson(
    withCase(
      command(
        "search <words...>",
        "find words in sources, passages and claims (English, Korean, Russian, Chinese)",
        "tributary search 로동자 계약",
      ),
    ),
  ).action(async (words: string[], options: Place & { case?: string; json: boolean }) => {
    const found = await withStoreToRead(options, shell, async (store) => {
      const { id } = await chosenCase(store, options.case);
      return { case: id, ...(await store.search.query(id, words.join(" "))) };
    });
    if (options.json) return shell.out(JSON.stringify(found, null, 2));
    for (const hit of found.hits)
      shell.out(
        `${hit.kind} ${hit.id}  ${hit.title}\n    ${hit.snippet.replace(/[\u2068\u2069]/gu, "").replace(/\s+/g, " ")}`,
      );
    shell.err(`${found.total}${found.more ? "+" : ""} found`);
  });
}
