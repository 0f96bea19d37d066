import { connect } from "node:net";

/**
 * Whether something answers at the address of a PostgreSQL, within two seconds. It does not sign in.
 * @param {string} address such as `postgres://postgres@127.0.0.1:5432/test`
 * @returns {Promise<boolean>}
 */
export function answers(address) {
  const { hostname, port } = new URL(address);
  return new Promise((resolve) => {
    const socket = connect({ host: hostname, port: Number(port || 5432), timeout: 2000 });
    const end = (yes) => {
      socket.destroy();
      resolve(yes);
    };
    socket.on("connect", () => end(true));
    socket.on("timeout", () => end(false));
    socket.on("error", () => end(false));
  });
}

/** The address of a PostgreSQL without its password, as a summary may print it. */
export function withoutPassword(address) {
  const url = new URL(address);
  url.password = "";
  return url.href;
}
