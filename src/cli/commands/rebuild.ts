import type { Command } from "commander";
import { chosenCase, command, type Place, withCase, withJson, withStore } from "../options.ts";
import { readTexts } from "../reading/read-queue.ts";
import type { Shell } from "../shell.ts";
import { reconcileStored } from "../stored-case.ts";

/** `tributary rebuild`: throws away everything that is worked out from the truth, and works it out again. */
export function rebuildCommand(shell: Shell): Command {
  return withJson(
    withCase(
      command(
        "rebuild",
        "throw away what is worked out (search, proposals, estimates) and work it out again",
        "tributary rebuild --case example",
      ),
    ),
  )
    .option("--no-reconcile", "leave the estimates out; the next start of the workbench draws them")
    .action(async (options: Place & { case?: string; reconcile: boolean; json: boolean }) => {
      const rebuilt = await withStore(options, shell, async (store) => {
        const ids =
          options.case === undefined
            ? (await store.cases.list()).map((c) => c.id)
            : [(await chosenCase(store, options.case)).id];
        for (const id of ids) {
          shell.err(`${id}: working out the search`);
          await store.dropDerived(id);
          await store.rebuild(id);
          await readTexts(store, id, { shell, data: options.data });
          if (options.reconcile) await reconcileStored(store, id, { shell });
          if (!options.json) shell.out(`${id}: rebuilt`);
        }
        return ids;
      });
      if (options.json) shell.out(JSON.stringify({ rebuilt, reconciled: options.reconcile }, null, 2));
    });
}
