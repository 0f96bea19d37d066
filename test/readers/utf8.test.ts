import { describe, expect, test } from "vitest";
import { describeBrokenUtf8, findBrokenUtf8 } from "../../src/readers/utf8.ts";

describe("findBrokenUtf8(bytes)", () => {
  test("is absent for text in any language, and for none", () => {
    expect(findBrokenUtf8(Buffer.from("workers, 로동자, рабочие 👷\n"))).toBeUndefined();
    expect(findBrokenUtf8(new Uint8Array())).toBeUndefined();
  });

  test("finds the line, the byte and its place: of another encoding, of what never begins, of what breaks off", () => {
    const before = Buffer.from("id,note\n1,노동\n2,caf");
    const at = before.length;
    expect(findBrokenUtf8(Buffer.concat([before, Buffer.from([0xe9, 0x20, 0x0a])]))).toEqual({
      row: 3,
      offset: at,
      byte: 0xe9,
    });
    expect(findBrokenUtf8(Buffer.concat([before, Buffer.from([0xff, 0x0a])]))).toEqual({
      row: 3,
      offset: at,
      byte: 0xff,
    });
    expect(findBrokenUtf8(Buffer.concat([before, Buffer.from([0xeb, 0x85])]))).toEqual({
      row: 3,
      offset: at,
      byte: 0xeb,
    });
  });

  test("describeBrokenUtf8(broken) names byte and place", () => {
    expect(describeBrokenUtf8({ row: 3, offset: 41, byte: 0x0b })).toBe(
      "text in UTF-8; byte 41 (0x0B) begins no character: save the file as UTF-8",
    );
  });
});
