// How often what is proposed from a number is what a person wrote down for it; printed by npm run accuracy.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const FIELDS = ["measure", "place", "period", "speaker", "modality"];
/** What was known of each text when its numbers were labelled: what a source's row says. */
const SOURCES = {
  "000": { type: "press", author: "Andrei Lankov", published: "2014~" },
  "001": { type: "report", publisher: "North Korea Strategy Center", published: "2012" },
  "002": { type: "press", author: "Andrei Lankov", published: "2017" },
  "003": { type: "press", author: "Robert Potter", published: "2015~" },
  "004": { type: "press", author: "Brice Pedroletti", published: "2017" },
};
const sha256 = (text) => createHash("sha256").update(text).digest("hex");
const sorted = (text) => text.split(" ").sort().join(" ");

/** What the built files need to propose claims as for the case in a folder. */
async function proposing(root, id) {
  const built = (path) => import(pathToFileURL(join(root, "dist", path)).href);
  const [{ proposeClaims }, { caseTerms }, { evidenceOf }, { parsePackage }, { readCaseFolder }] = await Promise.all([
    built("claims/proposing/propose-claims.js"),
    built("cases/case-terms.js"),
    built("cases/evidence-of.js"),
    built("cases/parse-package.js"),
    built("readers/case-folder.js"),
  ]);
  const files = await readCaseFolder(join(root, "cases", id));
  const pkg = parsePackage(files.value).value;
  const terms = caseTerms(evidenceOf(pkg).value.account, pkg.claims);
  return { pkg, propose: (text, source) => proposeClaims(text, [], { source, terms }) };
}

/** Which fields of a label a proposal has right; a speaker may be written in any of several ways, each kept as a digest. */
function rightOf(label, { measure = "", places, period = "", speaker = "", modality }) {
  return {
    measure: measure === label.measure,
    place: sorted(places.join(" ")) === sorted(label.place),
    period: period === label.period,
    speaker: label.speaker === "" ? speaker === "" : label.speaker.split(" ").includes(sha256(speaker)),
    modality: modality === label.modality,
  };
}

function tally(name, pairs) {
  const right = FIELDS.map((field) => pairs.filter(([label, one]) => one && rightOf(label, one)[field]).length);
  const named = pairs.filter(([, one]) => one?.measure !== undefined);
  const sure = named.filter(([label, one]) => one.measure === label.measure).length;
  return { name, labels: pairs.length, right, named: named.length, sure };
}

/** The labels of the texts at hand, each with the proposal whose number it overlaps. */
function labelled({ propose }, { gold, texts }) {
  return [...texts].map(([seed, text]) => {
    const proposals = propose(text, { id: seed, ...SOURCES[seed] });
    const points = [...text];
    const pairs = gold
      .filter((row) => row.seed === seed)
      .map((row) => {
        const [start, end] = [Number(row.start), Number(row.end)];
        if (sha256(points.slice(start, end).join("").replace(/\s+/g, " ")) !== row.sha256)
          throw new Error(`invalid label: proposals.csv ${seed} ${start} stands on other words`);
        const found = proposals.find((one) => one.number.start < end && start < one.number.end);
        return [{ ...row, speaker: row.speaker_sha256 }, found];
      });
    return tally(seed, pairs);
  });
}

/** The claims of the invented case, each with the proposal of the same range in its passage; speakers are left out. */
function invented({ pkg, propose }, root) {
  const pairs = pkg.sources.flatMap((source) => {
    const text = readFileSync(join(root, "cases", "example", source.file), "utf8");
    const proposals = propose(text, source);
    return pkg.claims
      .filter((claim) => claim.source === source.id && claim.span !== undefined)
      .map((claim) => {
        const near = proposals.filter((one) => one.number.start < claim.span.end && claim.span.start < one.number.end);
        const same = near.find((one) => JSON.stringify(one.range) === JSON.stringify(claim.range));
        const { measure, place, period = "", modality } = claim;
        return [{ measure, place, period, modality, speaker: "" }, same && { ...same, speaker: "" }];
      });
  });
  return tally("example", pairs);
}

const percent = (part, whole) => (whole === 0 ? "–" : `${((100 * part) / whole).toFixed(1)} %`);

function print(results) {
  const heads = ["text", "labels", ...FIELDS, "measures named", "of these right"];
  const table = results.map(({ name, labels, right, named, sure }) => [
    name,
    String(labels),
    ...right.map((one, at) => (name === "example" && FIELDS[at] === "speaker" ? "–" : percent(one, labels))),
    String(named),
    percent(sure, named),
  ]);
  const widths = heads.map((head, i) => Math.max(head.length, ...table.map((row) => row[i].length)));
  for (const row of [heads, ...table]) console.log(row.map((cell, i) => cell.padStart(widths[i])).join("  "));
}

function total(results) {
  const sum = (pick) => results.reduce((all, one) => all + pick(one), 0);
  return {
    name: "all",
    labels: sum((one) => one.labels),
    right: FIELDS.map((_, at) => sum((one) => one.right[at])),
    named: sum((one) => one.named),
    sure: sum((one) => one.sure),
  };
}

/** Prints, for the labelled texts and for the claims of the invented case, the share of each field that is right. */
export async function printProposalAccuracy(root, { gold, texts }) {
  console.log("\nWhat is proposed from a number, against labels by hand:");
  const seeds = labelled(await proposing(root, "dprk"), { gold, texts });
  print([...seeds, total(seeds), invented(await proposing(root, "example"), root)]);
}
