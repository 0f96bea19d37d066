import type { Command } from "commander";
import type { ImportResult } from "../../store/store.ts";
import { loadFolder, tellStrangeMeasures } from "../case-folder.ts";
import { tendEstimates } from "../freshness.ts";
import { command, type Place, withJson, withPlace, withStore } from "../options.ts";
import type { Shell } from "../shell.ts";

/** `tributary import`: puts case folders into the store, each whole or not at all. */
export function importCommand(shell: Shell): Command {
  return withJson(
    withPlace(
      command(
        "import <folders...>",
        "put cases into the store, each whole or not at all",
        "tributary import cases/example",
      ),
    ),
  )
    .option("--replace", "change and remove what the store holds where the folder differs", false)
    .action(async (folders: string[], options: Place & { replace: boolean; json: boolean }) => {
      const packages = await Promise.all(folders.map(loadFolder));
      const results = await withStore(options, shell, async (store) => {
        const done: ImportResult[] = [];
        for (const pkg of packages) {
          shell.err(`importing ${pkg.id}: ${pkg.sources.length} sources, ${pkg.claims.length} claims`);
          tellStrangeMeasures(pkg, shell);
          done.push(await store.cases.importPackage(pkg, { replace: options.replace }));
          await tendEstimates(store, pkg.id, shell);
        }
        return done;
      });
      if (options.json) shell.out(JSON.stringify({ imported: results }, null, 2));
      else for (const result of results) shell.out(describe(result));
    });
}

function describe(result: ImportResult): string {
  if (!result.changed) return `${result.case}: the store holds all of it already`;
  if (result.created) return `${result.case}: imported`;
  return `${result.case}: ${result.added} added, ${result.updated} changed, ${result.removed} removed`;
}
