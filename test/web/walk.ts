import { expect, test } from "vitest";
import { accessibilityFaults, type Bench, eventually, settled } from "./bench.ts";

/** From a number to the words it rests on, and back. */
export function walkTests(bench: () => Bench): void {
  test("a click on the revenue figure leads to its formula, its claims, the passage of one and the source", async () => {
    const { page, end } = await bench().open("/example?year=2012");
    const title = page.locator("h1");
    expect(await title.innerText()).toMatch(/^In 2012 about .* people worked abroad/);
    await title.locator("button.figure").nth(1).click();
    const drawer = page.getByRole("complementary", { name: "Trace" });
    await eventually(() => drawer.locator("h2").innerText()).toContain("Money to the state");
    expect(page.url()).toMatch(/trace=state_revenue[^&]*\.2012/);
    expect(await drawer.locator("[data-trace=formula]").innerText()).toMatch(/sum\(|×/);
    const claim = drawer.locator("[data-trace=claims] .claim-link").first();
    await claim.click();
    await page.waitForURL(/\/example\/sources\/[^/?]+\?.*claim=/);
    const id = new URL(page.url()).searchParams.get("claim");
    const chosen = page.locator("mark.passage-chosen");
    await chosen.first().waitFor();
    expect(await chosen.first().getAttribute("data-claim")).toContain(id);
    await eventually(() => chosen.first().isVisible()).toBe(true);
    const box = await chosen.first().boundingBox();
    expect(box?.y).toBeGreaterThan(0);
    expect(box?.y).toBeLessThan(900);
    await page.getByRole("link", { name: "All sources" }).click();
    await eventually(() => page.locator("h1").innerText()).toContain("sources");
    await end();
  });

  test("Esc closes the trace and gives the focus back to the figure; the address opens it again", async () => {
    const { page, end } = await bench().open("/example?year=2012");
    const figure = page.locator(".headline .figure").first();
    await figure.click();
    await page.locator(".drawer .trace").waitFor();
    await page.keyboard.press("Escape");
    await eventually(() => page.locator(".drawer").count()).toBe(0);
    await eventually(() => figure.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.goBack();
    await page.locator(".drawer .trace").waitFor();
    await page.reload();
    await page.locator(".drawer .trace").waitFor();
    await end();
  });

  test("an input of a formula is followed upstream, and the crumb leads back", async () => {
    const { page, end } = await bench().open("/example?year=2012");
    await page.locator("h1 button.figure").nth(1).click();
    await page.locator(".drawer .trace").waitFor();
    const heading = page.locator(".drawer h2");
    const first = await heading.innerText();
    await page.locator("[data-trace=inputs] button.figure").first().click();
    await eventually(() => page.locator(".crumbs").innerText()).toContain("Money to the state");
    expect(await heading.innerText()).not.toBe(first);
    await page.locator(".crumbs button").first().click();
    await eventually(() => heading.innerText()).toBe(first);
    expect(await page.locator(".crumbs").count()).toBe(0);
    await end();
  });

  test("claims of one measure stand in a forest plot and in the address, conflicts in words", async () => {
    const { page, end } = await bench().open("/example/claims");
    await page.getByRole("combobox", { name: "Of what" }).selectOption({ label: "Money to the state" });
    await page.waitForURL(/measure=state_revenue/);
    await page.locator("figure.chart svg[role=img]").first().waitFor();
    await page.getByLabel("Only claims in conflict").check();
    await page.waitForURL(/conflict=1/);
    await eventually(() => page.locator("tbody .verdict").first().innerText()).toContain("wrong");
    expect(await page.locator("h1").innerText()).toMatch(/conflicts? with the account/);
    await end();
  });

  test("estimates are filtered and sorted in the address", async () => {
    const { page, end } = await bench().open("/example/estimates?measure=workers&year=2012");
    await page.getByRole("button", { name: "Median" }).click();
    await page.waitForURL(/sort=-median/);
    expect(await page.locator("th[aria-sort=descending]").innerText()).toContain("Median");
    expect(await page.locator("tbody th").first().innerText()).toContain("all places");
    await end();
  });

  test("every claim of the case is reached by scrolling its table", async () => {
    const { page, end } = await bench().open("/example/estimates");
    const region = page.locator(".table-tall");
    expect(await region.locator("table").getAttribute("aria-rowcount")).not.toBe("1");
    await region.evaluate((element) => element.scrollTo({ top: element.scrollHeight }));
    const last = Number(await region.locator("table").getAttribute("aria-rowcount"));
    await eventually(() => region.locator(`tr[aria-rowindex="${last}"]`).count()).toBe(1);
    await settled(page);
    await end();
  });

  test("an address of no case says so in words, and leads to the cases there are", async () => {
    const { page } = await bench().open("/nope/claims");
    expect(await page.locator("h1").innerText()).toBe("There is no case “nope”");
    expect(await page.title()).toBe("There is no case “nope” · Tributary");
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.locator("main li a").first().click();
    await page.waitForURL(/\/example$/);
    await eventually(() => page.locator("h1").innerText()).toMatch(/^In \d{4} /);
    // Not ended as other visits: the browser complains of the answer 404, as it should.
    await page.context().close();
  });

  test("a browser that the workbench does not know gets a page to read, its style let in by its digest", async () => {
    const { page } = await bench().open("/example");
    await page.context().clearCookies();
    const answer = await page.goto(`${bench().origin}/example`);
    expect(answer?.status()).toBe(401);
    expect(answer?.headers()["content-security-policy"]).not.toContain("unsafe");
    expect(await page.locator("body").evaluate((body) => getComputedStyle(body).maxWidth)).toBe("544px");
    await page.context().close();
  });
}
