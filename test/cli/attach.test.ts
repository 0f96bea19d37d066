import { readFile, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Desk, openDesk } from "./command.ts";

const EXAMPLE = resolve("cases/example");

let desk: Desk;
let source: { id: string; path: string; text: string };

beforeAll(async () => {
  desk = await openDesk();
  await desk.keepOpen();
  await desk.tributary("import", EXAMPLE);
  const rows = (await readFile(join(EXAMPLE, "sources.csv"), "utf8")).trimEnd().split("\n");
  const id = (rows.find((row) => row.includes("texts/aldren")) ?? rows[1] ?? "").split(",")[0] ?? "";
  const path = join(EXAMPLE, /texts\/[\w.-]+/.exec(rows.find((row) => row.startsWith(`${id},`)) ?? "")?.[0] ?? "");
  source = { id, path, text: await readFile(path, "utf8") };
});
afterAll(() => desk.clear());

describe("tributary attach", () => {
  test("a file finds its source by its digest, and every passage opens exactly", async () => {
    const { code, out, err } = await desk.tributary("attach", source.path, "--json");
    expect(code, err).toBe(0);
    const [attached] = JSON.parse(out).attached;
    expect(attached).toMatchObject({ source: source.id, moved: [] });
    expect(attached.exact).toBeGreaterThan(0);
  });
  test("a file that is no source's copy is refused with its digest, and so are all that came with it", async () => {
    await writeFile(join(desk.folder, "other.txt"), "Some other words.\n");
    const { code, err } = await desk.tributary("attach", source.path, "other.txt");
    expect(code).toBe(1);
    expect(err).toMatch(/other\.txt is not a copy of any source .*[0-9a-f]{64}/);
  });
  test("a differing copy of a named source is refused, and with --force it is taken, noted in the chain of custody, and its moved passages are told", async () => {
    const path = join(desk.folder, "edition.txt");
    await writeFile(path, `A new first line.\n${source.text}`);
    const refused = await desk.tributary("attach", path, "--source", source.id);
    expect(refused).toMatchObject({ code: 1, err: expect.stringContaining("differs from the copy") });
    expect((await desk.tributary("attach", path, "--source", source.id, "--force")).code).toBe(2);
    const forced = await desk.tributary(
      "attach",
      path,
      "--source",
      source.id,
      "--force",
      "--by",
      "Ada",
      "--reason",
      "second edition",
    );
    expect(forced.code, forced.err).toBe(0);
    expect(forced.out).toMatch(/0 passages open exactly, [1-9]\d* moved\n {2}moved: c/);
    await desk.tributary("export", "out");
    const custody = await readFile(join(desk.folder, "out", "custody.csv"), "utf8");
    expect(custody.trimEnd().split("\n").at(-1)).toMatch(/received,Ada,tributary attach,[0-9a-f]{64},,second edition/);
    expect((await desk.tributary("format", "out", "--check")).code).toBe(0);
  });
  test("a file that is not there and one that is no text are refused", async () => {
    expect(await desk.tributary("attach", "gone.txt")).toMatchObject({
      code: 1,
      err: expect.stringContaining("gone.txt is not there"),
    });
    await writeFile(join(desk.folder, "picture.txt"), new Uint8Array([0x89, 0x50, 0, 0, 0xff]));
    expect(
      (
        await desk.tributary(
          "attach",
          "picture.txt",
          "--source",
          source.id,
          "--force",
          "--by",
          "Ada",
          "--reason",
          "none",
        )
      ).code,
    ).toBe(1);
  });
});
