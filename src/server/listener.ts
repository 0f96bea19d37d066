import type { AddressInfo } from "node:net";
import { createAdaptorServer, type ServerType } from "@hono/node-server";

/** A port that is taken by another program. */
export class PortTakenError extends Error {
  override readonly name = "PortTakenError";
}

type Fetch = (request: Request) => Response | Promise<Response>;

/** A port that is held from the first moment and answers once there is something to answer with. */
export interface Listener {
  readonly port: number;
  /** From now on requests go to this application. */
  readonly answerWith: (fetch: Fetch) => void;
  /** Ends every connection and frees the port. */
  readonly close: () => Promise<void>;
}

const HOST = "127.0.0.1";

/** Listens on a port of the loopback address; 0 takes any free one. Throws `PortTakenError` when it is taken. */
export async function listen(port: number): Promise<Listener> {
  let answer: Fetch = starting;
  const server = createAdaptorServer({ fetch: (request: Request) => answer(request), overrideGlobalObjects: false });
  await bind(server, port);
  return {
    port: (server.address() as AddressInfo).port,
    answerWith: (fetch) => {
      answer = fetch;
    },
    close: () => closed(server),
  };
}

const starting: Fetch = () =>
  new Response("The workbench is starting.\n", { status: 503, headers: { "Retry-After": "1" } });

function bind(server: ServerType, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EADDRINUSE")
        reject(new PortTakenError(`port ${port} is taken by another program; choose another one with --port`));
      else if (error.code === "EACCES")
        reject(new PortTakenError(`port ${port} may not be used by you; choose one above 1023 with --port`));
      else reject(error);
    });
    server.listen(port, HOST, () => resolve());
  });
}

function closed(server: ServerType): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    if ("closeAllConnections" in server) server.closeAllConnections();
  });
}
