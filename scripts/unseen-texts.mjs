// The invented texts of test/reading/unseen: their labels, and how a reading compares with them.
import { readdirSync, readFileSync } from "node:fs";
import { inTree } from "./tree.mjs";

const FOLDER = inTree("test", "reading", "unseen");
const LABEL = /\[\[([^|\]]+)\|([^\]]+)\]\]/gu;
const KINDS = /^(money|count|share|duration|time of day|age|ratio|measure) (\S+) ?(.*)$/u;

/** What can be right or wrong of a label that was found. */
export const ASPECTS = ["both bounds", "kind", "unit", "currency", "per", "all of these"];

const rounded = (value) => (value === undefined || value === "" ? "" : String(Number(Number(value).toPrecision(6))));

/** A label such as `money 50 EUR per day about` as its parts. */
function parsed(label) {
  const [, kind, value, rest] = KINDS.exec(label) ?? [];
  if (kind === undefined || value === undefined) throw new Error(`invalid label: ${label}`);
  const [low, high = low] = value.split("..");
  const words = (rest ?? "").replace(/ ?\b(about|vague)\b/gu, "").trim();
  const [, named = "", per = ""] = /^(.*?)(?:(?:^| )per (.+))?$/u.exec(words) ?? [];
  const [unit, currency] = kind === "money" ? ["", named] : [named, ""];
  return { kind, low: rounded(low), high: rounded(high), unit, currency, per };
}

/** A text without its first line and its labels, and the labels at code points. */
function unlabelled(source) {
  const body = source.slice(source.indexOf("\n") + 1);
  const labels = [];
  let [text, length, at] = ["", 0, 0];
  const add = (part) => {
    text += part;
    length += [...part].length;
  };
  for (const found of body.matchAll(LABEL)) {
    add(body.slice(at, found.index));
    const start = length;
    add(found[1]);
    labels.push({ start, end: length, text: found[1], ...parsed(found[2]) });
    at = found.index + found[0].length;
  }
  add(body.slice(at));
  return { text, labels };
}

/** All invented texts by name, each with its labels. */
export function unseenTexts() {
  const names = readdirSync(FOLDER).filter((name) => name.endsWith(".txt"));
  return names.sort().map((name) => ({
    name: name.replace(".txt", ""),
    ...unlabelled(readFileSync(inTree("test", "reading", "unseen", name), "utf8")),
  }));
}

function bounds({ range }) {
  return (range.kind === "point" ? [range.value, range.value] : [range.low, range.high]).map(rounded);
}

/** Which aspects of a label a quantity has right. */
export function rightOf(label, quantity) {
  const [low, high] = bounds(quantity);
  const right = {
    "both bounds": low === label.low && high === label.high,
    kind: quantity.kind === label.kind,
    unit: (quantity.unit ?? "") === label.unit,
    currency: (quantity.currency ?? "") === label.currency,
    per: quantity.per.join(" ") === label.per,
  };
  return { ...right, "all of these": Object.values(right).every(Boolean) };
}

/** The labels of a text with the quantity that overlaps each, the quantities beyond them, and the counts. */
export function compared({ name, text, labels }, readQuantities) {
  const read = readQuantities(text);
  const free = new Set(read);
  const pairs = labels.map((label) => {
    const quantity = [...free].find((one) => one.start < label.end && label.start < one.end);
    free.delete(quantity);
    return { label, quantity };
  });
  const found = pairs.filter(({ quantity }) => quantity !== undefined);
  const right = ASPECTS.map((aspect) => found.filter((pair) => rightOf(pair.label, pair.quantity)[aspect]).length);
  return { name, pairs, beyond: [...free], labels: labels.length, read: read.length, found: found.length, right };
}

/** The counts of several texts as one. */
export function summed(results, name = "all") {
  const sum = (pick) => results.reduce((all, one) => all + pick(one), 0);
  return {
    name,
    labels: sum((one) => one.labels),
    read: sum((one) => one.read),
    found: sum((one) => one.found),
    right: ASPECTS.map((_, i) => sum((one) => one.right[i])),
  };
}
