import { expect, test } from "vitest";
import { excerptsOf } from "../../src/audits/excerpts.ts";

const words = "He is paid $5. The state takes 40% and the firm takes 20% of it.";
const far = `${words}${" And so it went on.".repeat(20)} They fined him $7 in May.`;
const place = (text: string) => ({ id: "a", start: far.indexOf(text), end: far.indexOf(text) + text.length });
const textOf = () => ({ points: Array.from(far) });

test("excerptsOf(passages) joins passages that stand close, whatever their order, and marks each", () => {
  const excerpts = excerptsOf([place("20%"), place("$5"), place("40%")], textOf);
  expect(excerpts).toHaveLength(1);
  expect(excerpts[0]?.pieces.filter(({ marked }) => marked).map((piece) => piece.words)).toEqual(["$5", "40%", "20%"]);
  expect(excerpts[0]?.pieces.map((piece) => piece.words).join("")).toMatch(/^He is paid \$5\. The state takes 40%/);
});

test("excerptsOf(passages) keeps apart what stands far apart, in the order in which it was named", () => {
  const excerpts = excerptsOf([place("$7"), place("$5"), place("40%")], textOf);
  expect(excerpts.map(({ pieces }) => pieces.filter(({ marked }) => marked).map((piece) => piece.words))).toEqual([
    ["$7"],
    ["$5", "40%"],
  ]);
});

test("excerptsOf(passages) never reaches into what is barred, and gives the place where there is no text", () => {
  const bar = { start: far.indexOf("The state"), end: far.indexOf("40%") };
  const [excerpt] = excerptsOf([place("$5")], () => ({ points: Array.from(far), barred: [bar] }));
  expect(excerpt?.pieces.map((piece) => piece.words).join("")).toBe("He is paid $5. ");
  expect(excerptsOf([place("$5")], () => undefined)).toMatchObject([{ start: 11, pieces: [] }]);
});
