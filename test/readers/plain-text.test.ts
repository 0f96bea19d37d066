import { describe, expect, test } from "vitest";
import { plainText } from "../../src/readers/plain-text.ts";

const bytes = (text: string, encoding: BufferEncoding = "utf8") => new Uint8Array(Buffer.from(text, encoding));
const read = (from: Uint8Array, mediaType?: string) => {
  const parsed = plainText(from, mediaType);
  return parsed.ok ? parsed.value.text : parsed.issues[0];
};

describe("plainText(bytes, mediaType)", () => {
  test("reads UTF-8, drops its byte order mark and makes line ends LF", () => {
    expect(read(bytes("\uFEFFone\r\ntwo\rthree\n한👷"))).toBe("one\ntwo\nthree\n한👷");
    expect(read(bytes(""))).toBe("");
  });

  test("reads UTF-16 of either byte order that says so", () => {
    expect(read(bytes("\uFEFFone\r\n한👷", "utf16le"))).toBe("one\n한👷");
    expect(read(new Uint8Array([0xfe, 0xff, 0x00, 0x61, 0xd5, 0x5c]))).toBe("a한");
  });

  test("refuses UTF-8 that is damaged, with the line", () => {
    expect(read(bytes("one\ntwo\nthr\xe9e\n", "latin1"))).toMatchObject({ file: "copy", row: 3 });
    expect(read(new Uint8Array([0x61, 0xed, 0x95]))).toMatchObject({ row: 1 });
  });

  test("refuses UTF-16 that breaks off, UTF-16 without a mark, UTF-32 and binary files", () => {
    expect(read(new Uint8Array([0xff, 0xfe, 0x61]))).toMatchObject({ expected: expect.stringContaining("UTF-16") });
    expect(read(bytes("abc", "utf16le"))).toMatchObject({ expected: expect.stringContaining("zero bytes") });
    expect(read(new Uint8Array([0xff, 0xfe, 0, 0, 0x61, 0, 0, 0]))).toMatchObject({
      expected: expect.stringContaining("UTF-32"),
    });
    expect(read(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0]))).toMatchObject({ file: "copy" });
  });

  test("goes by the media type where one is given", () => {
    expect(plainText(bytes("a"), "text/markdown; charset=utf-8")).toMatchObject({
      ok: true,
      value: { mediaType: "text/markdown" },
    });
    expect(plainText(bytes("a"), "application/octet-stream")).toMatchObject({
      ok: true,
      value: { mediaType: "text/plain" },
    });
    expect(read(bytes("%PDF-1.7"), "application/pdf")).toMatchObject({
      value: "application/pdf",
      expected: "a text file (.txt or .md)",
    });
  });
});
