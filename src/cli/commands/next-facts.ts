import { type Command, InvalidArgumentError } from "commander";
import { askNextFacts } from "../../engine/ask-draws.ts";
import type { NextFacts } from "../../estimates/next-fact.ts";
import { RELIABILITIES, type Reliability } from "../../sources/grade.ts";
import { drawnCase } from "../drawn-case.ts";
import { InputError } from "../exit.ts";
import { chosenCase, command, type Place, withCase, withJson, withStoreToRead } from "../options.ts";
import type { Shell } from "../shell.ts";
import { textTable } from "../text-table.ts";
import { span } from "./influence.ts";

interface Options extends Place {
  readonly case?: string;
  readonly grade: Reliability;
  readonly json: boolean;
}

/** `tributary next-facts`: prints which facts would narrow a figure most. */
export function nextFactsCommand(shell: Shell): Command {
  return withJson(
    withCase(
      command(
        "next-facts <figure>",
        "print which facts would narrow a figure most",
        "tributary next-facts state_revenue.world.2012 --grade C",
      ),
    ),
  )
    .option("--grade <letter>", "reliability of the source that is thought of, A to F", reliability, "B")
    .action(async (figure: string, options: Options) => {
      const found = await withStoreToRead(options, shell, async (store) => {
        const { id } = await chosenCase(store, options.case);
        if ((await store.estimates.get(id, figure)) === undefined && (await store.reconciliations.latest(id)))
          throw new InputError(
            `there is no quantity "${figure}" in ${id}; \`tributary estimates --case ${id}\` lists them`,
          );
        const { input, draws } = await drawnCase(store, id);
        return { case: id, ...(await askNextFacts(input, draws, { figure, grade: options.grade })) };
      });
      shell.out(options.json ? JSON.stringify(found, null, 2) : text(found));
    });
}

function reliability(letter: string): Reliability {
  const known = RELIABILITIES.find((one) => one === letter.toUpperCase());
  if (known === undefined) throw new InvalidArgumentError("a letter from A to F is expected.");
  return known;
}

function text({ figure, grade, now, facts }: NextFacts): string {
  const head = `${figure}: ${span(now)}. After one more claim from a source of grade ${grade}, its 90 % interval is expected to be`;
  if (facts.length === 0) return `${head} as wide as now, whatever the claim is on.`;
  const columns = [
    { head: "a claim on" },
    { head: "now (90 %)", right: true },
    { head: "width left", right: true },
    { head: "variance gone", right: true },
  ];
  const rows = facts.map((fact) => [
    fact.quantity,
    span(fact.now),
    `${Math.round(fact.width * 100)} %`,
    `${Math.round(fact.gain * 100)} %`,
  ]);
  return `${head}\n\n${textTable(columns, rows)}`;
}
