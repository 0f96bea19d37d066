import { readFile, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import type { Command } from "commander";
import { matchCopy, mayBeCopyOf, notedDigests } from "../../cases/copy-match.ts";
import { type AnchorTally, readingOf, tallyAnchors } from "../../cases/source-reading.ts";
import { ReadingThread } from "../../readers/reading-thread.ts";
import { appendCustody } from "../../sources/custody.ts";
import type { DocumentPart } from "../../sources/document-part.ts";
import type { Source } from "../../sources/source.ts";
import type { Store } from "../../store/store.ts";
import { sha256Hex, sha256HexOfBytes } from "../../values/digest.ts";
import { InputError, UsageError } from "../exit.ts";
import { tendEstimates } from "../freshness.ts";
import { chosenCase, command, type Place, withCase, withJson, withStore } from "../options.ts";
import type { Shell } from "../shell.ts";

interface Options extends Place {
  readonly case?: string;
  readonly source?: string;
  readonly force: boolean;
  readonly reason?: string;
  readonly by?: string;
  readonly json: boolean;
}

interface Attached extends AnchorTally {
  readonly file: string;
  readonly source: string;
  readonly title: string;
}

/** `tributary attach`: takes a user's own copies of documents and opens their passages in place. */
export function attachCommand(shell: Shell): Command {
  return withJson(
    withCase(
      command(
        "attach <files...>",
        "attach your own copies of documents; each finds its source by its digest",
        "tributary attach ~/papers/*.pdf",
      ),
    ),
  )
    .option("--source <id>", "the source that the file is a copy of")
    .option(
      "--force",
      "take a copy whose digest differs; the chain of custody says so (wants --source, --by and --reason)",
      false,
    )
    .option("--by <name>", "who attaches it, for the chain of custody")
    .option("--reason <words>", "why a differing copy is taken, for the chain of custody")
    .action(async (files: string[], options: Options) => {
      checkOptions(files, options);
      const attached = await withStore(options, shell, async (store) => {
        const { id } = await chosenCase(store, options.case);
        const copies = await Promise.all(files.map(async (file) => ({ file, bytes: await bytesOf(file) })));
        const pairs = await matchAll(store, id, { copies, options });
        const done: Attached[] = [];
        for (const pair of pairs) done.push(await attach({ store, id, shell, options }, pair));
        await tendEstimates(store, id, shell);
        return done;
      });
      if (options.json) shell.out(JSON.stringify({ attached }, null, 2));
      else for (const one of attached) shell.out(describe(one));
    });
}

async function bytesOf(file: string): Promise<Uint8Array> {
  if ((await stat(file)).isDirectory()) throw new InputError(`the folder ${file} is no document; name the files in it`);
  return new Uint8Array(await readFile(file));
}

function checkOptions(files: readonly string[], options: Options): void {
  if (options.source !== undefined && files.length > 1)
    throw new UsageError("--source names one source, so that it takes one file");
  const explained = options.source !== undefined && options.by !== undefined && options.reason !== undefined;
  if (options.force && !explained)
    throw new UsageError(
      "--force wants --source, --by and --reason: the chain of custody says who took a differing copy, and why",
    );
}

interface Pair {
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly digest: string;
  readonly textDigest: string;
  readonly source: Source;
  readonly text: string;
  readonly parts: readonly DocumentPart[];
  readonly mediaType: string;
}

/** Every file with its source and its text, or everything that stands in the way; nothing is attached before all are clear. */
async function matchAll(
  store: Store,
  id: string,
  given: { copies: readonly { file: string; bytes: Uint8Array }[]; options: Options },
): Promise<readonly Pair[]> {
  const sources = await store.sources.all(id);
  const thread = new ReadingThread(join(given.options.data, "ocr"));
  try {
    const pairs: Pair[] = [];
    for (const copy of given.copies) pairs.push(await matchOne(sources, copy, { thread, options: given.options }));
    return pairs;
  } finally {
    await thread.close();
  }
}

async function matchOne(
  sources: readonly Source[],
  { file, bytes }: { file: string; bytes: Uint8Array },
  { thread, options }: { thread: ReadingThread; options: Options },
): Promise<Pair> {
  const digest = sha256HexOfBytes(bytes);
  const read = await thread.read(bytes, { name: file });
  if (!read.ok) {
    sourceFor(sources, { file, digest, options });
    throw new InputError(`the text of ${file} cannot be read; nothing was attached`, read.issues);
  }
  const { text, parts, mediaType } = read.value;
  const textDigest = sha256Hex(text);
  const source = sourceFor(sources, { file, digest, textDigest, options });
  return { file, bytes, digest, textDigest, source, text, parts, mediaType };
}

interface Candidate {
  readonly file: string;
  readonly digest: string;
  readonly textDigest?: string;
  readonly options: Options;
}

function sourceFor(sources: readonly Source[], copy: Candidate): Source {
  const { file, digest, textDigest, options } = copy;
  if (options.source === undefined) {
    const [match] = matchCopy(sources, digest, textDigest);
    if (match === undefined)
      throw new InputError(
        `${file} is not a copy of any source of the case (its digest is ${digest}); name its source with --source`,
      );
    return match;
  }
  const named = sources.find((source) => source.id === options.source);
  if (named === undefined)
    throw new InputError(
      `there is no source "${options.source}" in the case; \`tributary claims\` and the page Sources name them`,
    );
  if (options.force || mayBeCopyOf(named, digest, textDigest)) return named;
  const issue = { file, field: "sha256", value: digest, expected: notedDigests(named).join(" or ") };
  throw new InputError(
    `${file} differs from the copy that the case was made from; nothing was attached (--force takes it, with a note in the chain of custody)`,
    [issue],
  );
}

interface Desk {
  readonly store: Store;
  readonly id: string;
  readonly shell: Shell;
  readonly options: Options;
}

async function attach(
  { store, id, shell, options }: Desk,
  { file, bytes, digest, textDigest, source, text, parts, mediaType }: Pair,
): Promise<Attached> {
  if (!mayBeCopyOf(source, digest, textDigest)) await noteCustody({ store, id, shell, options }, source.id, digest);
  await store.copies.attach(id, source.id, { bytes, mediaType, text, parts });
  const [view, { claims }] = await Promise.all([
    store.sources.get(id, source.id),
    store.claims.list(id, { source: source.id }),
  ]);
  const reading = readingOf(view ?? { source, attached: true, claims: claims.length }, claims, text);
  return { file, source: source.id, title: source.title, ...tallyAnchors(reading.claims) };
}

/** Writes into the chain of custody that a differing copy was received, by whom and why. */
async function noteCustody({ store, id, shell, options }: Desk, source: string, digest: string): Promise<void> {
  const pkg = await store.cases.exportPackage(id);
  const act = {
    source,
    at: shell.clock().toISOString(),
    event: "received",
    actor: options.by ?? "",
    tool: "tributary attach",
    inputSha256: digest,
    reason: options.reason ?? "",
  } as const;
  await store.cases.importPackage({ ...pkg, custody: appendCustody(pkg.custody, act) });
}

function describe({ file, title, exact, moved }: Attached): string {
  const lines = moved.map(({ claim, locator, reason }) => `  moved: ${claim}, ${locator}: ${reason}`);
  return [
    `${basename(file)} is attached to ${title}: ${exact} ${exact === 1 ? "passage opens" : "passages open"} exactly, ${moved.length} moved`,
    ...lines,
  ].join("\n");
}
