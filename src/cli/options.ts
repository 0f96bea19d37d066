import { Command, Option } from "commander";
import type { CaseSummary } from "../cases/views.ts";
import { openStore, type Store } from "../store/store.ts";
import { InputError } from "./exit.ts";
import type { Shell } from "./shell.ts";

/** Where the data is, as a command's options say it. */
export interface Place {
  readonly data: string;
  readonly database?: string;
}

/** A command with its name and arguments, a sentence on what it does, and an example in its help. */
export function command(nameAndArguments: string, does: string, example: string): Command {
  const [name, ...taken] = nameAndArguments.split(" ");
  const made = new Command(name).description(does).addHelpText("after", `\nExample:\n  ${example}`);
  return taken.length === 0 ? made : made.arguments(taken.join(" "));
}

/** Adds the options that say where the data is. */
export function withPlace(made: Command): Command {
  return made
    .addOption(new Option("--data <folder>", "folder of the embedded database").env("TRIBUTARY_DATA").default("./data"))
    .addOption(new Option("--database <url>", "a PostgreSQL server to use instead").env("TRIBUTARY_DATABASE"));
}

/** Adds the option that names the case. */
export function withCase(made: Command): Command {
  return withPlace(made).option("--case <id>", "the case (the only one, or dprk, unless named)");
}

/** Adds the option that prints data for programs. */
export function withJson(made: Command): Command {
  return made.option("--json", "print JSON: the data, or {error: {message, issues}}", false);
}

/** Opens the store that the options name, works with it, and closes it whatever happens. */
export function withStore<T>(place: Place, shell: Shell, work: (store: Store) => Promise<T>): Promise<T> {
  return within({ ...place, reading: false }, shell, work);
}

/** Like `withStore`, for work that only reads: it is done even when the disk is full. */
export function withStoreToRead<T>(place: Place, shell: Shell, work: (store: Store) => Promise<T>): Promise<T> {
  return within({ ...place, reading: true }, shell, work);
}

async function within<T>(
  { data, database, reading }: Place & { readonly reading: boolean },
  shell: Shell,
  work: (store: Store) => Promise<T>,
): Promise<T> {
  const onProgress = (message: string) => shell.err(message);
  const store = await openStore(
    database === undefined
      ? { dataDir: data, mode: "beside", reading, onProgress }
      : { postgres: database, onProgress },
  );
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

/** The case that is meant: the one named, else the only one, else `dprk`. */
export async function chosenCase(store: Store, named: string | undefined): Promise<CaseSummary> {
  const cases = await store.cases.list();
  const ids = cases.map((c) => c.id).join(", ");
  const wanted = named ?? (cases.length === 1 ? cases[0]?.id : "dprk");
  const found = cases.find((c) => c.id === wanted);
  if (found !== undefined) return found;
  if (cases.length === 0)
    throw new InputError("there is no case in the store yet; `tributary import FOLDER` brings one in");
  throw new InputError(
    named === undefined
      ? `there are several cases; name one with --case: ${ids}`
      : `there is no case "${named}" in the store; there are: ${ids}`,
  );
}
