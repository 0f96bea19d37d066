import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { writeWorkCase } from "../cases/work-case.ts";
import { accessibilityFaults, type Bench, eventually, overhang } from "./bench.ts";

const PAGES = [
  ["the estimates of one occupation", "/trades/estimates?measure=in_hand&occupation=logging"],
  ["the claims on pay by occupation", "/trades/claims?measure=in_hand"],
  ["what to find out next of an occupation", "/trades/next-facts?measure=in_hand&occupation=building"],
  ["the trace of an occupation", "/trades?trace=in_hand.XB:logging.2012"],
] as const;

/** A case that tells occupations apart, beside one that does not. */
export function occupationTests(bench: () => Bench): void {
  beforeAll(async () => {
    const folder = join(bench().folder, "trades");
    await writeWorkCase(folder);
    const steps = [
      ["import", folder, "--data", "data"],
      ["reconcile", "--case", "trades", "--data", "data", "--chains", "2", "--draws", "150", "--seed", "7"],
    ];
    for (const step of steps) {
      const { code, err } = await bench().tributary(...step);
      expect(code, `${step[0]}: ${err}`).toBe(0);
    }
  }, 120_000);

  test("estimates are narrowed to an occupation, and their names, fan and address say which", async () => {
    const { page, end } = await bench().open("/trades/estimates?measure=in_hand");
    await eventually(() => page.locator("main").innerText()).toContain("In hand · all places, over the years");
    const filter = page.getByLabel("Occupation");
    expect(await filter.locator("option").allInnerTexts()).toEqual([
      "any",
      "All work",
      "Outdoor work",
      "Logging",
      "Building",
      "Other work",
    ]);
    await filter.selectOption("Logging");
    await eventually(() => page.locator("main").innerText()).toContain(
      "In hand · all places · Logging, over the years",
    );
    expect(page.url()).toContain("occupation=logging");
    await eventually(() => page.getByRole("table").first().innerText()).toContain("In hand · Ordania · Logging · 2012");
    await eventually(() => page.getByRole("table").first().innerText()).not.toContain("Building");
    await filter.selectOption("All work");
    await eventually(() => page.getByRole("table").first().innerText()).toContain("In hand · Ordania · 2012");
    await eventually(() => page.getByRole("table").first().innerText()).not.toContain("Logging");
    await end();
  });

  test("[T1] the trace of all work leads to an occupation and the claim on it", async () => {
    const { page, end } = await bench().open("/trades/estimates?measure=in_hand&trace=in_hand.XB.2012");
    const drawer = page.getByRole("complementary", { name: "Trace" });
    await eventually(() => drawer.locator("[data-trace=formula]").innerText()).toContain("over occupation");
    await drawer.getByRole("button", { name: /In hand · Ordania · Logging · 2012/ }).click();
    await eventually(() => drawer.locator("h2").first().innerText()).toContain("In hand · Ordania · Logging · 2012");
    await eventually(() => drawer.locator("[data-trace=claims]").innerText()).toContain("Fair Hand");
    await end();
  });

  test("claims stand under their place and occupation, and what is finer says so", async () => {
    const { page, end } = await bench().open("/trades/claims?measure=in_hand");
    await eventually(() => page.locator("main").innerText()).toContain("Ordania · Logging");
    const text = await page.getByRole("table").last().innerText();
    expect(text).toContain("loggers");
    expect(text).toContain("plasterers is a part of building: finer than the account's cells");
    await page.getByLabel("Occupation").selectOption("Building");
    await eventually(() => page.locator("h1").innerText()).toBe("In hand: 3 claims");
    expect(page.url()).toContain("occupation=building");
    await end();
  });

  test("the figure to find out more about can be one of an occupation", async () => {
    const { page, end } = await bench().open("/trades/next-facts?measure=in_hand");
    await page.getByLabel("Occupation").selectOption("Building");
    await eventually(() => page.locator("h1").innerText()).toContain("In hand · all places · Building · 2012");
    await end();
  });

  test("a case without occupations has no filter for them", async () => {
    const { page, end } = await bench().open("/example/estimates?measure=in_hand");
    await eventually(() => page.locator("main").innerText()).toContain("over the years");
    expect(await page.getByLabel("Occupation").count()).toBe(0);
    await end();
  });

  describe.each(PAGES)("%s", (_name, path) => {
    test.each([
      [1440, "light"],
      [1440, "dark"],
      [360, "light"],
      [360, "dark"],
    ] as const)("has nothing that axe-core faults and stays in its window at %d px in %s", async (width, theme) => {
      const { page, end } = await bench().look(path, { width, theme });
      expect(await overhang(page)).toBeLessThanOrEqual(0);
      expect(await accessibilityFaults(page)).toEqual([]);
      await end();
    });

    test("is in Korean when Korean is chosen", async () => {
      const { page, end } = await bench().look(path, { language: "ko" });
      expect(await page.locator("html").getAttribute("lang")).toBe("ko");
      if (path.includes("/estimates") || path.includes("/next-facts"))
        expect(await page.getByLabel("직업").count()).toBe(1);
      await end();
    });
  });
}
