/** Threads run compiled JavaScript: beside this file when it is compiled, in `dist` when a test runs the source. */
export function workerFile(name: "worker" | "audit-worker" | "calibration-worker"): URL {
  return builtFile(`${name}.js`);
}

/** A file of the engine that is there only when it is built. */
export function builtFile(name: string): URL {
  const folder = import.meta.url.endsWith(".ts") ? "../../dist/engine/" : "./";
  return new URL(`${folder}${name}`, import.meta.url);
}
