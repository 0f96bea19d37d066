import { z } from "zod";
import type { Issue, Parsed } from "../values/issue.ts";
import { parsePeriod } from "../values/period.ts";
import { present } from "../values/present.ts";
import { isSlug } from "../values/slug.ts";
import { parseYaml } from "../values/yaml.ts";

/** A dated rule of a state or of the world: one entry of `policies.yaml`. */
export interface Policy {
  readonly kind: "policy";
  readonly id: string;
  readonly name: string;
  /** EDTF date from which it holds. */
  readonly from: string;
  /** EDTF date until which it held; absent while it holds. */
  readonly until?: string;
  /** Ids of the places in which it holds, or the world. */
  readonly scope: readonly string[] | "world";
  /** What it says, in our own words. */
  readonly text: string;
  /** Id of the source that gives it. */
  readonly source?: string;
}

const date = z
  .union([z.string(), z.number()])
  .transform(String)
  .refine((text) => parsePeriod(text).ok, { error: "a date such as 2017 or 2017-12-22" });
const words = z.string({ error: "words" }).refine((text) => text.trim() !== "", { error: "words" });

const policySchema = z.strictObject({
  id: z.string({ error: "an id" }).refine(isSlug, { error: "an id of lower-case letters, digits and hyphens" }),
  name: words,
  from: date,
  until: date.optional(),
  scope: z.union([z.literal("world"), z.array(z.string()).min(1)], { error: "world, or a list of ids of places" }),
  text: words,
  source: z.string({ error: "the id of a source" }).optional(),
});

const policiesSchema = z.array(policySchema, { error: "a list of policies" });

/** What zod found wrong, in words that follow "expected". */
function wordsOf(problem: z.core.$ZodIssue): string {
  if (problem.code === "unrecognized_keys") return `none but the keys ${Object.keys(policySchema.shape).join(", ")}`;
  return problem.message.replace(/^Invalid input: expected /u, "");
}

/**
 * The policies that a `policies.yaml` lists, or everything that is wrong with it, with lines.
 * @example
 * parsePolicies("policies.yaml", "- {id: ban, name: A ban, from: 2017, scope: world, text: No new permits.}") // => {"ok":true,"value":[{"kind":"policy","id":"ban","name":"A ban","from":"2017","scope":"world","text":"No new permits."}]}
 */
export function parsePolicies(file: string, text: string): Parsed<readonly Policy[]> {
  const yaml = parseYaml(file, text);
  if (!yaml.ok) return yaml;
  const read = policiesSchema.safeParse(yaml.value.value ?? []);
  const issueAt = (path: readonly PropertyKey[], expected: string): Issue => {
    const keys = path.map((key) => (typeof key === "number" ? key : String(key)));
    const row = yaml.value.lineOf(keys);
    return present({ file, row, field: keys.length === 0 ? undefined : keys.join("."), expected });
  };
  if (!read.success)
    return { ok: false, issues: read.error.issues.map((problem) => issueAt(problem.path, wordsOf(problem))) };
  const ids = read.data.map((policy) => policy.id);
  const twice = ids.flatMap((id, index) =>
    ids.indexOf(id) === index ? [] : [{ ...issueAt([index, "id"], "each id once"), value: id }],
  );
  if (twice.length > 0) return { ok: false, issues: twice };
  return { ok: true, value: read.data.map((policy) => present({ kind: "policy" as const, ...policy })) };
}
