// Prints how well quantities, and the claims proposed from them, are read from the texts in ../shared, against labels made by hand: npm run accuracy.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { printUnseen } from "./accuracy-unseen.mjs";
import { compile } from "./compile.mjs";
import { printProposalAccuracy } from "./proposal-accuracy.mjs";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "..");
const GOLD = join(ROOT, "test", "reading", "gold");
const SEEDS = join(ROOT, "..", "shared", "seeds");
const ASPECTS = ["both bounds", "kind", "unit", "currency", "per", "all of these"];
const verbose = process.argv.includes("--verbose");

if (process.argv[2] === "audits") await import("./audit-accuracy.mjs").then(() => process.exit());

const sha256 = (text) => createHash("sha256").update(text).digest("hex");

/** The rows of a table without quoted cells, as records. */
function rows(file) {
  const [header = "", ...lines] = readFileSync(file, "utf8").trimEnd().split("\n");
  const names = header.split(",");
  return lines.map((line) => Object.fromEntries(line.split(",").map((cell, i) => [names[i], cell])));
}

/** The labels of one seed; each says what its stretch of the text says when its spaces are folded. */
function labels(seed, points) {
  return rows(join(GOLD, `${seed}.csv`)).map((row) => {
    const [start, end] = [Number(row.start), Number(row.end)];
    const text = points.slice(start, end).join("").replace(/\s+/g, " ");
    if (sha256(text) !== row.sha256)
      throw new Error(`invalid label: ${seed}.csv ${start}–${end} stands on other words`);
    return { ...row, start, end, text };
  });
}

const bound = (value) => (value === undefined ? "" : Number(value.toPrecision(12)));

function bounds(range) {
  if (range.kind === "point") return [range.value, range.value];
  return [range.low, range.high];
}

/** Which aspects of a label a quantity has right. */
function rightOf(label, quantity) {
  const [low, high] = bounds(quantity.range).map(bound);
  const sameBounds = String(low) === label.low && String(high) === label.high;
  const right = {
    "both bounds": sameBounds,
    kind: quantity.kind === label.kind,
    unit: (quantity.unit ?? "") === label.unit,
    currency: (quantity.currency ?? "") === label.currency,
    per: quantity.per.join(" ") === label.per,
  };
  return { ...right, "all of these": Object.values(right).every(Boolean) };
}

/** Each label with the quantity that overlaps it, and the quantities that overlap none. */
function match(gold, read) {
  const free = new Set(read);
  const pairs = gold.map((label) => {
    const quantity = [...free].find((one) => one.start < label.end && label.start < one.end);
    free.delete(quantity);
    return { label, quantity };
  });
  return { pairs, spurious: [...free] };
}

/** The text that a seed's labels belong to. */
function textOf(seed) {
  const name = readdirSync(SEEDS).find((file) => file.startsWith(seed.seed));
  if (name === undefined) throw new Error(`invalid seeds: ${seed.seed} is not in ../shared/seeds`);
  const text = readFileSync(join(SEEDS, name), "utf8");
  if (sha256(text) !== seed.text_sha256) throw new Error(`invalid seed: ${name} is not the text that was labelled`);
  return text;
}

function count(seed, readQuantities) {
  const text = textOf(seed);
  const points = [...text];
  const read = readQuantities(text).filter((one) => one.end > Number(seed.start) && one.start < Number(seed.end));
  const { pairs, spurious } = match(labels(seed.seed, points), read);
  const found = pairs.filter((pair) => pair.quantity !== undefined);
  if (verbose) explain(seed.seed, pairs, spurious, points);
  const right = ASPECTS.map((aspect) => found.filter((pair) => rightOf(pair.label, pair.quantity)[aspect]).length);
  return { name: seed.seed, gold: pairs.length, read: read.length, found: found.length, right };
}

/** Prints what was missed, wrongly read or read beyond the labels. */
function explain(seed, pairs, spurious, points) {
  for (const { label, quantity } of pairs) {
    if (quantity === undefined) console.log(`${seed} ${label.start} missed: ${label.text}`);
    else {
      const wrong = Object.entries(rightOf(label, quantity)).filter(([aspect, ok]) => !ok && aspect !== "all of these");
      const { range, unit, currency, per } = quantity;
      if (wrong.length > 0) {
        const read = JSON.stringify({ range, unit, currency, per });
        console.log(
          `${seed} ${label.start} wrong ${wrong.map(([aspect]) => aspect).join(", ")}: ${label.text} → ${read}`,
        );
      }
    }
  }
  for (const one of spurious) console.log(`${seed} ${one.start} beyond: ${points.slice(one.start, one.end).join("")}`);
}

const percent = (part, whole) => (whole === 0 ? "–" : `${((100 * part) / whole).toFixed(1)} %`);

function print(results) {
  const heads = ["seed", "labels", "read", "recall", "precision", ...ASPECTS];
  const table = results.map(({ name, gold, read, found, right }) => [
    name,
    String(gold),
    String(read),
    percent(found, gold),
    percent(found, read),
    ...right.map((one) => percent(one, gold)),
  ]);
  const widths = heads.map((head, i) => Math.max(head.length, ...table.map((row) => row[i].length)));
  for (const row of [heads, ...table]) console.log(row.map((cell, i) => cell.padStart(widths[i])).join("  "));
}

function total(results) {
  const sum = (pick) => results.reduce((all, one) => all + pick(one), 0);
  const right = ASPECTS.map((_, i) => sum((one) => one.right[i]));
  return {
    name: "all",
    gold: sum((one) => one.gold),
    read: sum((one) => one.read),
    found: sum((one) => one.found),
    right,
  };
}

if (!existsSync(SEEDS)) {
  console.log(
    "Skipped: the texts that the labels belong to are not in ../shared/seeds; the labels hold no text of theirs.",
  );
} else {
  await compile();
  const { readQuantities } = await import(pathToFileURL(join(ROOT, "dist", "claims", "read-quantities.js")).href);
  const seeds = rows(join(GOLD, "seeds.csv"));
  const results = seeds.map((seed) => count(seed, readQuantities));
  print([...results, total(results)]);
  const texts = new Map(seeds.map((seed) => [seed.seed, textOf(seed)]));
  await printProposalAccuracy(ROOT, { gold: rows(join(GOLD, "proposals.csv")), texts });
}
await printUnseen(verbose);
