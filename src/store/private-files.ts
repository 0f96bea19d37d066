import { chmodSync, lstatSync, readdirSync } from "node:fs";
import { join } from "node:path";

const OTHERS = 0o077;
const FOLDER = 0o700;
const FILE = 0o600;

/** Whether others than its owner may do anything with a file or folder; false when it is not there. */
export function isOpenToOthers(path: string): boolean {
  const state = lstatSync(path, { throwIfNoEntry: false });
  return state !== undefined && (state.mode & OTHERS) !== 0;
}

/** Takes a folder and everything in it away from others than their owner. Links are left alone. */
export function closeToOthers(folder: string): void {
  closeOne(folder, FOLDER);
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isDirectory()) closeOne(join(entry.parentPath, entry.name), FOLDER);
    else if (entry.isFile()) closeOne(join(entry.parentPath, entry.name), FILE);
  }
}

function closeOne(path: string, mode: number): void {
  try {
    if (isOpenToOthers(path)) chmodSync(path, mode);
  } catch (error) {
    if (lstatSync(path, { throwIfNoEntry: false }) !== undefined) throw error; // else gone since it was listed
  }
}

let users = 0;
let usual = 0;

/**
 * What this process and its threads make from now on is their owner's alone, until the returned function is called: the
 * thread that the embedded database runs in cannot set a mask of its own.
 */
export function makeForOwnerOnly(): () => void {
  if (users === 0) usual = process.umask(OTHERS);
  users += 1;
  let ended = false;
  return () => {
    if (ended) return;
    ended = true;
    users -= 1;
    if (users === 0) process.umask(usual);
  };
}
