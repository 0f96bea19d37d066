import type { Command } from "commander";
import { wordsOfOccupation } from "../../accounts/occupation.ts";
import type { ClaimView } from "../../cases/views.ts";
import type { Claim } from "../../claims/claim.ts";
import { filterOf, wholeYear } from "../filters.ts";
import { warnIfStale } from "../freshness.ts";
import { checkFilter } from "../known-filter.ts";
import { chosenCase, command, type Place, withCase, withJson, withStoreToRead } from "../options.ts";
import type { Shell } from "../shell.ts";
import { evidenceIn } from "../stored-case.ts";
import { textTable } from "../text-table.ts";

interface Options extends Place {
  readonly case?: string;
  readonly measure?: string;
  readonly place?: string;
  readonly occupation?: string;
  readonly year?: number;
  readonly speaker?: string;
  readonly source?: string;
  readonly words?: string;
  readonly conflict: boolean;
  readonly json: boolean;
}

/** `tributary claims`: prints claims with what reconciling says of them. */
export function claimsCommand(shell: Shell): Command {
  return withJson(
    withCase(
      command(
        "claims",
        "print claims, as printed in their sources, with what the account says of them",
        "tributary claims --measure state_revenue --conflict",
      ),
    ),
  )
    .option("--measure <id>", "only this measure")
    .option("--place <id>", "only this place or region")
    .option("--occupation <id>", "only this occupation or group, its parts too; all for claims without one")
    .option("--year <year>", "only claims that touch this year", wholeYear)
    .option("--speaker <name>", "only claims by this speaker")
    .option("--source <id>", "only claims of this source")
    .option("--words <words>", "only claims that hold these words")
    .option("--conflict", "only claims that conflict with the account, the loudest first", false)
    .action(async (options: Options) => {
      const found = await withStoreToRead(options, shell, async (store) => {
        const { id } = await chosenCase(store, options.case);
        const pkg = await store.cases.exportPackage(id);
        checkFilter(pkg, options);
        const stale = await warnIfStale(store, pkg, shell);
        const { occupation, ...rest } = filterOf(options);
        const { account } = evidenceIn(pkg);
        const work = occupation === undefined ? {} : { occupations: wordsOfOccupation(account, occupation) };
        return { case: id, stale, ...(await store.claims.list(id, { ...rest, ...work, ...texts(options) })) };
      });
      if (options.json) return shell.out(JSON.stringify(found, null, 2));
      shell.out(table(found.claims));
      shell.err(`${found.total} ${found.total === 1 ? "claim" : "claims"}`);
    });
}

function texts({ speaker, source, words, conflict }: Options): {
  speaker?: string;
  source?: string;
  q?: string;
  conflict?: boolean;
} {
  return {
    ...(speaker === undefined ? {} : { speaker }),
    ...(source === undefined ? {} : { source }),
    ...(words === undefined ? {} : { q: words }),
    ...(conflict ? { conflict } : {}),
  };
}

function table(claims: readonly ClaimView[]): string {
  const columns = [
    { head: "claim" },
    { head: "measure" },
    { head: "place" },
    { head: "period" },
    { head: "as printed", right: true },
    { head: "unit" },
    { head: "conflict", right: true },
    { head: "who, where", max: 48 },
  ];
  return textTable(
    columns,
    claims.map(({ claim, result, sourceTitle }) => [
      claim.id,
      claim.measure,
      claim.occupation === undefined ? claim.place : `${claim.place}, ${claim.occupation}`,
      claim.period ?? "undated",
      printed(claim),
      unitOf(claim),
      result === undefined ? "" : result.unused !== undefined ? "not used" : `${Math.round(result.conflict * 100)} %`,
      `${claim.statedBy}, ${sourceTitle}`,
    ]),
  );
}

/** The claim's number as its source prints it. */
export function printed(claim: Pick<Claim, "range" | "approximate">): string {
  const { range } = claim;
  const about = claim.approximate ? "~" : "";
  switch (range.kind) {
    case "point":
      return `${about}${grouped(range.value)}`;
    case "between":
      return `${about}${grouped(range.low)}–${grouped(range.high)}`;
    case "at least":
      return `≥ ${about}${grouped(range.low)}`;
    case "at most":
      return `≤ ${about}${grouped(range.high)}`;
  }
}

/** The claim's unit as its source prints it: `USD per person month`. */
export function unitOf(claim: Pick<Claim, "unit" | "currency" | "per">): string {
  return `${claim.currency ?? claim.unit}${claim.per === undefined ? "" : ` per ${claim.per}`}`;
}

function grouped(value: number): string {
  const [whole = "", decimals] = value.toString().split(".");
  const parts = whole.length > 4 ? whole.replace(/\B(?=(\d{3})+$)/g, " ") : whole;
  return decimals === undefined ? parts : `${parts}.${decimals}`;
}
