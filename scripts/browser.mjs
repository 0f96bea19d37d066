import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { run, say } from "./command.mjs";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/** The path of an installed Chromium, or undefined. `TRIBUTARY_CHROMIUM` names one that stands elsewhere. */
export function findChromium(env = process.env) {
  const folders = ["/usr/bin", ...(env.PATH ?? "").split(delimiter)].filter((folder) => folder !== "");
  const places = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [env.TRIBUTARY_CHROMIUM ?? "", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", ...places].find(
    isProgram,
  );
}

/**
 * Makes sure that there is a browser for the tests, and Korean and Chinese letters for its pictures, where that can be
 * done: as root on Debian. Its path, if there is one, and what is missing, each with the way to mend it.
 * @returns {Promise<{path: string | undefined, missing: string[]}>}
 */
export async function ensureBrowser() {
  const wanted = [];
  if (findChromium() === undefined) wanted.push("chromium");
  if (!(await hasKoreanFont())) wanted.push("fonts-noto-cjk");
  if (wanted.length > 0 && isDebianRoot()) await aptInstall(wanted);
  const path = findChromium();
  const missing = [];
  if (path === undefined) {
    missing.push(
      "no Chromium: install it (Debian: apt-get install chromium; elsewhere Chromium or Google Chrome) or name one in TRIBUTARY_CHROMIUM",
    );
  }
  if (!(await hasKoreanFont())) {
    missing.push("no font with Korean and Chinese letters (Debian: apt-get install fonts-noto-cjk)");
  }
  return { path, missing };
}

async function aptInstall(packages) {
  say(`Installing ${packages.join(" and ")} with apt-get …`);
  const env = { DEBIAN_FRONTEND: "noninteractive" };
  await run("apt-get", ["update", "-q"], { env });
  const { code, output } = await run("apt-get", ["install", "-y", "-q", "--no-install-recommends", ...packages], {
    env,
  });
  if (code !== 0) say(`apt-get could not:\n${output.trim().split("\n").slice(-5).join("\n")}`);
}

/** True also where nobody can tell: the pictures of tests need the font, their promises do not. */
async function hasKoreanFont() {
  const found = await run("fc-list", [":lang=ko", "family"]).catch(() => undefined);
  if (found === undefined) return process.platform !== "linux";
  return found.output.trim() !== "";
}

function isDebianRoot() {
  return process.getuid?.() === 0 && existsSync("/etc/debian_version") && existsSync("/usr/bin/apt-get");
}

function isProgram(path) {
  if (path === "") return false;
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
