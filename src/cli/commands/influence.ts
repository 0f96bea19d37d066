import type { Command } from "commander";
import { parseQuantityId } from "../../accounts/quantity-id.ts";
import type { MovedFigure, OriginInfluence, Span90 } from "../../estimates/appraisal.ts";
import { amount } from "../amounts.ts";
import { appraisalOf } from "../drawn-case.ts";
import { InputError } from "../exit.ts";
import { warnIfStale } from "../freshness.ts";
import { chosenCase, command, type Place, withCase, withJson, withStoreToRead } from "../options.ts";
import type { Shell } from "../shell.ts";
import { textTable } from "../text-table.ts";

const SHOWN = 25;

interface Options extends Place {
  readonly case?: string;
  readonly figure?: string;
  readonly json: boolean;
}

/** `tributary influence`: prints every headline figure without each origin in turn. */
export function influenceCommand(shell: Shell): Command {
  return withJson(
    withCase(
      command(
        "influence",
        "print the headline figures without each origin in turn",
        "tributary influence --figure workers.world.2012",
      ),
    ),
  )
    .option("--figure <quantity>", "only this headline figure")
    .action(async (options: Options) => {
      const found = await withStoreToRead(options, shell, async (store) => {
        const { id } = await chosenCase(store, options.case);
        const { influence } = await appraisalOf(store, id);
        await warnIfStale(store, await store.cases.exportPackage(id), shell);
        return { case: id, influence: influence.map((one) => narrowed(one, options.figure)) };
      });
      const { figure } = options;
      if (figure !== undefined && found.influence.every(({ figures }) => figures.length === 0))
        throw new InputError(`"${figure}" is no headline figure of ${found.case}`);
      if (options.json) return shell.out(JSON.stringify(found, null, 2));
      shell.out(influenceTable(found.influence));
    });
}

function narrowed(one: OriginInfluence, figure: string | undefined): OriginInfluence {
  return figure === undefined ? one : { ...one, figures: one.figures.filter(({ quantity }) => quantity === figure) };
}

function influenceTable(influence: readonly OriginInfluence[]): string {
  const columns = [
    { head: "without", max: 34 },
    { head: "claims", right: true },
    { head: "figure that moves most" },
    { head: "now", right: true },
    { head: "without", right: true },
    { head: "k", right: true },
    { head: "" },
  ];
  const rows = influence
    .flatMap((one) => {
      const most = one.figures.reduce<MovedFigure | undefined>(
        (best, figure) => (best === undefined || Math.abs(figure.shift) > Math.abs(best.shift) ? figure : best),
        undefined,
      );
      return most ? [{ one, most }] : [];
    })
    .sort((a, b) => Math.abs(b.most.shift) - Math.abs(a.most.shift))
    .slice(0, SHOWN);
  return textTable(
    columns,
    rows.map(({ one, most }) => [
      one.origin,
      String(one.claims.length),
      most.quantity,
      span(most.now),
      span(most.without),
      one.k.toFixed(2),
      one.rerun ? "draw again: tributary what-if --redraw" : "",
    ]),
  );
}

/** A median with its 90 % interval. */
export function span({ median, q05, q95 }: Span90): string {
  return `${amount(median)} (${amount(q05)}–${amount(q95)})`;
}

/** Moved figures as a table: only years that a short list shows. */
export function movedTable(figures: readonly MovedFigure[], years: readonly number[]): string {
  const columns = [
    { head: "figure" },
    { head: "now (90 %)", right: true },
    { head: "without (90 %)", right: true },
    { head: "shift in sd", right: true },
  ];
  const shown = figures.filter(({ quantity }) => {
    const { year } = parseQuantityId(quantity);
    return year === undefined || years.includes(year);
  });
  return textTable(
    columns,
    shown.map((one) => [one.quantity, span(one.now), span(one.without), one.shift.toFixed(2)]),
  );
}
