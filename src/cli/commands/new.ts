import { readdir } from "node:fs/promises";
import type { Command } from "commander";
import { newCase } from "../../cases/template.ts";
import { writePackage } from "../../cases/write-package.ts";
import { writeCaseFolder } from "../../readers/case-folder.ts";
import { InputError } from "../exit.ts";
import { command, withJson } from "../options.ts";
import type { Shell } from "../shell.ts";

/** `tributary new`: makes the folder of a new case from the template. */
export function newCommand(shell: Shell): Command {
  return withJson(
    command(
      "new <folder>",
      "make a new case from the template",
      'tributary new orchards --id orchards --title "Orchard workers"',
    ),
  )
    .requiredOption("--id <id>", "id of the case: lower-case letters, digits and hyphens")
    .requiredOption("--title <title>", "title of the case")
    .action(async (folder: string, options: { id: string; title: string; json: boolean }) => {
      const made = newCase(options);
      if (!made.ok) throw new InputError("the case cannot be made", made.issues);
      const existing = await readdir(folder).catch(() => []);
      if (existing.length > 0)
        throw new InputError(`the folder ${folder} is not empty; a new case wants a folder of its own`);
      await writeCaseFolder(folder, writePackage(made.value));
      if (options.json) shell.out(JSON.stringify({ case: made.value.id, folder }, null, 2));
      else
        shell.out(
          `A new case is in ${folder}. Change account.yaml, add sources and claims, then \`tributary import ${folder}\`.`,
        );
    });
}
