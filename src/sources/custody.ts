import { sha256Hex } from "../values/digest.ts";
import type { Issue } from "../values/issue.ts";

/** What can happen to an item in our hands. */
export const CUSTODY_EVENTS = [
  "received",
  "collected",
  "hashed",
  "transferred",
  "viewed",
  "derived",
  "redacted",
  "exported",
  "deleted",
] as const;
export type CustodyEvent = (typeof CUSTODY_EVENTS)[number];

/** What happened to an item, when, by whom and with what: an entry of the chain before it is chained. */
export interface CustodyAct {
  readonly source: string;
  /** ISO date, or date and time in UTC. */
  readonly at: string;
  readonly event: CustodyEvent;
  readonly actor: string;
  readonly tool?: string;
  readonly inputSha256?: string;
  readonly outputSha256?: string;
  readonly reason?: string;
}

/** One link of the chain of custody: an act, the digest of the link before it, and its own. */
export interface CustodyEntry extends CustodyAct {
  readonly kind: "custody entry";
  /** `entry` of the link before; absent for the first. */
  readonly previous?: string;
  /** SHA-256 of this link's other cells. */
  readonly entry: string;
}

/**
 * The digest that seals a link: SHA-256 of its cells joined by U+001F, the link before it included.
 * @example
 * custodyDigest({ source: "a", at: "2026-11-21", event: "received", actor: "b" }).length // => 64
 */
export function custodyDigest(act: CustodyAct, previous = ""): string {
  const { source, at, event, actor, tool = "", inputSha256 = "", outputSha256 = "", reason = "" } = act;
  return sha256Hex([source, at, event, actor, tool, inputSha256, outputSha256, reason, previous].join("\u001F"));
}

/**
 * The chain with one more act at its end, sealed to the link before.
 * @example
 * appendCustody([], { source: "a", at: "2026-11-21", event: "received", actor: "b" }).length // => 1
 */
export function appendCustody(chain: readonly CustodyEntry[], act: CustodyAct): readonly CustodyEntry[] {
  const previous = chain.at(-1)?.entry;
  const link = previous === undefined ? {} : { previous };
  return [...chain, { ...act, kind: "custody entry", ...link, entry: custodyDigest(act, previous) }];
}

/** Whether a time is before another, as far as both are given: a date alone is before no time of its day. */
function isBefore(left: string, right: string): boolean {
  const length = Math.min(left.length, right.length, "2026-11-21T10:00:00".length);
  return left.slice(0, length) < right.slice(0, length);
}

/**
 * Everything that is wrong with a chain of custody: a link that was altered, taken out, put in or moved.
 * @example
 * verifyCustody([{ kind: "custody entry", source: "a", at: "2026-11-21", event: "received", actor: "b", entry: "0" }]).length // => 1
 */
export function verifyCustody(chain: readonly CustodyEntry[]): readonly Issue[] {
  const file = "custody.csv";
  return chain.flatMap((link, index): Issue[] => {
    const before = chain[index - 1];
    const row = index + 2;
    const issues: Issue[] = [];
    if ((link.previous ?? "") !== (before?.entry ?? ""))
      issues.push({
        file,
        row,
        field: "previous",
        value: link.previous ?? "",
        expected: before ? "the entry of the row before" : "nothing in the first row",
      });
    if (link.entry !== custodyDigest(link, link.previous))
      issues.push({
        file,
        row,
        field: "entry",
        value: link.entry,
        expected: "the digest of this row's other cells; the row was altered",
      });
    if (before !== undefined && isBefore(link.at, before.at))
      issues.push({
        file,
        row,
        field: "at",
        value: link.at,
        expected: `a time not before ${before.at} of the row before`,
      });
    return issues;
  });
}
