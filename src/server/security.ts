import { createHash, timingSafeEqual } from "node:crypto";
import type { Context, MiddlewareHandler } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import { Refusal } from "./errors.ts";
import { REFUSAL_STYLE, refusalPage } from "./refusal-page.ts";

/** What the guard needs to know of the server that it guards. */
export interface Guarded {
  readonly token: string;
  /** The port that the server listens on; known only once it does. */
  readonly port: () => number;
}

const COOKIE_DAYS = 365;

const POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  // Nothing inline but the style of the page that strangers get, which is named by its digest.
  `style-src 'self' 'sha256-${createHash("sha256").update(REFUSAL_STYLE).digest("base64")}'`,
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join("; ");

/** Sets the headers that keep the pages to themselves: content policy, no sniffing, no referrer, no shared windows or frames. */
export function secureHeaders(): MiddlewareHandler {
  return async (c, next) => {
    await next();
    c.res.headers.set("Content-Security-Policy", POLICY);
    c.res.headers.set("X-Content-Type-Options", "nosniff");
    c.res.headers.set("Referrer-Policy", "no-referrer");
    c.res.headers.set("Cross-Origin-Opener-Policy", "same-origin");
    c.res.headers.set("Cross-Origin-Resource-Policy", "same-origin");
    c.res.headers.set("X-Frame-Options", "DENY");
    c.res.headers.set("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
  };
}

/** Refuses a request whose Host is not this workbench (another site's name pointed at it) or whose Origin is another site. */
export function ownAddressOnly(guarded: Guarded): MiddlewareHandler {
  return async (c, next) => {
    const hosts = [`127.0.0.1:${guarded.port()}`, `localhost:${guarded.port()}`];
    const host = c.req.header("host");
    if (host === undefined || !hosts.includes(host.toLowerCase()))
      throw new Refusal(403, "This workbench answers only at its own address on this computer.");
    const origin = c.req.header("origin");
    if (origin !== undefined && !hosts.some((own) => origin === `http://${own}`))
      throw new Refusal(403, "This workbench takes requests from its own pages only.");
    await next();
  };
}

/** Asks every request for the token: in the cookie, as a bearer, or once in the address, which sets the cookie. */
export function tokenRequired(guarded: Guarded): MiddlewareHandler {
  return async (c, next) => {
    const offered = c.req.method === "GET" ? c.req.query("token") : undefined;
    if (offered !== undefined) return same(offered, guarded.token) ? welcome(c, guarded) : refuse(c);
    if (!carriesToken(c, guarded)) return refuse(c);
    await next();
  };
}

/** The name of the cookie of a workbench; cookies do not tell ports apart, so the name does. */
export function cookieName(port: number): string {
  return `tributary-${port}`;
}

function carriesToken(c: Context, guarded: Guarded): boolean {
  const bearer = /^Bearer (\S+)$/i.exec(c.req.header("authorization") ?? "")?.[1];
  const cookie = getCookie(c, cookieName(guarded.port()));
  return [bearer, cookie].some((value) => value !== undefined && same(value, guarded.token));
}

function same(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}

function welcome(c: Context, guarded: Guarded): Response {
  setCookie(c, cookieName(guarded.port()), guarded.token, {
    httpOnly: true,
    sameSite: "Strict",
    path: "/",
    maxAge: COOKIE_DAYS * 86_400,
  });
  const url = new URL(c.req.url);
  url.searchParams.delete("token");
  // One slash in front, so that a path such as //elsewhere cannot become another host.
  return c.redirect(`/${url.pathname.replace(/^\/+/, "")}${url.search}`, 303);
}

function refuse(c: Context): Response {
  if (c.req.path.startsWith("/api/"))
    throw new Refusal(
      401,
      "This request carries no valid token. Use the address that the workbench printed when it started, or send the token as `Authorization: Bearer …`.",
    );
  return c.html(refusalPage(), 401);
}
