import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { OpenAPIHono } from "@hono/zod-openapi";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sendError } from "../../src/server/errors.ts";
import { cookieName, ownAddressOnly, secureHeaders, tokenRequired } from "../../src/server/security.ts";
import { pages } from "../../src/server/static.ts";

const PORT = 4999;
const HOST = `127.0.0.1:${PORT}`;
const TOKEN = "a-token-for-tests-that-is-long-enough-0123456789";

let folder = "";
let app: OpenAPIHono;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "tributary-pages-"));
  const web = join(folder, "web");
  await mkdir(join(web, "assets"), { recursive: true });
  await writeFile(join(web, "index.html"), "<!doctype html><title>Tributary</title>");
  await writeFile(join(web, "assets", "app-1a2b3c.js"), "export {};");
  await writeFile(join(folder, "secret.txt"), "secret");
  const guarded = { token: TOKEN, port: () => PORT };
  app = new OpenAPIHono();
  app.onError((error, c) => sendError(c, error, () => undefined));
  app.use(secureHeaders(), ownAddressOnly(guarded), tokenRequired(guarded));
  app.get("/api/cases", (c) => c.json({ cases: [] }));
  app.use(pages(web));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

const ask = (path: string, headers: Record<string, string> = {}, method = "GET") =>
  app.request(path, { method, headers: { host: HOST, ...headers } });
const bearer = { authorization: `Bearer ${TOKEN}` };

describe("ownAddressOnly", () => {
  test.each([
    "evil.example",
    "evil.example:4999",
    `127.0.0.1:${PORT + 1}`,
    "127.0.0.1",
    `0.0.0.0:${PORT}`,
    `127.0.0.1.evil.example:${PORT}`,
  ])("a request for the host %s is refused, so that no other name can be pointed at the workbench", async (host) => {
    const response = await ask("/api/cases", { ...bearer, host });
    expect(response.status).toBe(403);
  });
  test("a request with no host is refused", async () => {
    expect((await app.request("/api/cases", { headers: bearer })).status).toBe(403);
  });
  test.each(["http://evil.example", `http://localhost:${PORT + 1}`, "null", `https://127.0.0.1:${PORT}`])(
    "a request from the origin %s is refused even with the token",
    async (origin) => {
      const response = await ask("/api/cases", { ...bearer, origin });
      expect(response.status).toBe(403);
      expect(await response.json()).toHaveProperty("error.message");
      expect(response.headers.get("access-control-allow-origin")).toBeNull();
    },
  );
  test("its own pages may ask, under both names of this computer", async () => {
    expect((await ask("/api/cases", { ...bearer, origin: `http://${HOST}` })).status).toBe(200);
    expect(
      (await ask("/api/cases", { ...bearer, host: `localhost:${PORT}`, origin: `http://localhost:${PORT}` })).status,
    ).toBe(200);
  });
});

describe("tokenRequired", () => {
  test("a call without a token, or with a wrong one, is refused in the shape of every error", async () => {
    for (const headers of [
      {},
      { authorization: "Bearer wrong" },
      { cookie: `${cookieName(PORT)}=${TOKEN}x` },
      { authorization: `Basic ${TOKEN}` },
    ]) {
      const response = await ask("/api/cases", headers);
      expect(response.status).toBe(401);
      expect(await response.json()).toEqual({ error: { message: expect.stringContaining("token") } });
    }
  });
  test("a browser without the token gets a page that says to use the printed address, and nothing of any case", async () => {
    const response = await ask("/dprk");
    expect(response.status).toBe(401);
    expect(response.headers.get("content-type")).toContain("text/html");
    const page = await response.text();
    expect(page).toContain("address that it printed");
    expect(page).not.toContain("script");
  });
  test("the token in the address sets a cookie that scripts and other sites cannot use, and leaves the address", async () => {
    const response = await ask(`/dprk/claims?measure=workers&token=${TOKEN}`);
    expect(response.status).toBe(303);
    expect(response.headers.get("location")).toBe("/dprk/claims?measure=workers");
    const cookie = response.headers.get("set-cookie") ?? "";
    for (const part of [`${cookieName(PORT)}=${TOKEN}`, "HttpOnly", "SameSite=Strict", "Path=/"])
      expect(cookie).toContain(part);
    expect((await ask("/dprk/claims", { cookie: cookie.split(";")[0] ?? "" })).status).toBe(200);
  });
  test("a wrong token in the address sets nothing, even beside a good cookie", async () => {
    const response = await ask("/?token=wrong", { cookie: `${cookieName(PORT)}=${TOKEN}` });
    expect(response.status).toBe(401);
    expect(response.headers.get("set-cookie")).toBeNull();
  });
  test("the address with the token never leads to another host", async () => {
    const response = await ask(`//evil.example/x?token=${TOKEN}`);
    expect(response.headers.get("location")).toMatch(/^\/(?!\/)/);
  });
  test("the cookies of two workbenches on one computer stand side by side", () => {
    expect(cookieName(4870)).not.toBe(cookieName(4871));
  });
});

describe("secureHeaders", () => {
  test("every answer, refusals included, carries the headers that keep the pages to themselves", async () => {
    for (const response of [
      await ask("/", bearer),
      await ask("/api/cases"),
      await ask("/", { host: "evil.example" }),
    ]) {
      const policy = response.headers.get("content-security-policy") ?? "";
      for (const part of [
        "default-src 'self'",
        "script-src 'self';",
        "frame-ancestors 'none'",
        "object-src 'none'",
        "base-uri 'none'",
      ])
        expect(policy).toContain(part);
      expect(policy).not.toContain("unsafe");
      expect(response.headers.get("x-content-type-options")).toBe("nosniff");
      expect(response.headers.get("referrer-policy")).toBe("no-referrer");
      expect(response.headers.get("cross-origin-opener-policy")).toBe("same-origin");
    }
  });
});

describe("pages", () => {
  test("a path without a file is a page of the workbench, which must not be kept", async () => {
    const response = await ask("/dprk/claims", bearer);
    expect(await response.text()).toContain("<title>Tributary</title>");
    expect(response.headers.get("cache-control")).toBe("no-cache");
  });
  test("a file under assets carries a digest in its name and is kept for good; one that is not there is not a page", async () => {
    const response = await ask("/assets/app-1a2b3c.js", bearer);
    expect(response.headers.get("content-type")).toContain("text/javascript");
    expect(response.headers.get("cache-control")).toContain("immutable");
    expect((await ask("/assets/app-gone.js", bearer)).status).toBe(404);
  });
  test.each([
    "/../secret.txt",
    "/%2e%2e/secret.txt",
    "/..%2fsecret.txt",
    "/assets/..%2f..%2fsecret.txt",
    "/%00",
    "/%E0%A4%A",
  ])("the path %s leads to no file outside the pages", async (path) => {
    expect(await (await ask(path, bearer)).text()).not.toContain("secret");
  });
});
