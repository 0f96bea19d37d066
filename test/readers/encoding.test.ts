import { describe, expect, test } from "vitest";
import { decodeText } from "../../src/readers/encoding.ts";
import { bytesOf, encode, latin } from "./made-files.ts";

const KOREAN =
  "과수원에서 일한 노동자들은 한 달에 천이백 크라운을 받았다고 한다. 그들은 그 가운데 삼분의 일도 가지지 못했다.";
const RUSSIAN =
  "Рабочие садов получали, по словам бригадира, тысячу двести крон в месяц; себе они оставляли не более трети.";
const CHINESE = "果园的工人说，他们每个月的工资是一千二百元，但是他们自己只能得到其中的三分之一，其他的都要上交。";
const TAIWAN = "果園的工人說，他們每個月的薪資是一千二百元，但是他們自己只能得到其中的三分之一，其他的都要上交。";
const JAPANESE =
  "果樹園で働いた労働者たちは、一か月に千二百クラウンを受け取ったという。手元に残ったのはその三分の一だけだった。";
const FRENCH =
  "Les ouvriers des vergers étaient payés, à ce qu’on dit, mille deux cents couronnes ; le reste était gardé par l’État.";

const taken = (bytes: Uint8Array, declared?: string) => {
  const decoded = decodeText(bytes, declared);
  return decoded === undefined ? undefined : [decoded.encoding, decoded.by, decoded.text];
};

describe("decodeText(bytes, declared)", () => {
  test("[D4] takes the encoding of a byte order mark, and drops the mark", () => {
    expect(taken(bytesOf(`\uFEFF${KOREAN}`, "utf16le"))).toEqual(["utf-16le", "byte order mark", KOREAN]);
    expect(taken(bytesOf(`\uFEFF${RUSSIAN}`))).toEqual(["utf-8", "byte order mark", RUSSIAN]);
    expect(taken(new Uint8Array([0xfe, 0xff, 0x00, 0x61, 0xd5, 0x5c]))).toEqual(["utf-16be", "byte order mark", "a한"]);
    expect(taken(new Uint8Array([0xff, 0xfe, 0x61]))).toBeUndefined();
    expect(taken(new Uint8Array([0xff, 0xfe, 0, 0, 0x61, 0, 0, 0]))).toBeUndefined();
  });

  for (const [text, encoding] of [
    [KOREAN, "euc-kr"],
    [CHINESE, "gb18030"],
    [TAIWAN, "big5"],
    [JAPANESE, "shift_jis"],
    [RUSSIAN, "windows-1251"],
    [RUSSIAN, "koi8-r"],
    [FRENCH, "windows-1252"],
  ] as const)
    test(`[D4] tells ${encoding} by its letters, long or short`, () => {
      expect(taken(encode(text, encoding))).toEqual([encoding, "letters", text]);
      const short = text.slice(10, 40);
      expect(taken(encode(short, encoding))).toEqual([encoding, "letters", short]);
      const within = `Annex 4 of the report, page 12: ${text}`;
      expect(taken(encode(within, encoding))?.[0]).toBe(encoding);
    });

  test("takes valid UTF-8 for UTF-8, and UTF-16 without a mark by its zero bytes", () => {
    expect(taken(bytesOf(KOREAN))).toEqual(["utf-8", "validity", KOREAN]);
    expect(taken(bytesOf("Paid 1,200 crowns", "utf16le"))).toEqual(["utf-16le", "letters", "Paid 1,200 crowns"]);
  });

  test("takes what a file declares when the bytes fit it, and no other", () => {
    expect(taken(encode(RUSSIAN, "koi8-r"), "koi8-r")?.slice(0, 2)).toEqual(["koi8-r", "declared"]);
    expect(taken(encode(KOREAN, "euc-kr"), "utf-8")?.slice(0, 2)).toEqual(["euc-kr", "letters"]);
    expect(taken(bytesOf(KOREAN), "no-such-encoding")?.[0]).toBe("utf-8");
  });

  test("takes nothing for bytes that fit no language", () => {
    const noise = Uint8Array.from({ length: 4000 }, (_, index) => (index * index * 31 + index * 7) % 256);
    expect(taken(noise)).toBeUndefined();
    expect(taken(latin("\x80\x81\x82\x83\x84\x85\x86\x87\x88\x89"))).toBeUndefined();
  });
});
