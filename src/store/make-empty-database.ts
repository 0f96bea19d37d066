import { existsSync, renameSync, rmSync } from "node:fs";
import { templatePath, writeEmptyDatabase } from "./embedded.ts";

/*
 * Run by the build: `node dist/store/make-empty-database.js` writes, beside the compiled store, the empty database that
 * new ones are copied from, so that a first start need not wait for one to be made. Does nothing when it is there.
 */
const target = templatePath();
const draft = `${target}.draft-${process.pid}`;
if (!existsSync(target)) {
  await writeEmptyDatabase(draft);
  try {
    renameSync(draft, target);
  } catch (error) {
    if (!existsSync(target)) throw error; // another build was faster
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}
