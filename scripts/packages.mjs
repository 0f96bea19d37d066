import { writeFileSync } from "node:fs";
import { run, say, since } from "./command.mjs";
import { inTree, isInstalled, packagesKey } from "./tree.mjs";

/**
 * Installs the packages that the lock file names, where they are not there yet. Throws when npm could not.
 */
export async function installPackages() {
  if (isInstalled()) return;
  const start = performance.now();
  say("Installing packages (about half a minute the first time) …");
  // A builder needs what production setups leave out: the compilers are among the development packages.
  const args = ["ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"];
  const npm = process.env.npm_execpath?.endsWith("npm-cli.js") ? [process.execPath, process.env.npm_execpath] : ["npm"];
  const { code } = await run(npm[0], [...npm.slice(1), ...args], { show: true }).catch((cause) => {
    throw new Error("npm could not be run: install it beside Node and run the command again.", { cause });
  });
  if (code !== 0) {
    throw new Error(
      `npm could not install the packages (exit code ${code}): see its message above; is there a network?`,
    );
  }
  writeFileSync(inTree("node_modules", ".installed"), packagesKey());
  say(`Installed in ${since(start)}.`);
}
