import { resolve } from "node:path";
import { expect, test } from "vitest";
import { docx, pdf } from "../readers/made-files.ts";
import { accessibilityFaults, type Bench, DETACHED, eventually, settled } from "./bench.ts";

/** What a person changes through the pages. */
export function changeTests(bench: () => Bench): void {
  test("language and theme are chosen at the top and stay chosen", async () => {
    const { page, end } = await bench().open("/example");
    await page.getByLabel("Language").selectOption("ko");
    await eventually(() => page.locator("h1").innerText()).toContain("년");
    await page.getByLabel("화면").selectOption("dark");
    await page.reload();
    await settled(page);
    expect(await page.locator("html").getAttribute("data-theme")).toBe("dark");
    expect(await page.locator("h1").innerText()).toContain("해외에서");
    await end();
  });

  test("a copy attached in the page opens its passages in place", async () => {
    const { page, end } = await bench().open(`/example/sources/${DETACHED}`);
    expect(await page.locator("main").innerText()).toContain("No copy is attached");
    const note = await page.locator(".note-words").first().innerText();
    await page.locator("input[type=file]").setInputFiles(resolve(`cases/example/texts/${DETACHED}.txt`));
    await page.locator("mark.passage").first().waitFor();
    expect(await page.locator(".notes").innerText()).toContain(note);
    await end();
  });

  test("documents are added on the Sources page; what cannot be read is told and holds nothing up", async () => {
    const { page } = await bench().open("/example/sources");
    const document = (name: string, bytes: Uint8Array) => ({ name, mimeType: "", buffer: Buffer.from(bytes) });
    await page
      .locator("input[type=file]")
      .setInputFiles([
        document("broken.pdf", Buffer.from("%PDF-1.4 and nothing")),
        document("orchards.docx", docx()),
        document("wages.pdf", pdf([["They were paid 1,200 crowns."]])),
      ]);
    const told = page.locator(".add-documents [role=status]");
    await eventually(() => told.innerText()).toContain("2 read, 1 could not be.");
    expect(await told.innerText()).toMatch(/broken\.pdf: .*damaged/s);
    expect(await told.innerText()).toContain("orchards.docx: added as “Orchard pay”, grade F6");
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole("link", { name: "Orchard pay" }).click();
    await eventually(() => page.locator("main").innerText()).toContain("They were paid 1,200");
    // The browser itself writes a line about the refused file, so that this page may not end without one.
    await page.context().close();
  });

  test("New case is in the menu of cases; a name that cannot be is refused in words", async () => {
    const { page, end } = await bench().open("/example");
    await page.getByRole("button", { name: /Choose a case/ }).click();
    await page.getByRole("menuitem", { name: /New case/ }).click();
    const dialog = page.getByRole("dialog", { name: "New case" });
    await dialog.getByLabel("Title").fill("Seafarers of Port Amaranth");
    expect(await dialog.getByLabel("Short name").inputValue()).toBe("seafarers-of-port-amaranth");
    await dialog.getByRole("button", { name: "Create the case" }).click();
    await page.waitForURL(/\/seafarers-of-port-amaranth/);
    await settled(page);
    expect(await page.locator("main").innerText()).toContain("no claims yet");
    await page.getByRole("link", { name: "Claims", exact: true }).click();
    await eventually(() => page.locator("h1").innerText()).toContain("no claims yet");
    await end();
  });
}
