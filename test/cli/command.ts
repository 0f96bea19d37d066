import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const MAIN = resolve("dist/cli/main.js");

/** A program that opens the database in the data folder, says so, and leaves it open. */
const KEEPS_OPEN = `
  import { openStore } from ${JSON.stringify(pathToFileURL(resolve("dist/store/store.js")).href)};
  await openStore({ dataDir: "data" });
  console.log("open");
  setInterval(() => {}, 60_000);
`;

/** How a command ended, and what it wrote. */
export interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** A folder of its own for a test, with a way to run commands in it and to clear it away. */
export interface Desk {
  readonly folder: string;
  /** Runs `tributary` in the folder, as a shell would. */
  readonly tributary: (...args: string[]) => Promise<Ended>;
  /** Starts `tributary` in the folder and leaves it running. */
  readonly start: (...args: string[]) => Running;
  /** Keeps the database in the data folder open until the desk is cleared: commands work through it, which takes less time than to start their own. */
  readonly keepOpen: () => Promise<void>;
  readonly clear: () => Promise<void>;
}

/** A command that is running. */
export interface Running {
  readonly child: ChildProcess;
  /** The first match in what it writes, on either stream. */
  readonly says: (pattern: RegExp) => Promise<string>;
  readonly ended: Promise<Ended>;
}

/** Makes a desk in a new temporary folder. */
export async function openDesk(): Promise<Desk> {
  const folder = await mkdtemp(join(tmpdir(), "tributary-cli-"));
  const running = new Set<ChildProcess>();
  const start = (...args: string[]): Running => keep(startIn(folder, [MAIN, ...args]));
  const keep = (made: Running): Running => {
    running.add(made.child);
    made.ended.finally(() => running.delete(made.child));
    return made;
  };
  return {
    folder,
    start,
    tributary: (...args) => start(...args).ended,
    keepOpen: async () => {
      await keep(startIn(folder, ["--input-type=module", "--eval", KEEPS_OPEN])).says(/open/);
    },
    clear: async () => {
      for (const child of running) child.kill("SIGKILL");
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function startIn(cwd: string, args: readonly string[]): Running {
  const { TRIBUTARY_DATA: _data, TRIBUTARY_DATABASE: _database, ...env } = process.env;
  const child = spawn(process.execPath, args, {
    cwd,
    env: { ...env, NO_COLOR: "1" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let out = "";
  let err = "";
  child.stdout.setEncoding("utf8").on("data", (text) => {
    out += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text) => {
    err += text;
  });
  const ended = new Promise<Ended>((done) => child.on("close", (code) => done({ code: code ?? -1, out, err })));
  const says = (pattern: RegExp) =>
    new Promise<string>((found, lost) => {
      const look = () => {
        const match = pattern.exec(out + err);
        if (match !== null) found(match[1] ?? match[0]);
      };
      child.stdout.on("data", look);
      child.stderr.on("data", look);
      child.on("close", () => lost(new Error(`ended without saying ${pattern}:\n${out}\n${err}`)));
      look();
    });
  return { child, says, ended };
}
