import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";

/** What a SHA-256 digest looks like in our tables. */
export const DIGEST_PATTERN = "^[0-9a-f]{64}$";

/**
 * The SHA-256 of a text's UTF-8 bytes, as 64 lower-case hex digits.
 * @example
 * sha256Hex("abc").slice(0, 16) // => "ba7816bf8f01cfea"
 */
export function sha256Hex(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}

/**
 * The SHA-256 of bytes, as 64 lower-case hex digits.
 * @example
 * sha256HexOfBytes(new Uint8Array([97, 98, 99])).slice(0, 16) // => "ba7816bf8f01cfea"
 */
export function sha256HexOfBytes(bytes: Uint8Array): string {
  return bytesToHex(sha256(bytes));
}

/**
 * A text with every run of white space folded to one space; nothing is trimmed.
 * @example
 * foldSpaces("a \n\t b ") // => "a b "
 */
export function foldSpaces(text: string): string {
  return text.replace(/\s+/gu, " ");
}
