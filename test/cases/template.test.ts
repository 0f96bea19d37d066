import { describe, expect, test } from "vitest";
import { parseAccount } from "../../src/accounts/parse-account.ts";
import { parsePackage } from "../../src/cases/parse-package.ts";
import { newCase, TEMPLATE_ACCOUNT } from "../../src/cases/template.ts";
import { writePackage } from "../../src/cases/write-package.ts";

describe("newCase", () => {
  test("newCase({ id, title }) gives a package that reads back as it was written", () => {
    const made = newCase({ id: "orchards", title: " Orchards " });
    if (!made.ok) throw new Error("the template is refused");
    expect(made.value.title).toBe("Orchards");
    const files = writePackage(made.value);
    const back = parsePackage(files);
    expect(back.ok ? [] : back.issues).toEqual([]);
    expect(back.ok && back.value).toEqual(made.value);
  });
  test("newCase({ id, title }) carries an account that is in order", () => {
    const account = parseAccount(TEMPLATE_ACCOUNT, "account.yaml");
    expect(account.ok ? [] : account.issues).toEqual([]);
  });
  test("newCase({ id, title }) refuses an id that cannot be a folder and a title of blanks, and says what was expected", () => {
    expect(newCase({ id: "../x", title: "X" })).toMatchObject({ ok: false, issues: [{ field: "id", value: "../x" }] });
    expect(newCase({ id: "x", title: "  " })).toMatchObject({
      ok: false,
      issues: [{ field: "title", expected: "a title" }],
    });
  });
});
