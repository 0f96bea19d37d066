// Runs one benchmark of this folder: npm run bench -- NAME [ARGUMENT…]. The beginning of a name will do where only one has it.
import { readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const FOLDER = dirname(fileURLToPath(import.meta.url));
const [name = "", ...rest] = process.argv.slice(2);
const names = readdirSync(FOLDER)
  .filter((file) => file.endsWith(".mjs") && file !== "run.mjs")
  .map((file) => file.replace(".mjs", ""))
  .sort();
const begun = names.filter((one) => name !== "" && one.startsWith(name));
const chosen = names.includes(name) ? name : begun.length === 1 ? begun[0] : undefined;
if (chosen === undefined) {
  console.error(`usage: npm run bench -- NAME, which is one of: ${names.join(", ")}`);
  process.exit(2);
}
// A benchmark finds its arguments where it would find them when it is run by itself.
const file = join(FOLDER, `${chosen}.mjs`);
process.argv.splice(1, process.argv.length, file, ...rest);
await import(pathToFileURL(file).href);
