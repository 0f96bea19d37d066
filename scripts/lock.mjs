import { existsSync, linkSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";

/**
 * Takes the lock file at `path`, waiting while another living process holds it. A function that gives it back.
 * @param {string} path
 * @param {() => void} onWait called once when there is someone to wait for
 */
export async function takeLock(path, onWait = () => {}) {
  let waited = false;
  while (!create(path)) {
    const holder = read(path);
    if (holder !== undefined && !isAlive(holder)) removeStale(path, holder);
    else {
      if (!waited) onWait();
      waited = true;
      await sleep(150);
    }
  }
  const mine = read(path);
  return () => {
    if (mine !== undefined && read(path) === mine) rmSync(path, { force: true });
  };
}

function create(path) {
  const draft = `${path}.${process.pid}`;
  try {
    writeFileSync(draft, identity(process.pid));
    linkSync(draft, path); // Whole or not at all: nobody ever reads a lock that is half written.
    return true;
  } catch (error) {
    if (error.code === "EEXIST") return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

function read(path) {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if (error.code === "ENOENT") return undefined;
    throw error;
  }
}

/** A process and, where the system tells it, the moment that it began: numbers of processes are used again. */
function identity(pid) {
  return `${pid} ${startOf(pid)}`;
}

function startOf(pid) {
  if (!existsSync(`/proc/${pid}/stat`)) return "";
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19];
}

function isAlive(holder) {
  const [pid, start] = holder.split(" ");
  try {
    process.kill(Number(pid), 0);
  } catch (error) {
    if (error.code === "ESRCH") return false;
  }
  return start === "" || startOf(Number(pid)) === start;
}

/** Removes the lock of a process that is gone; puts it back when another process took it in the meantime. */
function removeStale(path, holder) {
  const aside = `${path}.${process.pid}.stale`;
  try {
    renameSync(path, aside);
    if (read(aside) !== holder) linkSync(aside, path);
  } catch (error) {
    if (error.code !== "ENOENT" && error.code !== "EEXIST") throw error;
  } finally {
    rmSync(aside, { force: true });
  }
}
