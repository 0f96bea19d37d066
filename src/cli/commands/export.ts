import { readdir } from "node:fs/promises";
import type { Command } from "commander";
import { writePackage } from "../../cases/write-package.ts";
import { writeCaseFolder } from "../../readers/case-folder.ts";
import { InputError } from "../exit.ts";
import { chosenCase, command, type Place, withCase, withJson, withStoreToRead } from "../options.ts";
import type { Shell } from "../shell.ts";

/** `tributary export`: writes a stored case into a folder, with the bytes that were imported. */
export function exportCommand(shell: Shell): Command {
  return withJson(
    withCase(
      command(
        "export <folder>",
        "write a case into a folder that a person can read, diff and mail",
        "tributary export backup/dprk --case dprk",
      ),
    ),
  )
    .option("--replace", "write over a folder that is not empty", false)
    .action(async (folder: string, options: Place & { case?: string; replace: boolean; json: boolean }) => {
      const existing = await readdir(folder).catch(() => []);
      if (existing.length > 0 && !options.replace)
        throw new InputError(`the folder ${folder} is not empty; name another, or write over it with --replace`);
      const { id, files } = await withStoreToRead(options, shell, async (store) => {
        const { id } = await chosenCase(store, options.case);
        return { id, files: writePackage(await store.cases.exportPackage(id)) };
      });
      await writeCaseFolder(folder, files, { replace: options.replace });
      if (options.json) shell.out(JSON.stringify({ case: id, folder, files: [...files.keys()] }, null, 2));
      else shell.out(`${id}: ${files.size} files written to ${folder}`);
    });
}
