import { join } from "node:path";
import type { Command } from "commander";
import { ReadingThread } from "../../readers/reading-thread.ts";
import { InputError, UsageError } from "../exit.ts";
import { chosenCase, command, type Place, withCase, withJson, withStore } from "../options.ts";
import { progressOf } from "../progress.ts";
import { type AddedFile, addFiles } from "../reading/add-files.ts";
import { describeRead, describeRepetition, readAsData, repetitionIn } from "../reading/describe-read.ts";
import { describeProposals, type ProposedFile, proposalsAsData, proposalsIn } from "../reading/proposals.ts";
import { quantitiesIn } from "../reading/quantities.ts";
import { type ReadBatch, readFiles } from "../reading/read-files.ts";
import { termsFor } from "../reading/terms.ts";
import type { Shell } from "../shell.ts";

interface Options extends Place {
  readonly case?: string;
  readonly add: boolean;
  readonly by?: string;
  readonly text: boolean;
  readonly quantities: boolean;
  readonly proposals: boolean;
  readonly json: boolean;
}

/** `tributary read`: reads documents of any kind, says what is in them and what they claim, and adds them to a case. */
export function readCommand(shell: Shell): Command {
  return withJson(
    withCase(
      command(
        "read <files...>",
        "read documents: PDF, DOCX, ODT, RTF, HTML, EPUB, EML, Markdown, text, SRT, VTT, CSV, XLSX, scans",
        "tributary read ~/papers/* --case dprk --add\n  tributary read report.pdf --proposals",
      ),
    ),
  )
    .option("--add", "add each file to the case as a source, with its copy and its chain of custody", false)
    .option("--by <name>", "who adds them, for the chain of custody (you, unless named)")
    .option("--text", "print the text of each file", false)
    .option("--quantities", "print the quantities in each file instead; with --json, one object a line", false)
    .option("--proposals", "print all claims that each file proposes; with --json, one object a line", false)
    .action(async (files: string[], options: Options) => {
      if (options.quantities && options.proposals) throw new UsageError("--quantities and --proposals are two lists");
      if (options.by !== undefined && !options.add) throw new UsageError("--by says who adds files; it wants --add");
      const batch = await readAll(files, options, shell);
      const added = options.add ? await addAll(batch, options, shell) : [];
      const terms = await termsFor(options, shell);
      const proposed = batch.read.map((one) => proposalsIn(one, terms));
      if (options.quantities) printQuantities(proposed, options.json, shell);
      else if (options.proposals && options.json) printProposals(proposed, shell);
      else if (options.json) printData(batch, proposed, { added, shell });
      else printWords(batch, proposed, { added, shell, options });
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

function printData(
  batch: ReadBatch,
  proposed: readonly ProposedFile[],
  { added, shell }: { readonly added: readonly AddedFile[]; readonly shell: Shell },
): void {
  const failed = batch.failed.map(({ file, why, issues }) => ({ file, why, issues }));
  const read = proposed.map((one) => ({ ...readAsData(one.read), quantities: quantitiesIn(one) }));
  shell.out(JSON.stringify({ read, failed, added, repeated: repetitionIn(batch) }, null, 2));
}

function printProposals(proposed: readonly ProposedFile[], shell: Shell): void {
  for (const proposal of proposed.flatMap(proposalsAsData)) shell.out(JSON.stringify(proposal));
}

function printQuantities(proposed: readonly ProposedFile[], json: boolean, shell: Shell): void {
  for (const quantity of proposed.flatMap(quantitiesIn)) {
    const { file, start, end, part, text, low, high, currency, unit, per } = quantity;
    const value = low === high ? low : `${low ?? ""}–${high ?? ""}`;
    const place = part === undefined ? `${start}–${end}` : `${part}, ${start}–${end}`;
    if (json) shell.out(JSON.stringify(quantity));
    else shell.out(`${file} (${place}): “${text}” ${[value, currency ?? unit, ...per].join(" ")}`);
  }
}

interface Printing {
  readonly added: readonly AddedFile[];
  readonly shell: Shell;
  readonly options: Pick<Options, "text" | "proposals">;
}

function printWords(batch: ReadBatch, proposed: readonly ProposedFile[], { added, shell, options }: Printing): void {
  for (const one of proposed) {
    const { read } = one;
    shell.out(options.text ? `${describeRead(read)}\n\n${read.document.text}\n` : describeRead(read));
    const became = added.find(({ file }) => file === read.file);
    if (became?.added === true) shell.out(`  added as ${became.source}, grade F6 until somebody judges it`);
    else if (became !== undefined) shell.out(`  not added: the case holds it as ${became.source}`);
    for (const line of describeProposals(one, options.proposals)) shell.out(line);
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
