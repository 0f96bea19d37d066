// Prints how well quantities are read from the invented texts in test/reading/unseen: a part of npm run accuracy.
import { pathToFileURL } from "node:url";
import { compile } from "./compile.mjs";
import { inTree } from "./tree.mjs";
import { ASPECTS, compared, rightOf, summed, unseenTexts } from "./unseen-texts.mjs";

const percent = (part, whole) => (whole === 0 ? "–" : `${((100 * part) / whole).toFixed(1)} %`);

function print(results) {
  const heads = ["invented text", "labels", "read", "recall", "precision", ...ASPECTS];
  const table = results.map(({ name, labels, read, found, right }) => [
    name,
    String(labels),
    String(read),
    percent(found, labels),
    percent(found, read),
    ...right.map((one) => percent(one, labels)),
  ]);
  const widths = heads.map((head, i) => Math.max(head.length, ...table.map((row) => row[i].length)));
  for (const row of [heads, ...table]) console.log(row.map((cell, i) => cell.padStart(widths[i])).join("  "));
}

/** Prints what was missed, wrongly read or read beyond the labels of a text. */
function explain({ name, pairs, beyond }, text) {
  const points = [...text];
  for (const { label, quantity } of pairs) {
    if (quantity === undefined) {
      console.log(`${name} missed: ${label.text}`);
      continue;
    }
    const wrong = Object.entries(rightOf(label, quantity)).filter(([aspect, ok]) => !ok && aspect !== "all of these");
    if (wrong.length === 0) continue;
    const { kind, range, unit, currency, per } = quantity;
    const read = JSON.stringify({ kind, range, unit, currency, per });
    console.log(`${name} wrong ${wrong.map(([aspect]) => aspect).join(", ")}: ${label.text} → ${read}`);
  }
  for (const one of beyond) console.log(`${name} beyond: ${points.slice(one.start, one.end).join("")}`);
}

/** Prints the table of the invented texts, and with `verbose` what is wrong in each. */
export async function printUnseen(verbose) {
  await compile();
  const { readQuantities } = await import(pathToFileURL(inTree("dist", "claims", "read-quantities.js")).href);
  const texts = unseenTexts();
  const results = texts.map((text) => compared(text, readQuantities));
  if (verbose) for (const [i, result] of results.entries()) explain(result, texts[i].text);
  print([...results, summed(results)]);
}
