import { describe, expect, test } from "vitest";
import { accessibilityFaults, type Bench, DETACHED, overhang } from "./bench.ts";

const PAGES = [
  ["the overview", "/example?year=2012"],
  ["the sources", "/example/sources"],
  ["a source with its text", "/example/sources/aldren-2013"],
  ["a source without a copy", `/example/sources/${DETACHED}`],
  ["the claims", "/example/claims"],
  ["the claims of one measure", "/example/claims?measure=workers"],
  ["the proposals", "/example/proposals"],
  ["the numbers that are claims already", "/example/proposals?source=aldren-2013&status=claimed"],
  ["the findings", "/example/audit"],
  ["the estimates", "/example/estimates?measure=workers"],
  ["the estimates of a year", "/example/estimates?measure=workers&year=2012"],
  ["the conflicts", "/example/conflicts"],
  ["what if", "/example/conflicts?off=ca29205cf3e66&origins=cb862c6853822"],
  ["what to find out next", "/example/next-facts"],
  ["a trace", "/example?trace=months"],
] as const;

/** Who cannot see, hold a mouse or afford a large screen can use every page. */
export function reachTests(bench: () => Bench): void {
  describe.each(PAGES)("%s", (_name, path) => {
    test.each(["light", "dark"] as const)("has nothing that axe-core faults in %s", async (theme) => {
      const { page, end } = await bench().look(path, { theme });
      expect(await accessibilityFaults(page)).toEqual([]);
      await end();
    });

    test("reads at 360 px without scrolling sideways", async () => {
      const { page, end } = await bench().look(path, { width: 360 });
      expect(await overhang(page)).toBeLessThanOrEqual(0);
      expect(await accessibilityFaults(page)).toEqual([]);
      await end();
    });

    test("is in Korean when Korean is chosen", async () => {
      const { page, end } = await bench().look(path, { language: "ko" });
      expect(await page.locator("html").getAttribute("lang")).toBe("ko");
      expect(await page.getByRole("navigation").first().innerText()).toContain("개요");
      expect(await page.title()).toMatch(/Tributary$/);
      await end();
    });
  });
}
