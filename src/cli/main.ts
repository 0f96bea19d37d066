import { Command } from "commander";
import { COMMANDS } from "./commands/index.ts";
import { endingOf } from "./exit.ts";
import { processShell, type Shell } from "./shell.ts";

/** The command line with all its commands. */
export function program(shell: Shell): Command {
  const made = new Command("tributary")
    .description("Document labour that a state sends abroad: every number can be followed upstream to its source.")
    .version("0.1.0")
    .addHelpText(
      "after",
      "\nExample:\n  tributary serve --open\n\nExit codes: 0 done, 1 the data is not in order, 2 the command was not understood, 3 something is in the way (port, database, disk).\nWith --json standard output is one JSON document: the data, or {error: {message, issues}} when it ends with another code than 0.",
    );
  for (const command of COMMANDS) made.addCommand(command(shell));
  for (const command of [made, ...made.commands]) {
    const help = command === made ? "tributary --help" : `tributary ${command.name()} --help`;
    command.exitOverride().showHelpAfterError(`(${help} says what is expected)`);
  }
  return made;
}

/** Runs the command line on arguments. Its exit code. */
export async function run(args: readonly string[], shell: Shell): Promise<number> {
  try {
    await program(shell).parseAsync(args, { from: "user" });
    return 0;
  } catch (error) {
    const { code, lines, error: why } = endingOf(error);
    for (const line of lines) shell.err(line);
    if (why !== undefined && wantsJson(args)) shell.out(JSON.stringify({ error: why }, null, 2));
    return code;
  }
}

function wantsJson(args: readonly string[]): boolean {
  const end = args.indexOf("--");
  return args.slice(0, end === -1 ? args.length : end).includes("--json");
}

process.exitCode = await run(process.argv.slice(2), processShell());
