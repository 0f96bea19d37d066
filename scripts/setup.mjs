import { interruptible, say } from "./command.mjs";
import { compile } from "./compile.mjs";
import { takeLock } from "./lock.mjs";
import { installPackages } from "./packages.mjs";
import { inTree, isBuilt, isInstalled } from "./tree.mjs";

/** Installs what is missing and builds what is stale. Says nothing when there is nothing to do. */
export async function setUp() {
  if (isInstalled() && isBuilt()) return;
  await alone(async () => {
    await installPackages();
    await compile();
  });
}

/** Installs what is missing. Says nothing when there is nothing to do. */
export async function setUpPackages() {
  if (!isInstalled()) await alone(installPackages);
}

/**
 * Does a step of setting up for a command; when it fails, says why in one sentence and ends with exit code 1.
 * @param {() => Promise<void>} step
 */
export async function orExplain(step) {
  try {
    await step();
  } catch (error) {
    say(`Stopped: ${error.message}`);
    process.exit(1);
  }
}

/** Does `work` while no other process installs or builds in this tree. */
async function alone(work) {
  const wait = () => say("Another process is installing or building here: waiting for it …");
  const release = await takeLock(inTree(".setup.lock"), wait);
  try {
    await interruptible(work, release);
  } finally {
    release();
  }
}
