import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

/**
 * When the process with this id started, as text that no later process with the same id shares; undefined when there is
 * no such process. A process that has ended and was not yet collected counts as gone.
 */
export function processStart(pid: number): string | undefined {
  return process.platform === "linux" ? linuxStart(pid) : posixStart(pid);
}

/** True when the process that had this id and start is still running. */
export function isRunning(pid: number, started: string): boolean {
  return processStart(pid) === started;
}

function linuxStart(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "latin1");
    // The second field is the command in parentheses and may itself hold spaces and parentheses.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    if (fields[0] === "Z" || fields[0] === "X") return undefined;
    const boot = readFileSync("/proc/sys/kernel/random/boot_id", "latin1").trim();
    return `${boot}:${fields[19]}`;
  } catch {
    return undefined;
  }
}

function posixStart(pid: number): string | undefined {
  try {
    const options = { encoding: "utf8", env: { ...process.env, LC_ALL: "C", TZ: "UTC" } } as const;
    const started = execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], options).trim();
    return started === "" ? undefined : started;
  } catch {
    return undefined;
  }
}
