import type { Shell } from "./shell.ts";

const WIDTH = 30;
const STEPS = 10;

/** Shows how far long work is: a bar that moves where someone watches, else a line now and then. */
export interface Progress {
  /** Called with 0 to 1 and what is being done. */
  readonly update: (fraction: number, message: string) => void;
  /** Ends the bar's line. */
  readonly end: () => void;
}

/** A progress display for work of the given name. */
export function progressOf(shell: Shell, name: string): Progress {
  return shell.watched ? movingBar(name) : plainLines(shell, name);
}

function movingBar(name: string): Progress {
  let drawn = false;
  return {
    update: (fraction, message) => {
      const filled = Math.round(Math.min(Math.max(fraction, 0), 1) * WIDTH);
      process.stderr.write(
        `\r\u001b[2K${name} ${"━".repeat(filled)}${"╌".repeat(WIDTH - filled)} ${percent(fraction)} ${message}`,
      );
      drawn = true;
    },
    end: () => {
      if (drawn) process.stderr.write("\r\u001b[2K");
    },
  };
}

function plainLines(shell: Shell, name: string): Progress {
  let last = "";
  return {
    update: (fraction, message) => {
      const key = `${Math.floor(fraction * STEPS)} ${message}`;
      if (key === last) return;
      last = key;
      shell.err(`${name}: ${percent(fraction)} ${message}`);
    },
    end: () => undefined,
  };
}

function percent(fraction: number): string {
  return `${Math.round(fraction * 100)} %`.padStart(5);
}
