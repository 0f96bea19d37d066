import { spawn } from "node:child_process";
import { constants } from "node:os";
import { ROOT } from "./tree.mjs";

const children = new Set();

let channel = 2;

/** Chooses where progress is told: 2 for standard error, as long as standard output belongs to a command; or 1. */
export function tellOn(fd) {
  channel = fd;
}

/** Says one line of progress. */
export function say(line) {
  (channel === 1 ? process.stdout : process.stderr).write(`${line}\n`);
}

/** Seconds since a moment of `performance.now()`, as text: `1.4 s`. */
export function since(start) {
  return `${((performance.now() - start) / 1000).toFixed(1)} s`;
}

/**
 * Runs a program in the tree and waits for it. Its exit code and all that it printed.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{show?: boolean, env?: Record<string, string>}} [options] `show` passes its output on as it comes
 * @returns {Promise<{code: number, output: string}>}
 */
export function run(program, args, { show = false, env = {} } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: ROOT,
      env: { ...process.env, ...env },
      stdio: ["ignore", show ? channel : "pipe", show ? channel : "pipe"],
    });
    children.add(child);
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding("utf8").on("data", (text) => {
        output += text;
      });
    }
    child.on("error", reject);
    child.on("close", (code, signal) => {
      children.delete(child);
      resolve({ code: code ?? 128 + (constants.signals[signal] ?? 0), output });
    });
  });
}

/** Runs a script of an installed package with this Node. Its exit code and all that it printed. */
export function runScript(path, args, options) {
  return run(process.execPath, [path, ...args], options);
}

/**
 * Does `work`; when a signal ends the process meanwhile, passes it to what is running and calls `undo` first.
 * @template T
 * @param {() => Promise<T>} work
 * @param {() => void} undo
 * @returns {Promise<T>}
 */
export async function interruptible(work, undo) {
  const stop = (signal) => {
    for (const child of children) child.kill(signal);
    undo();
    process.exit(128 + constants.signals[signal]);
  };
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"];
  for (const signal of signals) process.on(signal, stop);
  try {
    return await work();
  } finally {
    for (const signal of signals) process.off(signal, stop);
  }
}
