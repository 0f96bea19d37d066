/** One thing that an RTF file says. `byte` is a character in the code page of its font. */
export type RtfToken =
  | { readonly kind: "open" | "close" }
  | { readonly kind: "word"; readonly name: string; readonly value?: number }
  | { readonly kind: "byte"; readonly byte: number }
  | { readonly kind: "skip"; readonly bytes: number };

const BACKSLASH = 0x5c;
const OPEN = 0x7b;
const CLOSE = 0x7d;

const isLetter = (byte: number) => (byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a);
const isDigit = (byte: number) => byte >= 0x30 && byte <= 0x39;

/** The tokens of an RTF file in their order. */
export function* rtfTokens(bytes: Uint8Array): Generator<RtfToken> {
  let at = 0;
  while (at < bytes.length) {
    const byte = bytes[at] ?? 0;
    if (byte === OPEN || byte === CLOSE) {
      yield { kind: byte === OPEN ? "open" : "close" };
      at++;
    } else if (byte === BACKSLASH) {
      const { token, next } = control(bytes, at + 1);
      if (token !== undefined) yield token;
      // Bytes of a \bin block are no RTF.
      const binary = token?.kind === "word" && token.name === "bin" ? Math.max(0, token.value ?? 0) : 0;
      at = next + binary;
    } else {
      if (byte !== 0x0a && byte !== 0x0d) yield { kind: "byte", byte };
      at++;
    }
  }
}

/** The token after a backslash, and where the next one begins. */
function control(bytes: Uint8Array, at: number): { token?: RtfToken; next: number } {
  const first = bytes[at] ?? 0;
  if (first === 0x27) {
    const byte = Number.parseInt(String.fromCharCode(bytes[at + 1] ?? 0, bytes[at + 2] ?? 0), 16);
    return Number.isNaN(byte) ? { next: at + 1 } : { token: { kind: "byte", byte }, next: at + 3 };
  }
  if (!isLetter(first)) return { token: symbol(first), next: at + 1 };
  let end = at;
  while (end < bytes.length && isLetter(bytes[end] ?? 0)) end++;
  const name = String.fromCharCode(...bytes.subarray(at, Math.min(end, at + 40)));
  let digits = end;
  if (bytes[digits] === 0x2d) digits++;
  while (digits < bytes.length && isDigit(bytes[digits] ?? 0)) digits++;
  const value = Number.parseInt(String.fromCharCode(...bytes.subarray(end, Math.min(digits, end + 12))), 10);
  const next = bytes[digits] === 0x20 ? digits + 1 : digits;
  return { token: { kind: "word", name, ...(Number.isNaN(value) ? {} : { value }) }, next };
}

/** What a backslash with a mark stands for: `\~` a hard space, `\-` nothing, `\{` itself. */
function symbol(byte: number): RtfToken {
  if (byte === 0x2a) return { kind: "word", name: "*" };
  if (byte === 0x7e) return { kind: "word", name: "nbsp" };
  if (byte === 0x5f) return { kind: "byte", byte: 0x2d };
  if (byte === 0x2d) return { kind: "word", name: "softhyphen" };
  if (byte === 0x0a || byte === 0x0d) return { kind: "word", name: "par" };
  return { kind: "byte", byte };
}
