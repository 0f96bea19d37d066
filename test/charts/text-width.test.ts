import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { textWidth, truncated, wrapped } from "../../src/web/charts/text-width.ts";

describe("text in pictures", () => {
  it("textWidth counts Hangul as about twice a Latin letter", () => {
    expect(textWidth("노동자", 12)).toBeGreaterThan(textWidth("abc", 12) * 1.4);
  });

  it("truncated fits its width and says with an ellipsis that it was cut", () => {
    const text = truncated("International Network for the Human Rights", 12, 100);
    expect(text.endsWith("…")).toBe(true);
    expect(textWidth(text, 12)).toBeLessThanOrEqual(100);
  });

  it("wrapped never gives more lines than asked for, and none wider than asked for", () => {
    fc.assert(
      fc.property(
        fc.lorem({ maxCount: 30 }),
        fc.integer({ min: 40, max: 300 }),
        fc.integer({ min: 1, max: 4 }),
        (text, width, most) => {
          const lines = wrapped(text, 12, width, most);
          expect(lines.length).toBeLessThanOrEqual(most);
          for (const line of lines) expect(textWidth(line, 12)).toBeLessThanOrEqual(width + 1e-9);
        },
      ),
    );
  });

  it("wrapped keeps every word where there is room", () => {
    expect(wrapped("one two three", 10, 1000, 2)).toEqual(["one two three"]);
    expect(wrapped("one two three", 10, 36, 3).join(" ")).toBe("one two three");
  });
});
