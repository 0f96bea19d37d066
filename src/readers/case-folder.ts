import type { Dirent } from "node:fs";
import { lstat, mkdir, mkdtemp, open, readdir, readFile, realpath, rename, rm } from "node:fs/promises";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { isCasePath } from "../cases/package-files.ts";
import type { Issue, Parsed } from "../values/issue.ts";
import { describeBrokenUtf8, findBrokenUtf8 } from "./utf8.ts";

/** The largest case that is read from a folder, over all its files, in megabytes. */
const LARGEST_MB = 200;

/** The most files that a case may have. */
const MOST_FILES = 10_000;

/** What may lie in a folder without being part of the case: what version control and file managers leave there. */
function isForeign(name: string): boolean {
  return name === ".git" || name === ".gitignore" || name === ".gitattributes" || name === ".DS_Store";
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";
}

/** The entries of the case's folder at every depth, or why it cannot be listed. */
async function entriesOf(dir: string): Promise<Parsed<readonly Dirent[]>> {
  try {
    const value = await readdir(dir, { withFileTypes: true, recursive: true });
    if (value.length <= MOST_FILES) return { ok: true, value };
    return {
      ok: false,
      issues: [{ file: dir, expected: `at most ${MOST_FILES} files in a case, not ${value.length}` }],
    };
  } catch (error) {
    const code = codeOf(error);
    const known: Record<string, string> = { ENOENT: "a folder; there is none", ENOTDIR: "a folder, not a file" };
    return { ok: false, issues: [{ file: dir, expected: known[code] ?? `a folder that can be read (${code})` }] };
  }
}

interface Found {
  readonly path: string;
  readonly full: string;
}

/** A file of the case, or what is wrong with the entry; neither for a folder. */
async function inspect(dir: string, root: string, entry: Dirent): Promise<Found | Issue | undefined> {
  const full = join(entry.parentPath, entry.name);
  const path = relative(dir, full).split(sep).join("/");
  if (path.split("/").some(isForeign) || entry.isDirectory()) return undefined;
  if (entry.isFile()) return { path, full };
  if (!entry.isSymbolicLink()) return { file: path, expected: "a plain file" };
  const target = await realpath(full).catch(() => undefined);
  const isInside = target?.startsWith(root + sep) === true;
  if (target === undefined || !isInside)
    return { file: path, expected: "a file inside this folder, not a link that leads out of it" };
  return (await lstat(target)).isFile() ? { path, full: target } : { file: path, expected: "a plain file" };
}

async function find(dir: string): Promise<Parsed<readonly Found[]>> {
  const entries = await entriesOf(dir);
  if (!entries.ok) return entries;
  const root = await realpath(dir);
  const inspected = await Promise.all(entries.value.map((entry) => inspect(dir, root, entry)));
  const issues = inspected.filter((one): one is Issue => one !== undefined && "expected" in one);
  if (issues.length > 0) return { ok: false, issues };
  const found = inspected.filter((one): one is Found => one !== undefined && "full" in one);
  return { ok: true, value: found.toSorted((left, right) => (left.path < right.path ? -1 : 1)) };
}

/** What is wrong with a case whose files are together too large to be one. */
async function checkSize(dir: string, found: readonly Found[]): Promise<readonly Issue[]> {
  const sizes = await Promise.all(found.map(async ({ full }) => (await lstat(full)).size));
  const total = Math.ceil(sizes.reduce((sum, size) => sum + size, 0) / 2 ** 20);
  return total <= LARGEST_MB ? [] : [{ file: dir, expected: `at most ${LARGEST_MB} MB in a case, not ${total} MB` }];
}

/** The text of a file in UTF-8, its byte order mark kept; absent when it is something else. */
function textOf(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function notUtf8(file: string, bytes: Uint8Array): Issue {
  const broken = findBrokenUtf8(bytes);
  return broken === undefined
    ? { file, expected: "text in UTF-8" }
    : { file, row: broken.row, expected: describeBrokenUtf8(broken) };
}

/** The texts of the files; what is not UTF-8, or cannot be opened, is told by name. */
async function textsOf(found: readonly Found[]): Promise<Parsed<Map<string, string>>> {
  const files = new Map<string, string>();
  const issues: Issue[] = [];
  for (const { path, full } of found) {
    const bytes = await readFile(full).catch((error: unknown) => codeOf(error));
    const text = typeof bytes === "string" ? undefined : textOf(bytes);
    if (text !== undefined) files.set(path, text);
    else if (typeof bytes === "string") issues.push({ file: path, expected: `a file that can be read (${bytes})` });
    else issues.push(notUtf8(path, bytes));
  }
  return issues.length > 0 ? { ok: false, issues } : { ok: true, value: files };
}

/**
 * The files of a case folder, text by path with `/`; or what is wrong: no folder, more than 200 MB, a file that is not
 * UTF-8, a link that leads out of it. Changes nothing.
 */
export async function readCaseFolder(folder: string): Promise<Parsed<Map<string, string>>> {
  const dir = resolve(folder);
  const found = await find(dir);
  if (!found.ok) return found;
  const issues = await checkSize(dir, found.value);
  return issues.length > 0 ? { ok: false, issues } : textsOf(found.value);
}

/** What lies in a folder that is to be written: its entries by name; absent when there is no such folder. */
async function namesIn(dir: string): Promise<readonly string[] | undefined> {
  try {
    return await readdir(dir);
  } catch (error) {
    if (codeOf(error) === "ENOENT") return undefined;
    throw new Error(`folder cannot be written: ${dir} (${codeOf(error)})`, { cause: error });
  }
}

/** Writes a file and waits until it is on the disk. */
async function writeSynced(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const file = await open(path, "wx");
  try {
    await file.writeFile(text, "utf8");
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Moves everything that is no part of a case from one folder into another. */
async function moveForeign(from: string, to: string): Promise<void> {
  const names = (await namesIn(from)) ?? [];
  for (const name of names.filter((one) => !isCasePath(one))) await rename(join(from, name), join(to, name));
}

/** Puts the written folder in place of what was there; when it cannot, puts back what was there. */
async function swap(written: string, dir: string, aside: string): Promise<void> {
  await rename(dir, aside);
  try {
    await moveForeign(aside, written);
    await rename(written, dir);
  } catch (error) {
    await moveForeign(written, aside);
    await rename(aside, dir);
    throw error;
  }
}

/** Moves the written files into a folder that must stay the same folder, and takes out what is no longer in the case. */
async function moveInto(dir: string, written: string, paths: readonly string[]): Promise<void> {
  const old = await readdir(dir, { recursive: true, withFileTypes: true });
  for (const path of paths) {
    await mkdir(dirname(join(dir, path)), { recursive: true });
    await rename(join(written, path), join(dir, path));
  }
  for (const entry of old.filter((one) => one.isFile())) {
    const path = relative(dir, join(entry.parentPath, entry.name)).split(sep).join("/");
    if (isCasePath(path) && !paths.includes(path)) await rm(join(dir, path));
  }
}

function checkInside(dir: string, path: string): void {
  if (path === "" || !resolve(dir, path).startsWith(dir + sep)) throw new Error(`invalid path: ${path}`);
}

/** Puts the written folder where it belongs, by the way that fits what is there. */
async function place(beside: string, target: string, paths: readonly string[]): Promise<void> {
  const written = join(beside, "new");
  const isWorkedIn = `${process.cwd()}${sep}`.startsWith(target + sep);
  if ((await namesIn(target)) === undefined) await rename(written, target);
  else if (isWorkedIn) await moveInto(target, written, paths);
  else await swap(written, target, join(beside, "old"));
}

/**
 * Writes a case's files as a folder, whole or not at all: into a new folder beside it, which then takes its place. (A folder
 * in which the command itself stands is kept, and its files change one by one.) What is no part of a case stays where it
 * is. Throws where something else than a case stands, unless `replace` is true.
 */
export async function writeCaseFolder(
  folder: string,
  files: ReadonlyMap<string, string>,
  options: { readonly replace?: boolean } = {},
): Promise<void> {
  const target = await realpath(folder).catch(() => resolve(folder));
  for (const path of files.keys()) checkInside(target, path);
  const names = (await namesIn(target)) ?? [];
  const isOther = names.length > 0 && !names.includes("datapackage.json");
  if (isOther && options.replace !== true) throw new Error(`folder holds something that is no case: ${folder}`);
  await mkdir(dirname(target), { recursive: true });
  const beside = await mkdtemp(join(dirname(target), `.${basename(target)}-`));
  try {
    await mkdir(join(beside, "new"));
    for (const [path, text] of files) await writeSynced(join(beside, "new", path), text);
    await place(beside, target, [...files.keys()]);
  } catch (error) {
    throw new Error(`folder cannot be written: ${folder} (${codeOf(error) || String(error)})`, { cause: error });
  } finally {
    if ((await namesIn(target)) !== undefined || names.length === 0) await rm(beside, { recursive: true, force: true });
  }
}
