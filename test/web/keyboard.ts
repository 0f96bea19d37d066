import { expect, test } from "vitest";
import { type Bench, eventually, settled } from "./bench.ts";

/** Everything by keyboard. */
export function keyboardTests(bench: () => Bench): void {
  test("the arrow keys turn the year, which the title and the address name", async () => {
    const { page, end } = await bench().open("/example?year=2012");
    await page.keyboard.press("ArrowLeft");
    await page.waitForURL(/year=2011/);
    await eventually(() => page.locator("h1").innerText()).toContain("In 2011");
    await page.keyboard.press("ArrowRight");
    await eventually(() => page.locator("h1").innerText()).toContain("In 2012");
    await end();
  });

  test("j and k move in a list, Enter opens", async () => {
    const { page, end } = await bench().open("/example/sources");
    await page.keyboard.press("j");
    await page.keyboard.press("j");
    await page.keyboard.press("k");
    const title = await page.evaluate(() => document.activeElement?.textContent ?? "");
    expect(title).toBe(await page.locator("tbody a").first().innerText());
    await page.keyboard.press("Enter");
    await eventually(() => page.locator("h1").innerText()).toBe(title);
    await end();
  });

  test("/ searches in every language of the case, Enter opens what was found", async () => {
    const { page, end } = await bench().open("/example");
    await page.keyboard.press("/");
    await page.keyboard.type("봉제");
    await eventually(() => page.getByRole("option").count()).toBeGreaterThan(0);
    await page.keyboard.press("Escape");
    await page.keyboard.press("/");
    await page.keyboard.type("Workers abroad Ordania 2012");
    await eventually(() => page.getByRole("option").count()).toBeGreaterThan(0);
    await page.keyboard.press("Enter");
    await eventually(() => page.url()).toMatch(/trace=|\/sources\//);
    await settled(page);
    await end();
  });

  test("? lists the keys; single keys can be switched off", async () => {
    const { page, end } = await bench().open("/example/sources");
    await page.keyboard.press("?");
    const dialog = page.getByRole("dialog", { name: "Keys" });
    await dialog.waitFor();
    await dialog.getByRole("checkbox").uncheck();
    await page.keyboard.press("Escape");
    await eventually(() => page.locator("dialog[open]").count()).toBe(0);
    await page.keyboard.press("?");
    expect(await page.locator("dialog[open]").count()).toBe(0);
    await end();
  });

  test("the trace opens from a figure in focus, and Tab reaches its steps", async () => {
    const { page, end } = await bench().open("/example?year=2012");
    await page.locator(".headline .figure").first().focus();
    await page.locator("#hint").waitFor();
    expect(await page.locator("#hint").innerText()).toMatch(/^Median/);
    await page.keyboard.press("Enter");
    await page.locator(".drawer .trace").waitFor();
    await page.keyboard.press("Tab");
    const inside = await page.evaluate(() => document.activeElement?.closest(".drawer") !== null);
    expect(inside).toBe(true);
    await end();
  });
}
