import { join, resolve } from "node:path";
import { chromium } from "playwright-core";
import { beforeAll, describe, expect, type TestContext, test } from "vitest";
import { findChromium } from "../../scripts/browser.mjs";
import { ReadingThread } from "../../src/readers/reading-thread.ts";
import { openDesk } from "../cli/command.ts";

/** Kept between runs, so that it is fetched once: it goes when the packages of the repository go. */
const DATA = resolve("node_modules/.cache/tributary-ocr-test");
const ENGLISH = "They were paid 1,200 crowns a month and kept a third of it.";
const KOREAN = "임금은 한 달에 1,200원이었고 3분의 1만 남았다.";

/** Why scans cannot be read here; absent where they can. */
let missing: string | undefined;
let pictures: { readonly english: Uint8Array; readonly korean: Uint8Array; readonly blank: Uint8Array };

/** Invented sentences as pictures, drawn by the browser. */
async function draw(executablePath: string) {
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
  try {
    const page = await browser.newPage({ viewport: { width: 900, height: 220 }, deviceScaleFactor: 2 });
    const picture = async (words: string) => {
      await page.setContent(`<p style="font: 30px/1.6 'Noto Sans CJK KR', 'Noto Sans KR', sans-serif">${words}</p>`);
      return new Uint8Array(await page.screenshot());
    };
    return { english: await picture(ENGLISH), korean: await picture(KOREAN), blank: await picture("") };
  } finally {
    await browser.close();
  }
}

beforeAll(async () => {
  const path = findChromium();
  if (path === undefined) {
    missing = "no browser that could draw a picture";
    return;
  }
  const desk = await openDesk();
  const { code } = await desk.tributary("ocr", "install", "--data", DATA).finally(() => desk.clear());
  if (code === 0) pictures = await draw(path);
  else missing = "what reads scans is not there and could not be fetched";
}, 600_000);

async function read(context: TestContext, picture: () => Uint8Array) {
  if (missing !== undefined) context.skip(missing);
  const thread = new ReadingThread(join(DATA, "ocr"));
  return thread.read(picture(), { name: "scan.png" }).finally(() => thread.close());
}

const folded = (text: string) => text.replace(/\s+/gu, "");

describe("a scan", () => {
  test("in English is read to the letter", async (context) => {
    const result = await read(context, () => pictures.english);
    expect(result.ok ? folded(result.value.text) : result.issues).toBe(folded(ENGLISH));
  });

  test("in Korean is read, figures and all", async (context) => {
    const result = await read(context, () => pictures.korean);
    const text = result.ok ? folded(result.value.text) : "";
    const letters = [...folded(KOREAN)].filter((letter) => /[\p{Script=Hangul}\d]/u.test(letter));
    const found = letters.filter((letter) => text.includes(letter)).length;
    expect(text).toContain("1,200");
    // Recognition may take one syllable of Korean for another; nine in ten must be right for a passage to be found.
    expect(found / letters.length).toBeGreaterThanOrEqual(0.9);
  });

  test("[D3] without a word is refused in a sentence", async (context) => {
    const result = await read(context, () => pictures.blank);
    expect(result.ok ? result.value.text : result.issues[0]?.expected).toMatch(/a picture with words/);
  });
});
