// `npm run build`: installs what is missing and builds what is stale.
import { requireNode } from "./node-version.mjs";

requireNode();
import("./setup.mjs").then(({ orExplain, setUp }) => orExplain(setUp));
