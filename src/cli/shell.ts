/** What a command may touch of the world around it. */
export interface Shell {
  /** Writes data for a person or a pipe. */
  readonly out: (text: string) => void;
  /** Writes what is being done, and what went wrong. */
  readonly err: (text: string) => void;
  /** Whether someone watches what goes to `err`, so that a bar may move there. */
  readonly watched: boolean;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly clock: () => Date;
}

/** The shell of this process. A reader that leaves early (`| head`) ends it in peace. */
export function processShell(): Shell {
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit(0);
    throw error;
  });
  return {
    out: (text) => void process.stdout.write(`${text}\n`),
    err: (text) => void process.stderr.write(`${text}\n`),
    watched: process.stderr.isTTY === true,
    env: process.env,
    clock: () => new Date(),
  };
}
