import { existsSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { orExplain, setUp } from "./setup.mjs";
import { inTree } from "./tree.mjs";

/**
 * Sets up what is missing and runs the command line in this same process, so that signals reach it directly.
 * @param {readonly string[]} args
 */
export async function launch(args) {
  const main = inTree("dist", "cli", "main.js");
  await orExplain(async () => {
    await setUp();
    if (!existsSync(main))
      throw new Error("dist/cli/main.js is missing: remove the folder dist and run the command again.");
  });
  process.argv = [process.execPath, main, ...args];
  await import(pathToFileURL(main).href);
}
