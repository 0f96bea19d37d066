// `npm test`: from a fresh clone to a verdict. Arguments after `--` go to Vitest: `npm test -- test/claims`.
import { requireNode } from "./node-version.mjs";

requireNode();
import("./verdict.mjs").then(({ verdict }) => verdict(process.argv.slice(2)));
