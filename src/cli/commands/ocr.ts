import { spawn } from "node:child_process";
import { copyFile, mkdir, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import type { Command } from "commander";
import { hasOcr, modelFile, OCR_LANGUAGES, OCR_PACKAGES, packedModel } from "../../readers/recognise.ts";
import { EnvironmentError } from "../exit.ts";
import { command, type Place, withJson, withPlace } from "../options.ts";
import type { Shell } from "../shell.ts";

/** `tributary ocr`: what reads scans, and whether it is there. */
export function ocrCommand(shell: Shell): Command {
  const made = command("ocr", "what reads scans (optical recognition, English and Korean)", "tributary ocr install");
  return made.addCommand(installCommand(shell)).addCommand(statusCommand(shell));
}

function installCommand(shell: Shell): Command {
  return withPlace(
    command(
      "install",
      `fetch what reads scans from the package registry, about 50 MB: ${OCR_PACKAGES.join(", ")}`,
      "tributary ocr install",
    ),
  ).action(async (options: Place) => {
    const folder = folderOf(options);
    if (hasOcr(folder)) return shell.err(`It is there already, in ${folder}.`);
    await mkdir(join(folder, "models"), { recursive: true });
    await writeFile(join(folder, "package.json"), '{ "name": "tributary-ocr", "private": true }\n');
    shell.err(`Fetching ${OCR_PACKAGES.join(", ")} into ${folder}`);
    await runNpm(
      ["install", "--save-exact", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error", ...OCR_PACKAGES],
      folder,
    );
    for (const language of OCR_LANGUAGES) await copyFile(packedModel(folder, language), modelFile(folder, language));
    shell.err("Scans can be read now; nothing more is fetched while they are.");
  });
}

function statusCommand(shell: Shell): Command {
  return withJson(withPlace(command("status", "whether scans can be read", "tributary ocr status"))).action(
    (options: Place & { json: boolean }) => {
      const folder = folderOf(options);
      const installed = hasOcr(folder);
      if (options.json) shell.out(JSON.stringify({ installed, folder, languages: OCR_LANGUAGES }, null, 2));
      else
        shell.out(
          installed
            ? `Scans can be read (${folder}).`
            : "Scans cannot be read yet; `tributary ocr install` fetches what reads them.",
        );
    },
  );
}

function folderOf({ data }: Place): string {
  return resolve(data, "ocr");
}

/** Runs npm in a folder; its messages go where ours go. */
function runNpm(args: readonly string[], cwd: string): Promise<void> {
  const beside = join(dirname(process.execPath), "..", "lib", "node_modules", "npm", "bin", "npm-cli.js");
  const script = process.env.npm_execpath?.endsWith("npm-cli.js") === true ? process.env.npm_execpath : beside;
  return new Promise((done, fail) => {
    const npm = spawn(process.execPath, [script, ...args], { cwd, stdio: ["ignore", "inherit", "inherit"] });
    npm.on("error", fail);
    npm.on("close", (code) => {
      if (code === 0) done();
      else fail(new EnvironmentError(`npm could not fetch the packages (exit code ${code}): is there a network?`));
    });
  });
}
