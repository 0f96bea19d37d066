// `npm start`: from a fresh clone to the workbench in the browser. Arguments after `--` go to `tributary serve`.
import { requireNode } from "./node-version.mjs";

requireNode();
import("./launch.mjs").then(({ launch }) => launch(["serve", ...process.argv.slice(2)]));
