import type { Command } from "commander";
import { type ProposalView, type QueueFilter, queueOf } from "../../cases/proposal-queue.ts";
import { PROPOSAL_STATUSES, type ProposalStatus } from "../../claims/decided-proposal.ts";
import type { Decision } from "../../claims/decision.ts";
import { DraftError } from "../../store/errors.ts";
import type { Store } from "../../store/store.ts";
import { InputError, UsageError } from "../exit.ts";
import { wholeNumber } from "../filters.ts";
import { tendEstimates } from "../freshness.ts";
import { chosenCase, command, type Place, withCase, withJson, withStore } from "../options.ts";
import { readQueue, type StoredQueue } from "../reading/read-queue.ts";
import type { Shell } from "../shell.ts";
import { textTable } from "../text-table.ts";
import { printed, unitOf } from "./claims.ts";

const ACTIONS = ["list", "accept", "reject", "undo"] as const;

interface Options extends Place {
  readonly case?: string;
  readonly source?: string;
  readonly measure?: string;
  readonly status?: string;
  readonly limit?: number;
  readonly by: string;
  readonly why?: string;
  readonly json: boolean;
}

/** `tributary proposals`: prints what waits to become a claim, and keeps what is decided about it. */
export function proposalsCommand(shell: Shell): Command {
  return withJson(
    withCase(
      command(
        "proposals [action] [ids...]",
        "print the claims that reading proposes (list), or accept, reject or undo; nothing is accepted by itself",
        "tributary proposals --source aldren-2013\n  tributary proposals reject p0123456789ab --by 'R. Holm' --why 'a page number'",
      ),
    ),
  )
    .option("--source <id>", "only proposals from this source")
    .option("--measure <id>", "only this measure; - for those without one")
    .option("--status <word>", `where they stand: ${PROPOSAL_STATUSES.join(", ")} (open unless named)`)
    .option("--limit <n>", "how many at most", wholeNumber)
    .option("--by <name>", "who decides: a role or a pseudonym", "analyst")
    .option("--why <words>", "why they are rejected")
    .action(async (action: string | undefined, ids: string[], options: Options) => {
      const chosen = ACTIONS.find((known) => known === (action ?? "list"));
      if (chosen === undefined)
        throw new UsageError(`there is no action "${action}"; there are: ${ACTIONS.join(", ")}`);
      if (chosen === "list") return list(filterOf(options, ids), options, shell);
      if (ids.length === 0 && chosen !== "undo")
        throw new UsageError(`${chosen} wants the ids of proposals; \`tributary proposals\` lists them`);
      await decide(chosen, ids, { options, shell });
    });
}

function filterOf({ source, measure, status, limit }: Options, ids: readonly string[]): QueueFilter {
  if (ids.length > 0) throw new UsageError("list takes no ids");
  const known = PROPOSAL_STATUSES.find((one) => one === status);
  if (status !== undefined && known === undefined)
    throw new UsageError(`there is no status "${status}"; there are: ${PROPOSAL_STATUSES.join(", ")}`);
  return {
    ...(source === undefined ? {} : { source }),
    ...(measure === undefined ? {} : { measure }),
    ...(known === undefined ? {} : { status: known }),
    ...(limit === undefined ? {} : { limit }),
  };
}

async function list(filter: QueueFilter, options: Options, shell: Shell): Promise<void> {
  const { id, input } = await withStore(options, shell, async (store) => {
    const found = await chosenCase(store, options.case);
    return { id: found.id, input: await readQueue(store, found.id, { shell, data: options.data }) };
  });
  checkKnown(filter, input);
  const queue = queueOf(input, filter);
  if (options.json) return shell.out(JSON.stringify({ case: id, ...queue }, null, 2));
  shell.out(table(queue.proposals));
  shell.err(PROPOSAL_STATUSES.map((status) => `${queue.counts[status]} ${WORDS[status]}`).join(", "));
}

const WORDS: Readonly<Record<ProposalStatus, string>> = {
  open: "waiting",
  claimed: "claims already",
  accepted: "accepted",
  corrected: "corrected",
  rejected: "rejected",
};

function checkKnown({ source }: QueueFilter, { sources }: StoredQueue): void {
  if (source === undefined || sources.some(({ id }) => id === source)) return;
  throw new InputError(
    `there is no source "${source}" in the case; there are: ${sources.map(({ id }) => id).join(", ")}`,
  );
}

function table(proposals: readonly ProposalView[]): string {
  const columns = [
    { head: "proposal" },
    { head: "as printed", right: true },
    { head: "unit" },
    { head: "would say", max: 72 },
    { head: "lacks", max: 32 },
    { head: "where", max: 40 },
  ];
  return textTable(
    columns,
    proposals.map(({ proposal, paraphrase, missing, sourceTitle, draft }) => [
      proposal.id,
      printed(proposal),
      unitOf(proposal),
      paraphrase,
      missing.map((field) => (field === "statedBy" ? "stated by" : field)).join(", "),
      `${sourceTitle}, ${draft.locator}`,
    ]),
  );
}

interface Desk {
  readonly options: Options;
  readonly shell: Shell;
}

async function decide(
  action: "accept" | "reject" | "undo",
  ids: readonly string[],
  { options, shell }: Desk,
): Promise<void> {
  const made = await withStore(options, shell, async (store) => {
    const { id } = await chosenCase(store, options.case);
    const input = await readQueue(store, id, { shell, data: options.data });
    const at = shell.clock().toISOString();
    const named = ids.length === 0 ? {} : { ids };
    const decisions =
      action === "undo"
        ? await store.proposals.withdraw(id, { by: options.by, at, ...named })
        : await keep(store, id, { by: options.by, at, decisions: asked(action, ids, { input, why: options.why }) });
    if (decisions.some(({ decision }) => decision !== "rejected")) await tendEstimates(store, id, shell);
    return decisions;
  });
  if (options.json) return shell.out(JSON.stringify({ decisions: made }, null, 2));
  for (const one of made) shell.out(said(one));
  if (made.length === 0) shell.err("there was nothing to take back");
}

/** Lets a claim that lacks something end the command with every field named. */
async function keep(store: Store, id: string, act: Parameters<Store["proposals"]["decide"]>[1]) {
  try {
    return await store.proposals.decide(id, act);
  } catch (error) {
    if (error instanceof DraftError)
      throw new InputError(`${error.message}; the page Proposals completes it`, error.issues);
    throw error;
  }
}

/** Accepting from here confirms the paraphrase that the list prints. */
function asked(
  action: "accept" | "reject",
  ids: readonly string[],
  { input, why }: { readonly input: StoredQueue; readonly why: string | undefined },
) {
  if (action === "reject")
    return ids.map((id) => ({ id, decision: "rejected" as const, ...(why === undefined ? {} : { why }) }));
  const all = PROPOSAL_STATUSES.flatMap((status) => queueOf(input, { status }).proposals);
  const views = new Map(all.map((view) => [view.proposal.id, view]));
  return ids.map((id) => {
    const view = views.get(id);
    if (view === undefined) throw new InputError(`there is no proposal "${id}"; \`tributary proposals\` lists them`);
    return { id, decision: "accepted" as const, draft: view.draft, paraphrase: view.paraphrase };
  });
}

function said({ subject, decision, by, claim }: Decision): string {
  return `${subject}: ${decision} by ${by}${claim === undefined ? "" : `, claim ${claim}`}`;
}
