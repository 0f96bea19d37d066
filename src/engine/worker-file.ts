/** Threads run compiled JavaScript: beside this file when it is compiled, in `dist` when a test runs the source. */
export function workerFile(name: "worker" | "audit-worker" | "calibration-worker"): URL {
  const folder = import.meta.url.endsWith(".ts") ? "../../dist/engine/" : "./";
  return new URL(`${folder}${name}.js`, import.meta.url);
}
