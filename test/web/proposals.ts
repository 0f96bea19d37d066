import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { accessibilityFaults, type Bench, eventually, overhang, settled } from "./bench.ts";

/** An invented note with two numbers, one of which says little. */
const NOTE = "Invented. In 2019 the inspectorate counted 4,321 workers in Ordania. They went home after 17 weeks.";

const items = (page: Page) => page.locator("[data-list=proposals] > li");
const said = (page: Page) => page.locator(".queue-said").innerText();

/** Fills in whatever the proposal in view lacks. */
async function complete(page: Page): Promise<void> {
  const form = page.locator("form.draft");
  const fill = async (id: string, act: () => Promise<unknown>) => {
    if ((await page.locator(`.draft-missing #${id}`).count()) > 0) await act();
  };
  await fill("draft-measure", () => form.getByLabel("What is counted").selectOption("workers"));
  await fill("draft-place", () => form.getByLabel("Place", { exact: true }).selectOption("XB"));
  await fill("draft-period", () => form.getByLabel("When", { exact: true }).fill("2019"));
  await fill("draft-statedBy", () => form.getByLabel("Said by").fill("the inspectorate"));
  await fill("draft-unit", () => form.getByLabel("Unit").selectOption("persons"));
}

/** Adds the note as a source and opens the queue on it. */
async function openNote(page: Page, name: string): Promise<void> {
  const file = { name, mimeType: "text/plain", buffer: Buffer.from(`${NOTE}\n${name}\n`) };
  await page.locator("input[type=file]").first().setInputFiles([file]);
  const added = () => page.locator(".add-documents [role=status]").innerText();
  // The first document of a workbench waits for the reading thread to start.
  await expect.poll(added, { timeout: 30_000 }).toContain("1 read.");
  await page.getByRole("link", { name: "Proposals", exact: true }).click();
  const source = page.locator("main").getByRole("combobox", { name: "Source" });
  await eventually(() => source.locator("option", { hasText: name }).count()).toBe(1);
  const option = await source.locator("option", { hasText: name }).getAttribute("value");
  await source.selectOption(option);
  await eventually(() => items(page).count()).toBe(2);
}

/** The queue: from a document to a claim and back, by keys. */
export function proposalTests(bench: () => Bench): void {
  test("[Q1] [Q3] [Q4] a number in a document is accepted by key, stands in Claims with who accepted it, and is taken back", async () => {
    const { page, end } = await bench().open("/example/sources");
    await openNote(page, "inspectorate.txt");
    expect(await page.locator("h1").innerText()).toBe("2 proposals wait");
    await page.getByLabel("You decide as").fill("R. Holm");
    await page.locator("h1").click();
    await page.keyboard.press("k");
    expect(await page.locator(".queue-mark").innerText()).toBe("4,321");
    await page.keyboard.press("e");
    await complete(page);
    const paraphrase = await page.getByLabel("In our words").inputValue();
    expect(paraphrase).toContain("in Ordania, 2019: 4,321");
    expect(await page.locator("form.draft .queue-warn").count()).toBe(0);
    await page.getByLabel("Said by").focus();
    await page.keyboard.press("Escape");
    await page.keyboard.press("a");
    await eventually(() => said(page)).toContain("Accepted.");
    await eventually(() => items(page).count()).toBe(1);
    const held = () => page.evaluate(() => document.activeElement?.closest("[data-item]")?.textContent);
    await eventually(held).toContain("17 weeks");
    await page.getByRole("link", { name: "Claims", exact: true }).click();
    const row = page.locator("tbody tr", { hasText: paraphrase });
    await eventually(() => row.innerText()).toMatch(/(accepted|corrected) by R\. Holm/);
    await page.goBack();
    await eventually(() => items(page).count()).toBe(1);
    await page.keyboard.press("u");
    await eventually(() => said(page)).toContain("Taken back.");
    await eventually(() => items(page).count()).toBe(2);
    await page.getByRole("link", { name: "Claims", exact: true }).click();
    await settled(page);
    await eventually(() => row.count()).toBe(0);
    await end();
  });

  test("[Q2] what lacks something is not accepted: the form says what, and the key leads to the field", async () => {
    const { page, end } = await bench().open("/example/sources");
    await openNote(page, "lacking.txt");
    await items(page).nth(1).locator("button").click();
    await eventually(() => page.locator(".queue-mark").innerText()).toContain("17 weeks");
    const warning = page.locator("form.draft .queue-warn");
    expect(await warning.innerText()).toMatch(/^Before it can be accepted, say .*when it held/);
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.keyboard.press("a");
    const focused = () => page.evaluate(() => document.activeElement?.id);
    expect(await focused()).toMatch(/^draft-/);
    expect(await items(page).count()).toBe(2);
    await page.getByLabel("The source gives no time").check();
    expect(await warning.innerText()).not.toContain("when it held");
    expect(await page.getByLabel("In our words").inputValue()).toContain("undated");
    await end();
  });

  test("[Q6] [Q7] many are rejected at a time, do not come back, and can be taken back from where they went", async () => {
    const { page, end } = await bench().open("/example/sources");
    await openNote(page, "many.txt");
    await page.locator("h1").click();
    await page.keyboard.press("k");
    await page.keyboard.press("x");
    await page.keyboard.press("j");
    await page.keyboard.press("x");
    await eventually(() => page.locator(".queue-bar").innerText()).toContain("2 selected");
    await page.keyboard.press("r");
    await eventually(() => page.locator("main").innerText()).toContain("No proposal fits these filters");
    await page.reload();
    await settled(page);
    await page.locator(".queue-status", { hasText: "Rejected" }).click();
    await eventually(() => items(page).count()).toBe(2);
    expect(await page.locator(".queue-decided").innerText()).toContain("Rejected by analyst");
    await page.getByRole("button", { name: "Take back" }).click();
    await eventually(() => items(page).count()).toBe(1);
    await end();
  });

  test("? names the keys of the queue; filters stand in the address", async () => {
    const { page, end } = await bench().open("/example/proposals?source=aldren-2013&status=claimed");
    await eventually(() => items(page).count()).toBeGreaterThan(5);
    expect(await page.locator("h1").innerText()).toMatch(/^Claims already: \d+ proposals$/);
    await page.keyboard.press("?");
    expect(await page.getByRole("dialog", { name: "Keys" }).innerText()).toContain("Proposals: accept");
    await page.keyboard.press("Escape");
    await page.getByRole("link", { name: "Open the claim" }).click();
    await page.waitForURL(/\/example\/sources\/aldren-2013\?.*claim=/);
    await page.locator("mark.passage-chosen").first().waitFor();
    await end();
  });

  test("in Korean, on a phone, the passage and the form stand below the queue", async () => {
    const { page, end } = await bench().open("/example/proposals", { language: "ko", width: 360 });
    await eventually(() => page.locator("h1").innerText()).toContain("기다립니다");
    const [list, words] = [page.locator(".queue-column"), page.locator(".queue-words")];
    const bottom = await list.evaluate((element) => element.getBoundingClientRect().bottom);
    expect(await words.evaluate((element) => element.getBoundingClientRect().top)).toBeGreaterThan(bottom);
    expect(await overhang(page)).toBeLessThanOrEqual(0);
    await end();
  });
}
