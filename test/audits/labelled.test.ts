import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { auditTexts } from "../../src/audits/audit-texts.ts";
import { AUDIT_RULES } from "../../src/audits/rules/index.ts";
import { TEXT_RULES } from "../../src/audits/text-rules/index.ts";

interface LabelledSet {
  readonly id: string;
  readonly slips: readonly string[];
}

interface LabelledTexts extends LabelledSet {
  readonly texts: readonly string[];
}

const labelled = <T extends LabelledSet>(name: string): readonly T[] =>
  JSON.parse(readFileSync(new URL(`labelled/${name}.json`, import.meta.url), "utf8"));

const texts = labelled<LabelledTexts>("texts");
const claims = labelled("claims");

/** What `npm run accuracy -- audits` counts as missed and as wrong; docs/methods/auditing.md says why. */
const MISSED = ["t02 told-chain"];
const WRONG = ["t88 no-speaker-told"];

const found = texts.map(({ id, slips, texts: words }) => ({
  id,
  slips,
  rules: auditTexts(words.map((text, at) => ({ id: String(at), text }))).map(({ rule }) => rule),
}));

/** Those of a list that another lacks, each as often as it lacks it. */
function beyond(list: readonly string[], other: readonly string[]): readonly string[] {
  const left = [...other];
  return list.filter((one) => {
    const at = left.indexOf(one);
    if (at !== -1) left.splice(at, 1);
    return at === -1;
  });
}

describe("the planted slips", () => {
  test("[U22] are found in the texts, but for those that the documentation names", () => {
    const missed = found.flatMap(({ id, slips, rules }) => beyond(slips, rules).map((rule) => `${id} ${rule}`));
    expect(missed).toEqual(MISSED);
  });

  test("[U22] are all that is found in the texts, but for what the documentation names", () => {
    const wrong = found.flatMap(({ id, slips, rules }) => beyond(rules, slips).map((rule) => `${id} ${rule}`));
    expect(wrong).toEqual(WRONG);
  });

  test("[U22] try every rule with a slip, and there are as many clean sets as others", () => {
    const planted = new Set([...texts, ...claims].flatMap(({ slips }) => slips));
    expect([...AUDIT_RULES, ...TEXT_RULES].map(({ id }) => id).filter((id) => !planted.has(id))).toEqual([]);
    const clean = [...texts, ...claims].filter(({ slips }) => slips.length === 0).length;
    expect(clean).toBeGreaterThanOrEqual((texts.length + claims.length) / 2);
  });
});
