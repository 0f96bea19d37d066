// `node scripts/install.mjs`: installs the packages that the lock file names, where they are missing.
import { requireNode } from "./node-version.mjs";

requireNode();
import("./setup.mjs").then(({ orExplain, setUpPackages }) => orExplain(setUpPackages));
