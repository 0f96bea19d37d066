import { OpenAPIHono } from "@hono/zod-openapi";
import { bodyLimit } from "hono/body-limit";
import { Refusal, sendError } from "./errors.ts";
import { ROUTES } from "./routes/index.ts";
import { type Guarded, ownAddressOnly, secureHeaders, tokenRequired } from "./security.ts";
import { pages } from "./static.ts";
import type { Workbench } from "./workbench.ts";

/** What the application needs beside the workbench. */
export interface AppOptions extends Guarded {
  /** Folder of the built pages. */
  readonly pagesFolder: string;
  readonly log: (line: string) => void;
}

const JSON_BYTES = 1024 * 1024;

/** The workbench's HTTP application: the guard, the API with its description, and the pages. */
export function createApp(bench: Workbench, options: AppOptions): OpenAPIHono {
  const app = new OpenAPIHono();
  app.onError((error, c) => sendError(c, error, options.log));
  app.use(secureHeaders());
  app.use(ownAddressOnly(options));
  app.use(tokenRequired(options));
  app.use("/api/*", noStore, smallBodies());
  for (const routes of ROUTES) app.route("/api/cases", routes(bench));
  app.doc31("/api/openapi.json", {
    openapi: "3.1.0",
    info: {
      title: "Tributary",
      version: "0.1.0",
      description: "What the pages of the workbench use. Send the token of the printed address as a bearer token.",
    },
  });
  app.all("/api/*", (c) => {
    throw new Refusal(404, `There is no ${c.req.method} ${c.req.path}. GET /api/openapi.json describes what there is.`);
  });
  app.use(pages(options.pagesFolder));
  app.notFound((c) => c.text("There is no such page.\n", 404));
  return app;
}

const noStore: Parameters<OpenAPIHono["use"]>[1] = async (c, next) => {
  await next();
  c.res.headers.set("Cache-Control", "no-store");
};

/** Holds every body under a megabyte but for documents and copies of sources, which have a limit of their own. */
function smallBodies(): Parameters<OpenAPIHono["use"]>[1] {
  const limit = bodyLimit({
    maxSize: JSON_BYTES,
    onError: () => {
      throw new Refusal(413, "The request is larger than a megabyte.");
    },
  });
  return (c, next) => (/\/(?:copy|sources)$/u.test(c.req.path) ? next() : limit(c, next));
}
