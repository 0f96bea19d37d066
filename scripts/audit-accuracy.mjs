// Prints, for each audit rule, how many planted slips it finds, how many it misses and how often it is wrong, on invented texts and
// claims that were written down before the rules first read them: npm run accuracy -- audits [--verbose].
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { compile } from "./compile.mjs";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "..");
const LABELLED = join(ROOT, "test", "audits", "labelled");
const verbose = process.argv.includes("--verbose");

const load = (path) => import(pathToFileURL(join(ROOT, "dist", path)).href);
const labelled = (name) => JSON.parse(readFileSync(join(LABELLED, name), "utf8"));

/** What is found in each set and what was planted, by rule. */
function tally(sets, rules, find) {
  const rows = new Map(rules.map((rule) => [rule, { planted: 0, found: 0, wrong: 0 }]));
  for (const set of sets) {
    const planted = [...set.slips];
    for (const { rule, explanation } of find(set)) {
      const at = planted.indexOf(rule);
      const row = rows.get(rule);
      if (at === -1) row.wrong++;
      else row.found++;
      if (at !== -1) planted.splice(at, 1);
      else if (verbose) console.log(`wrong   ${set.id}  ${rule}: ${explanation}`);
    }
    for (const rule of set.slips) rows.get(rule).planted++;
    if (verbose) for (const rule of planted) console.log(`missed  ${set.id}  ${rule}`);
  }
  return rows;
}

const share = (part, whole) => (whole === 0 ? "–" : `${((100 * part) / whole).toFixed(0)} %`);

function print(title, sets, rows) {
  const clean = sets.filter(({ slips }) => slips.length === 0).length;
  console.log(`${title}: ${sets.length} sets, ${clean} of them without a slip`);
  console.log(`${"rule".padEnd(22)}planted  found  missed  wrong  missed of planted  wrong of found`);
  const sum = { planted: 0, found: 0, wrong: 0 };
  const line = (name, { planted, found, wrong }) => {
    const cells = [
      String(planted).padStart(7),
      String(found).padStart(7),
      String(planted - found).padStart(8),
      String(wrong).padStart(7),
      share(planted - found, planted).padStart(19),
      share(wrong, found + wrong).padStart(16),
    ];
    console.log(name.padEnd(22) + cells.join(""));
  };
  for (const [rule, row] of rows) {
    line(rule, row);
    for (const key of Object.keys(sum)) sum[key] += row[key];
  }
  line("all", sum);
}

/** A claim with what a set leaves unsaid: a register's count of workers in 2012. */
function claimOf(fields, id, all) {
  const { number, derivedFrom = [], ...given } = fields;
  const [low, high] = Array.isArray(number) ? number : [number, number];
  const bounds = { low: low ?? undefined, high: high ?? undefined };
  return {
    kind: "claim",
    id,
    source: "report-2013",
    locator: "p. 1",
    statedBy: "the ministry",
    basis: "register",
    modality: "asserted",
    measure: "workers",
    statistic: "total",
    period: "2012",
    range: rangeFromBounds(bounds.low, bounds.high),
    approximate: false,
    unit: "persons",
    derivation: "stated",
    paraphrase: "Invented.",
    ...given,
    derivedFrom: derivedFrom.map((at) => all[at]),
  };
}

/** What the rules over claims find in one set, on the account of the example case. */
function inClaims({ claims, witnesses = [] }) {
  const ids = claims.map((_, at) => `c${at}`);
  const read = claims.map((fields, at) => claimOf(fields, ids[at], ids));
  const source = (id, published) => ({
    kind: "source",
    id,
    type: "report",
    title: id,
    language: "en",
    reliability: "B",
    credibility: "2",
    published,
  });
  const sources = [source("report-2013", "2013"), source("press-2015", "2015")];
  return auditCase({ claims: read, sources, account, witnesses });
}

await compile();
const [{ auditTexts }, { TEXT_RULES }, { auditCase }, { AUDIT_RULES }, { parseAccount }, { rangeFromBounds }] =
  await Promise.all(
    [
      "audits/audit-texts.js",
      "audits/text-rules/index.js",
      "audits/audit-case.js",
      "audits/rules/index.js",
      "accounts/parse-account.js",
      "values/range.js",
    ].map(load),
  );
const account = parseAccount(
  readFileSync(join(ROOT, "cases", "example", "account.yaml"), "utf8"),
  "account.yaml",
).value;
const ids = (rules) => rules.map(({ id }) => id);
const inTexts = ({ texts }) => auditTexts(texts.map((text, at) => ({ id: String(at), text })));
const [texts, claims] = [labelled("texts.json"), labelled("claims.json")];
print("texts", texts, tally(texts, ids(TEXT_RULES), inTexts));
console.log("");
print("claims", claims, tally(claims, ids(AUDIT_RULES), inClaims));
