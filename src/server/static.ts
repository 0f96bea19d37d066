import { readFile, stat } from "node:fs/promises";
import { extname, join, normalize, sep } from "node:path";
import type { Context, MiddlewareHandler } from "hono";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".woff2": "font/woff2",
  ".txt": "text/plain; charset=utf-8",
  ".map": "application/json",
  ".wasm": "application/wasm",
};

const IMMUTABLE = "public, max-age=31536000, immutable";

/** Serves the built pages of a folder: files under `assets/` carry a digest in their name and are kept for good; any other path is a page. */
export function pages(folder: string): MiddlewareHandler {
  return async (c, next) => {
    if (c.req.method !== "GET" && c.req.method !== "HEAD") return next();
    const path = safePath(folder, c.req.path);
    if (path === undefined) return next();
    const size = await fileSize(path);
    if (size !== undefined) return sendFile(c, { path, size });
    return extname(path) === "" || !path.includes(`${sep}assets${sep}`) ? sendIndex(c, folder) : next();
  };
}

/** The file that a request's path means; absent when it points out of the folder. */
function safePath(folder: string, requested: string): string | undefined {
  try {
    const path = normalize(join(folder, decodeURIComponent(requested)));
    return path.startsWith(folder + sep) && !path.includes("\0")
      ? path
      : path === folder + sep || path === folder
        ? join(folder, "index.html")
        : undefined;
  } catch {
    return undefined;
  }
}

async function fileSize(path: string): Promise<number | undefined> {
  const found = await stat(path).catch(() => undefined);
  return found?.isFile() ? found.size : undefined;
}

async function sendFile(c: Context, file: { path: string; size: number }): Promise<Response> {
  const type = TYPES[extname(file.path)] ?? "application/octet-stream";
  const cache = file.path.includes(`${sep}assets${sep}`) ? IMMUTABLE : "no-cache";
  const headers = { "Content-Type": type, "Content-Length": String(file.size), "Cache-Control": cache };
  if (c.req.method === "HEAD") return c.body(null, 200, headers);
  return c.body(new Uint8Array(await readFile(file.path)), 200, headers);
}

async function sendIndex(c: Context, folder: string): Promise<Response> {
  const html = await readFile(join(folder, "index.html"), "utf8").catch(() => undefined);
  if (html === undefined)
    return c.text("The pages have not been built yet. Run `npm run build` and load this page again.\n", 503);
  return c.html(html, 200, { "Cache-Control": "no-cache" });
}
