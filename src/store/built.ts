import { fileURLToPath } from "node:url";

/**
 * Path of a file beside this one as the compiler wrote it. Worker threads run compiled code only, so a test that runs the
 * sources takes the workers from `dist/`, which `npm test` builds first.
 */
export function builtPath(name: string): string {
  const folder = import.meta.url.endsWith(".ts") ? "../../dist/store/" : "./";
  return fileURLToPath(new URL(folder + name, import.meta.url));
}
