// Written in old syntax on purpose: it must parse on the Node versions that it turns away.

/** The oldest Node that Tributary runs on. `package.json` says the same under `engines`. */
export const LEAST_NODE = "20.20.0";

/**
 * One sentence that says why this Node cannot run Tributary, or an empty string when it can.
 * @param {string} version such as `process.versions.node`
 */
export function whyNotThisNode(version) {
  const have = version.split(".").map(Number);
  const need = LEAST_NODE.split(".").map(Number);
  for (let i = 0; i < 3; i++) {
    if (have[i] > need[i]) return "";
    if (have[i] < need[i]) {
      return `Tributary needs Node ${LEAST_NODE} or newer and this is Node ${version}: install a newer Node from https://nodejs.org and run the command again.`;
    }
  }
  return "";
}

/** Ends the process with one clear sentence, before anything is touched, where Node is too old. */
export function requireNode() {
  const why = whyNotThisNode(process.versions.node);
  if (why === "") return;
  console.error(why);
  process.exit(1);
}
