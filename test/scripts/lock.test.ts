import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { takeLock } from "../../scripts/lock.mjs";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "tributary-lock-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe("takeLock(path)", () => {
  test("lets one in at a time and says once that it waits", async () => {
    const path = join(folder, "lock");
    const release = await takeLock(path);
    const events: string[] = [];
    const second = takeLock(path, () => events.push("waits")).then((give) => {
      events.push("in");
      return give;
    });
    await new Promise((done) => setTimeout(done, 400));
    expect(events).toEqual(["waits"]);
    release();
    (await second)();
    expect(events).toEqual(["waits", "in"]);
    expect(readdirSync(folder)).toEqual([]);
  });

  test("takes over from a process that is gone", async () => {
    const path = join(folder, "lock");
    writeFileSync(path, "4194305 1");
    const release = await takeLock(path, () => expect.unreachable("nobody holds it"));
    release();
    expect(readdirSync(folder)).toEqual([]);
  });

  test("takes over when the number of the process was given to another", async () => {
    const path = join(folder, "lock");
    writeFileSync(path, `${process.pid} 1`);
    if (process.platform !== "linux") return; // Elsewhere the start of a process is not told.
    const release = await takeLock(path, () => expect.unreachable("nobody holds it"));
    release();
    expect(readdirSync(folder)).toEqual([]);
  });
});
