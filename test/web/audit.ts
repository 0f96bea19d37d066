import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { expect, test } from "vitest";
import { type Bench, eventually } from "./bench.ts";

/** The page of audits: findings, filters in the address, keys, and what a person makes of a finding. */
export function auditTests(bench: () => Bench): void {
  test("the column leads to the findings: both claims, the sums, and the passage of each", async () => {
    const { page, end } = await bench().open("/example");
    await page.getByRole("link", { name: "Audit", exact: true }).click();
    await eventually(() => page.locator("h1").innerText()).toMatch(/^17 findings, 6 decision-changing$/);
    const chain = page.locator(".finding", { hasText: "Chain of deductions" }).first();
    expect(await chain.locator(".finding-sides h4").allInnerTexts()).toEqual(["Printed", "Held against"]);
    await chain.locator("summary", { hasText: "How it is worked out" }).click();
    const steps = await chain.locator(".finding-readings").innerText();
    expect(steps).toContain("One after another");
    expect(steps).toContain("2,520 × (1 − 20 %) = 2,016");
    await chain.locator(".claim-link").first().click();
    await page.waitForURL(/\/example\/sources\/aldren-2013\?.*claim=/);
    await page.locator("mark.passage-chosen").first().waitFor();
    await end();
  });

  test("filters stand in the address, and an empty list says what to do", async () => {
    const { page, end } = await bench().open("/example/audit");
    await page.getByRole("combobox", { name: "Rule" }).selectOption({ label: "Slip of scale" });
    await page.waitForURL(/rule=slip-of-scale/);
    await eventually(() => page.locator("h1").innerText()).toBe("4 of 17 findings");
    await page.getByRole("combobox", { name: "Grade" }).selectOption("inconsistent");
    await page.waitForURL(/grade=inconsistent/);
    await page.getByRole("button", { name: "Clear the filters" }).click();
    await eventually(() => page.locator(".finding").count()).toBe(17);
    await end();
  });

  test("j and k go through the findings", async () => {
    const { page, end } = await bench().open("/example/audit");
    await page.locator(".finding").first().waitFor();
    const held = () => page.evaluate(() => document.activeElement?.closest(".finding")?.id);
    await page.keyboard.press("j");
    const first = await held();
    await page.keyboard.press("j");
    expect(await held()).not.toBe(first);
    await page.keyboard.press("k");
    expect(await held()).toBe(first);
    await end();
  });

  test("[U14] a finding is dismissed with a reason and stays so; without one it is not", async () => {
    const { page, end } = await bench().open("/example/audit?rule=parts-and-total");
    const finding = page.locator(".finding").first();
    await finding.getByRole("button", { name: "Dismiss …" }).click();
    await finding.getByRole("button", { name: "Dismiss", exact: true }).click();
    expect(
      await finding.getByLabel("Why it is dismissed").evaluate((field: HTMLInputElement) => field.validity.valid),
    ).toBe(false);
    await finding.getByLabel("Why it is dismissed").fill("Lundava is of another year");
    await page.keyboard.press("Enter");
    await eventually(() => finding.innerText()).toContain("Dismissed by analyst");
    await page.reload();
    await eventually(() => finding.innerText()).toContain("Lundava is of another year");
    await finding.getByRole("button", { name: "Confirm" }).click();
    await eventually(() => finding.innerText()).toContain("Confirmed by analyst");
    await end();
  });

  test("[U20] a finding in the words of a document shows the passage, opens the reader there, and is decided", async () => {
    const { page, end } = await bench().open("/example/audit?rule=told-chain");
    const finding = page.locator(".finding").first();
    await eventually(() => finding.locator("mark").allInnerTexts()).toContain("140 to 150 dollars");
    await finding.getByRole("button", { name: "Confirm" }).click();
    await eventually(() => finding.innerText()).toContain("Confirmed by analyst");
    await page.reload();
    await eventually(() => finding.innerText()).toContain("Confirmed by analyst");
    await finding
      .getByRole("link", { name: /Open the passage/ })
      .first()
      .click();
    await page.waitForURL(/\/example\/sources\/aldren-2013\?.*at=\d+/);
    await end();
  });

  test("[U21] the report is downloaded, runs nothing, asks nobody, and is accessible in light, dark and on a phone", async () => {
    const { page, end } = await bench().open("/example/audit");
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: "Download the report" }).click(),
    ]);
    const html = await readFile(await download.path(), "utf8");
    const context = page.context();
    const report = await context.newPage();
    for (const [width, colorScheme] of [
      [1440, "light"],
      [360, "dark"],
    ] as const) {
      await report.setViewportSize({ width, height: 800 });
      await report.emulateMedia({ colorScheme });
      await report.setContent(html.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, ""));
      await report.addScriptTag({ path: createRequire(import.meta.url).resolve("axe-core/axe.min.js") });
      const broken = await report.evaluate("axe.run().then(({ violations }) => violations.map(({ id }) => id))");
      expect(broken).toEqual([]);
      expect(await report.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }
    await report.close();
    await end();
  });

  test("in Korean, on a phone, nothing is cut off", async () => {
    const { page, end } = await bench().open("/example/audit", { language: "ko", width: 360 });
    await eventually(() => page.locator("h1").innerText()).toContain("발견 17건");
    expect(await page.locator(".finding-words").first().innerText()).toMatch(/열 배|백만 배|많습니다|적습니다/);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    await end();
  });
}
