import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { findChromium } from "../../scripts/browser.mjs";
import { withoutPassword } from "../../scripts/postgres.mjs";

test("findChromium(env) takes the browser that TRIBUTARY_CHROMIUM names, and only if it can be run", () => {
  const folder = mkdtempSync(join(tmpdir(), "tributary-browser-"));
  const browser = join(folder, "my-browser");
  writeFileSync(browser, "#!/bin/sh\n");
  expect(findChromium({ TRIBUTARY_CHROMIUM: browser })).not.toBe(browser);
  chmodSync(browser, 0o755);
  expect(findChromium({ TRIBUTARY_CHROMIUM: browser })).toBe(browser);
  rmSync(folder, { recursive: true });
});

test("withoutPassword(address) keeps everything but the password", () => {
  expect(withoutPassword("postgres://me:secret@db.example:5433/test")).toBe("postgres://me@db.example:5433/test");
});
