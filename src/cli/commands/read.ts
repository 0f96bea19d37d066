import { join } from "node:path";
import type { Command } from "commander";
import { ReadingThread } from "../../readers/reading-thread.ts";
import { InputError, UsageError } from "../exit.ts";
import { chosenCase, command, type Place, withCase, withJson, withStore } from "../options.ts";
import { progressOf } from "../progress.ts";
import { type AddedFile, addFiles } from "../reading/add-files.ts";
import { describeRead, describeRepetition, readAsData, repetitionIn } from "../reading/describe-read.ts";
import { quantitiesIn } from "../reading/quantities.ts";
import { type ReadBatch, readFiles } from "../reading/read-files.ts";
import type { Shell } from "../shell.ts";

interface Options extends Place {
  readonly case?: string;
  readonly add: boolean;
  readonly by?: string;
  readonly text: boolean;
  readonly quantities: boolean;
  readonly json: boolean;
}

/** `tributary read`: reads documents of any kind, says what is in them, and adds them to a case. */
export function readCommand(shell: Shell): Command {
  return withJson(
    withCase(
      command(
        "read <files...>",
        "read documents: PDF, DOCX, ODT, RTF, HTML, EPUB, EML, Markdown, text, SRT, VTT, CSV, XLSX, scans",
        "tributary read ~/papers/* --case dprk --add",
      ),
    ),
  )
    .option("--add", "add each file to the case as a source, with its copy and its chain of custody", false)
    .option("--by <name>", "who adds them, for the chain of custody (you, unless named)")
    .option("--text", "print the text of each file", false)
    .option("--quantities", "print the quantities in each file instead; with --json, one object a line", false)
    .action(async (files: string[], options: Options) => {
      if (options.by !== undefined && !options.add) throw new UsageError("--by says who adds files; it wants --add");
      const batch = await readAll(files, options, shell);
      const added = options.add ? await addAll(batch, options, shell) : [];
      if (options.quantities) printQuantities(batch, options.json, shell);
      else if (options.json) printData(batch, added, shell);
      else printWords(batch, added, { shell, text: options.text });
      finish(batch, files.length, shell);
    });
}

async function readAll(files: readonly string[], options: Options, shell: Shell): Promise<ReadBatch> {
  const thread = new ReadingThread(join(options.data, "ocr"));
  const bar = progressOf(shell, "Reading");
  try {
    return await readFiles(files, thread, bar.update);
  } finally {
    bar.end();
    await thread.close();
  }
}

function addAll(batch: ReadBatch, options: Options, shell: Shell): Promise<readonly AddedFile[]> {
  return withStore(options, shell, async (store) => {
    const { id } = await chosenCase(store, options.case);
    return addFiles(batch, { store, id, shell, by: options.by });
  });
}

function printData(batch: ReadBatch, added: readonly AddedFile[], shell: Shell): void {
  const failed = batch.failed.map(({ file, why, issues }) => ({ file, why, issues }));
  const read = batch.read.map((one) => ({ ...readAsData(one), quantities: quantitiesIn(one) }));
  shell.out(JSON.stringify({ read, failed, added, repeated: repetitionIn(batch) }, null, 2));
}

function printQuantities(batch: ReadBatch, json: boolean, shell: Shell): void {
  for (const quantity of batch.read.flatMap(quantitiesIn)) {
    const { file, start, end, part, text, low, high, currency, unit, per } = quantity;
    const value = low === high ? low : `${low ?? ""}–${high ?? ""}`;
    const place = part === undefined ? `${start}–${end}` : `${part}, ${start}–${end}`;
    if (json) shell.out(JSON.stringify(quantity));
    else shell.out(`${file} (${place}): “${text}” ${[value, currency ?? unit, ...per].join(" ")}`);
  }
}

function printWords(
  batch: ReadBatch,
  added: readonly AddedFile[],
  { shell, text }: { readonly shell: Shell; readonly text: boolean },
): void {
  for (const one of batch.read) {
    shell.out(text ? `${describeRead(one)}\n\n${one.document.text}\n` : describeRead(one));
    const became = added.find(({ file }) => file === one.file);
    if (became?.added === true) shell.out(`  added as ${became.source}, grade F6 until somebody judges it`);
    else if (became !== undefined) shell.out(`  not added: the case holds it as ${became.source}`);
  }
  const lines = describeRepetition(repetitionIn(batch), batch);
  if (lines.length > 0) shell.out(["", "Repeated:", ...lines.map((line) => `  ${line}`)].join("\n"));
}

/** Says how many were read; ends with exit code 1 and the list of what failed and why where something did. */
function finish({ read, failed }: ReadBatch, total: number, shell: Shell): void {
  if (failed.length === 0) shell.err(`${total} of ${total} files read`);
  if (failed.length > 0)
    throw new InputError(
      `${read.length} of ${total} files read; ${failed.length} could not be`,
      failed.flatMap(({ issues }) => issues),
    );
}
