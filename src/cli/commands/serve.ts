import { spawn } from "node:child_process";
import { type Command, InvalidArgumentError } from "commander";
import type { ReconcilingState } from "../../cases/views.ts";
import type { Served, ServeOptions } from "../../server/serve.ts";
import { EnvironmentError } from "../exit.ts";
import { command, type Place, withPlace } from "../options.ts";
import { type Progress, progressOf } from "../progress.ts";
import type { Shell } from "../shell.ts";

const PORT = 4870;
const PATIENCE_MS = 3000;

/** `tributary serve`: serves the workbench until it is stopped. */
export function serveCommand(shell: Shell): Command {
  return withPlace(
    command("serve", "serve the workbench on this computer until Ctrl-C", "tributary serve --port 4900 --open"),
  )
    .option("--port <port>", "port of the loopback address", portNumber, PORT)
    .option("--open", "open a browser on it", false)
    .action(async (options: Place & { port: number; open: boolean }) => {
      const stopped = stopSignal();
      const { data, database, port } = options;
      const bars = new Map<string, Progress>();
      const onReconciling = (id: string, state: ReconcilingState) => show(shell, bars, { id, state });
      const base = { dataDir: data, port, clock: shell.clock, say: shell.err, onReconciling };
      const served = await start(database === undefined ? base : { ...base, database });
      shell.out(`The workbench is at ${served.address}`);
      shell.err("Ctrl-C stops it.");
      if (options.open) openBrowser(served.address, shell);
      await stopped;
      shell.err("Stopping: closing the database");
      await served.close();
      shell.err("Stopped.");
    });
}

/** Serving needs a web server, which no other command does: it is loaded here, for all others start sooner without it. */
async function start(options: ServeOptions): Promise<Served> {
  const [{ serveWorkbench }, { PortTakenError }] = await Promise.all([
    import("../../server/serve.ts"),
    import("../../server/listener.ts"),
  ]);
  try {
    return await serveWorkbench(options);
  } catch (error) {
    if (error instanceof PortTakenError) throw new EnvironmentError(error.message);
    throw error;
  }
}

/** Resolves at the first signal to stop; another one after three seconds ends the process at once. */
function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    let asked = 0;
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
      process.on(signal, () => {
        // npm and the terminal both pass on one Ctrl-C, so that a second signal at once is not a second wish.
        if (asked > 0 && performance.now() - asked > PATIENCE_MS) process.exit(130);
        if (asked === 0) asked = performance.now();
        resolve();
      });
    }
  });
}

function show(shell: Shell, bars: Map<string, Progress>, { id, state }: { id: string; state: ReconcilingState }): void {
  const bar = bars.get(id) ?? progressOf(shell, `Reconciling ${id}`);
  bars.set(id, bar);
  if (state.kind === "running") {
    bar.update(state.progress, state.message);
    return;
  }
  bar.end();
  bars.delete(id);
  if (state.kind === "done")
    shell.err(
      `Reconciling ${id}: done${state.diagnostics === undefined ? "" : ` in ${state.diagnostics.seconds.toFixed(1)} s`}`,
    );
  if (state.kind === "failed") shell.err(`Reconciling ${id} failed: ${state.message}`);
}

function portNumber(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535)
    throw new InvalidArgumentError("a port from 0 to 65535 is expected; 0 takes any free one.");
  return port;
}

function openBrowser(address: string, shell: Shell): void {
  const program = process.platform === "darwin" ? "open" : "xdg-open";
  const child = spawn(program, [address], { stdio: "ignore", detached: true });
  child.on("error", () => shell.err("No browser could be opened; open the address by hand."));
  child.unref();
}
