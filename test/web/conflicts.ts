import { expect, test } from "vitest";
import { type Bench, eventually } from "./bench.ts";

/** Conflicts, what would be without a claim, and what to find out next. */
export function conflictTests(bench: () => Bench): void {
  test("from Conflicts a claim is left out, the headlines move, and its passage opens", async () => {
    const { page, end } = await bench().open("/example");
    await page.getByRole("link", { name: "Conflicts", exact: true }).click();
    await eventually(() => page.locator("h1").innerText()).toMatch(/claims? (is|are|do)/);
    const clash = page.locator(".clash").first();
    expect(await clash.innerText()).toMatch(/likelier/);
    await eventually(() => clash.locator(".clash-other").innerText()).toContain("The account has");
    await clash.getByRole("button", { name: /^Leave it out/ }).click();
    await page.waitForURL(/off=c[0-9a-f]+/);
    const panel = page.getByRole("complementary", { name: "What if a claim were wrong?" });
    await eventually(() => panel.locator(".moved .compare-mark").count()).toBe(3);
    expect(await clash.locator(".clash-switch button").first().innerText()).toBe("Put it back");
    // The worst claims count for nothing, so that without them all stays; an origin that the figures lean on moves them.
    const without = () => panel.locator(".moved-then").allInnerTexts();
    const before = await without();
    expect(before.length).toBe(3);
    await page
      .locator(".lean")
      .getByRole("button", { name: /^Leave it out/ })
      .first()
      .click();
    await page.waitForURL(/origins=/);
    await eventually(without).not.toEqual(before);
    expect(await panel.locator(".off-list li").count()).toBe(3);
    await panel.getByRole("button", { name: "Put all back" }).click();
    await eventually(() => panel.locator(".moved .compare-mark").count()).toBe(0);
    expect(page.url()).not.toMatch(/off=|origins=/);
    await clash.locator(".clash-figure .claim-link").click();
    await page.waitForURL(/\/example\/sources\/[^/?]+\?.*claim=/);
    await page.locator("mark.passage-chosen").first().waitFor();
    await end();
  });

  test("what is rough says so and is run again where that is asked for", async () => {
    const { page, end } = await bench().open("/example/conflicts");
    const panel = page.locator(".what-if");
    const decisive = page.locator(".decisive li").first();
    await decisive.getByRole("button").click();
    await eventually(() => panel.locator(".moved").innerText()).toContain("roughly");
    await eventually(() => panel.locator(".what-if-trust").innerText()).toContain("Run again to be sure");
    await panel.getByRole("button", { name: "Run again without them" }).click();
    await expect
      .poll(() => panel.locator(".what-if-trust").innerText(), { timeout: 60_000 })
      .toContain("It was run again without them");
    expect(await panel.locator(".moved").innerText()).not.toContain("roughly");
    await end();
  }, 90_000);

  test("claims of one origin share a bracket, and the filter stands in the address", async () => {
    const { page, end } = await bench().open("/example/conflicts");
    const bracket = page.locator(".clash-origin").first();
    expect(await bracket.locator(".clash-bracket").innerText()).toMatch(/^\d+ claims of one origin/);
    expect(await bracket.locator(".clash").count()).toBeGreaterThan(1);
    await page.getByRole("combobox", { name: "Of what" }).selectOption({ label: "Workers abroad" });
    await page.waitForURL(/measure=workers/);
    await eventually(() => page.locator("h1").innerText()).toMatch(/^\d+ of \d+ claims in conflict$/);
    await page.goto(`${bench().origin}/example/conflicts?measure=months`);
    await page.getByRole("button", { name: "Clear the filters" }).click();
    await eventually(() => page.locator(".clash").count()).toBeGreaterThan(1);
    await end();
  });

  test("what a number may mean is weighed line by line, and the open parts of one chain together", async () => {
    const { page, end } = await bench().look("/example/conflicts");
    const tables = page.locator(".meanings");
    await eventually(() => tables.count()).toBe(4);
    expect(await tables.last().locator("caption").innerText()).toContain("Read together");
    const rows = await tables.last().locator("tbody tr").allInnerTexts();
    expect(rows).toHaveLength(6);
    const share = (row: string | undefined): number => Number(/(\d+)%\s*$/.exec(row ?? "")?.[1]);
    expect(share(rows[0])).toBeGreaterThanOrEqual(share(rows[1]));
    await end();
  });

  test("j goes through the conflicts, Enter opens the passage", async () => {
    const { page, end } = await bench().open("/example/conflicts");
    await page.locator(".clash").first().waitFor();
    await page.keyboard.press("j");
    await page.keyboard.press("j");
    const held = await page.evaluate(() => document.activeElement?.closest(".clash")?.id);
    expect(held).toBe(await page.locator(".clash").nth(1).getAttribute("id"));
    await page.keyboard.press("Enter");
    await page.waitForURL(new RegExp(`claim=${held}`));
    await end();
  });

  test("a claim of a trace leads to what would be without it", async () => {
    const { page, end } = await bench().open("/example/claims?measure=workers");
    await page.locator("tbody button.figure").first().click();
    await page.locator(".drawer").getByRole("link", { name: "What if this were wrong?" }).first().click();
    await page.waitForURL(/\/conflicts\?off=/);
    await eventually(() => page.locator(".off-list li").count()).toBe(1);
    await end();
  });

  test("what to find out next is ranked, and figure, year and grade stand in the address", async () => {
    const { page, end } = await bench().open("/example");
    await page.getByRole("link", { name: "What to find out next" }).click();
    await eventually(() => page.locator(".fact").count()).toBeGreaterThan(2);
    await page.getByRole("combobox", { name: "Figure" }).selectOption({ label: "Money to the state" });
    await page.waitForURL(/measure=state_revenue/);
    await page.getByRole("combobox", { name: "Year" }).selectOption("2012");
    await page.waitForURL(/year=2012/);
    await eventually(() => page.locator("h1").innerText()).toContain("Money to the state · all places · 2012");
    await eventually(() => page.locator("[aria-busy=true]").count()).toBe(0);
    const left = async () =>
      (await page.locator(".fact").allInnerTexts()).map((text) => Number(/about (\d+)% of the/.exec(text)?.[1]));
    const best = await left();
    expect(best).toEqual([...best].sort((a, b) => a - b));
    await page.getByRole("combobox", { name: "source that is" }).selectOption("F");
    await page.waitForURL(/grade=F/);
    await eventually(async () => (await left())[0]).toBeGreaterThan(best[0] ?? 100);
    await page.locator(".fact button.figure").first().click();
    await page.locator(".drawer .trace").waitFor();
    await end();
  });

  test("estimates of one measure stand in a fan over years, with densities where they are few", async () => {
    const { page, end } = await bench().open("/example/estimates?measure=workers");
    await page.locator("figure.chart svg[role=img]").first().waitFor();
    expect(await page.locator("figure.chart").first().innerText()).toMatch(/From about|About/);
    await page.goto(`${bench().origin}/example/estimates?measure=workers&year=2012`);
    await eventually(() => page.locator(".densities li").count()).toBeGreaterThan(1);
    await end();
  });
}
