import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { parsePackage } from "../../src/cases/parse-package.ts";
import { writePackage } from "../../src/cases/write-package.ts";
import { readCaseFolder, writeCaseFolder } from "../../src/readers/case-folder.ts";
import { samplePackage } from "../cases/sample-package.ts";

const files = writePackage(samplePackage());
let root = "";
let folder = "";

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "tributary-case-"));
  folder = join(root, "case");
});
afterEach(() => rm(root, { recursive: true, force: true }));

async function issuesOf(dir: string) {
  const read = await readCaseFolder(dir);
  return read.ok ? [] : read.issues;
}

describe("readCaseFolder(folder)", () => {
  test("gives back the files that writeCaseFolder wrote", async () => {
    await writeCaseFolder(folder, files);
    const read = await readCaseFolder(folder);
    if (!read.ok) throw new Error("invalid folder");
    expect(new Map(read.value)).toEqual(new Map(files));
    expect(parsePackage(read.value)).toEqual({ ok: true, value: samplePackage() });
    expect(await readdir(root)).toEqual(["case"]);
  });

  test("says when there is no folder, or only a file", async () => {
    expect(await issuesOf(folder)).toEqual([{ file: folder, expected: "a folder; there is none" }]);
    await writeFile(folder, "x");
    expect(await issuesOf(folder)).toEqual([{ file: folder, expected: "a folder, not a file" }]);
  });

  test("[P1] names every file that is not UTF-8, with line and byte", async () => {
    await writeCaseFolder(folder, files);
    await writeFile(join(folder, "claims.csv"), Buffer.from("id\n\xe9\n", "latin1"));
    await writeFile(join(folder, "texts", "report.txt"), Buffer.from("\uFEFFtext", "utf16le"));
    expect(await issuesOf(folder)).toEqual([
      {
        file: "claims.csv",
        row: 2,
        expected: "text in UTF-8; byte 3 (0xE9) begins no character: save the file as UTF-8",
      },
      {
        file: "texts/report.txt",
        row: 1,
        expected: "text in UTF-8; byte 0 (0xFF) begins no character: save the file as UTF-8",
      },
    ]);
  });

  test("[P4] keeps a byte order mark, so that it is refused where the file is read", async () => {
    await writeCaseFolder(folder, files);
    await writeFile(join(folder, "account.yaml"), "\uFEFFyears: 1985/2025\n");
    const read = await readCaseFolder(folder);
    expect(read.ok && read.value.get("account.yaml")?.startsWith("\uFEFF")).toBe(true);
  });

  test("refuses links that lead out of the folder or nowhere, and follows one that stays inside", async () => {
    await writeCaseFolder(folder, files);
    await writeFile(join(root, "secret.txt"), "secret");
    await symlink(join(root, "secret.txt"), join(folder, "texts", "out.txt"));
    await symlink(join(folder, "nothing"), join(folder, "gone.csv"));
    await symlink(root, join(folder, "up"));
    expect((await issuesOf(folder)).map((issue) => issue.file).sort()).toEqual(["gone.csv", "texts/out.txt", "up"]);
    await rm(join(folder, "texts", "out.txt"));
    await rm(join(folder, "gone.csv"));
    await rm(join(folder, "up"));
    await symlink("report.txt", join(folder, "texts", "again.txt"));
    expect(await issuesOf(folder)).toEqual([]);
  });

  test("refuses more than 200 MB without reading them", async () => {
    await writeCaseFolder(folder, files);
    await truncate(join(folder, "README.md"), 201 * 2 ** 20);
    expect((await issuesOf(folder))[0]?.expected).toMatch(/^at most 200 MB in a case, not 20[12] MB$/);
  });

  test("looks past what version control keeps", async () => {
    await writeCaseFolder(folder, files);
    await mkdir(join(folder, ".git"));
    await writeFile(join(folder, ".git", "index"), Buffer.from([0xff, 0x00]));
    const read = await readCaseFolder(folder);
    expect(read.ok && read.value.size).toBe(files.size);
  });
});

describe("writeCaseFolder(folder, files)", () => {
  test("[P6] takes the place of an older state of the case and leaves the rest alone", async () => {
    await writeCaseFolder(folder, files);
    await mkdir(join(folder, ".git"));
    await writeFile(join(folder, ".git", "HEAD"), "ref");
    await writeFile(join(folder, "my notes.odt"), "mine");
    const fewer = new Map([...files].filter(([path]) => path !== "parties.csv"));
    await writeCaseFolder(folder, fewer);
    expect((await readdir(folder)).includes("parties.csv")).toBe(false);
    expect(await readFile(join(folder, ".git", "HEAD"), "utf8")).toBe("ref");
    expect(await readFile(join(folder, "my notes.odt"), "utf8")).toBe("mine");
    expect(await readdir(root)).toEqual(["case"]);
  });

  test("[P6] refuses a folder with something else, and takes nothing from it when told to go on", async () => {
    await mkdir(folder);
    await writeFile(join(folder, "thesis.docx"), "years of work");
    await expect(writeCaseFolder(folder, files)).rejects.toThrow("folder holds something that is no case");
    expect(await readdir(folder)).toEqual(["thesis.docx"]);
    await writeCaseFolder(folder, files, { replace: true });
    expect(await readFile(join(folder, "thesis.docx"), "utf8")).toBe("years of work");
    expect(await readFile(join(folder, "claims.csv"), "utf8")).toBe(files.get("claims.csv"));
  });

  test("[P6] changes nothing when it cannot write", async () => {
    await writeCaseFolder(folder, files);
    const clashing = new Map([...files, ["texts/report.txt/below", "x"]]);
    await expect(writeCaseFolder(folder, clashing)).rejects.toThrow(/^folder cannot be written: .* \(E/);
    const read = await readCaseFolder(folder);
    expect(read.ok && new Map(read.value)).toEqual(new Map(files));
    expect(await readdir(root)).toEqual(["case"]);
  });

  test("refuses paths that lead out of the folder", async () => {
    for (const path of ["../x", "/etc/x", "", "texts/../../x"])
      await expect(writeCaseFolder(folder, new Map([[path, "x"]])), path).rejects.toThrow("invalid path");
    expect(await readdir(root)).toEqual([]);
  });

  test("keeps the folder in which the command stands", async () => {
    await writeCaseFolder(folder, files);
    await writeFile(join(folder, "mine.txt"), "mine");
    const before = (await stat(folder)).ino;
    const fewer = new Map([...files].filter(([path]) => path !== "parties.csv"));
    const cwd = process.cwd();
    process.chdir(folder);
    try {
      await writeCaseFolder(".", fewer);
    } finally {
      process.chdir(cwd);
    }
    expect((await stat(folder)).ino).toBe(before);
    expect((await readdir(folder)).includes("parties.csv")).toBe(false);
    expect((await readdir(folder)).includes("mine.txt")).toBe(true);
    expect(await readdir(root)).toEqual(["case"]);
  });

  test("[P6] says which folder it may not write", async (context) => {
    if (process.getuid?.() === 0) context.skip("root may write anywhere");
    await chmod(root, 0o500);
    try {
      await expect(writeCaseFolder(folder, files)).rejects.toThrow("folder cannot be written");
    } finally {
      await chmod(root, 0o700);
    }
  });
});
