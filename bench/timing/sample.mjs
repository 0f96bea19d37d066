import { readFileSync } from "node:fs";

/** The text of some files, as often as it takes to be so many bytes. Where there is none it says so and ends with 2. */
export function sample(files, leastBytes) {
  const text = files.map(textOf).join("\n");
  if (text.trim() === "") refuse(`${files.join(", ")}: no text; expected files with text to measure on`);
  return repeated(text, leastBytes);
}

/** A text as often as it takes to be so many bytes. */
export function repeated(text, leastBytes) {
  return text.repeat(Math.ceil(leastBytes / Buffer.byteLength(text)));
}

function textOf(file) {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    return refuse(`${file}: cannot be read (${error.code}); expected a file of text`);
  }
}

function refuse(why) {
  console.error(why);
  process.exit(2);
}
