import type { Command } from "commander";
import { formatPackage } from "../../cases/format-package.ts";
import { parsePackage } from "../../cases/parse-package.ts";
import { writeCaseFolder } from "../../readers/case-folder.ts";
import { filesOf, inOrder, tellStrangeMeasures } from "../case-folder.ts";
import { InputError } from "../exit.ts";
import { command, withJson } from "../options.ts";
import type { Shell } from "../shell.ts";

/** `tributary format`: brings case folders into canonical form and fills the ids of new claims. */
export function formatCommand(shell: Shell): Command {
  return withJson(
    command(
      "format <folders...>",
      "bring case folders into canonical form: ids, order, quoting, schemas",
      "tributary format cases/example --check",
    ),
  )
    .option("--check", "change nothing; fail when a file is not in canonical form", false)
    .action(async (folders: string[], options: { check: boolean; json: boolean }) => {
      const changed: string[] = [];
      for (const folder of folders) {
        const files = await filesOf(folder);
        const formatted = inOrder(folder, formatPackage(files));
        tellStrangeMeasures(inOrder(folder, parsePackage(formatted)), shell);
        const paths = [...new Set([...files.keys(), ...formatted.keys()])];
        const differing = paths.filter((path) => files.get(path) !== formatted.get(path));
        changed.push(...differing.map((path) => `${folder.replace(/\/+$/, "")}/${path}`));
        if (!options.check && differing.length > 0) await writeCaseFolder(folder, formatted);
      }
      report(shell, changed, options);
    });
}

function report(shell: Shell, changed: readonly string[], options: { check: boolean; json: boolean }): void {
  if (options.check && changed.length > 0)
    throw new InputError(
      "these files are not in canonical form; `tributary format` rewrites them",
      changed.map((file) => ({ file, expected: "its canonical form" })),
    );
  if (options.json) shell.out(JSON.stringify({ changed, written: !options.check }, null, 2));
  else if (changed.length === 0) shell.out("Everything is in canonical form.");
  else for (const path of changed) shell.out(`rewritten: ${path}`);
}
