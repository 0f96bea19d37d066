/** Numbers where all threads can read them. */
export function sharedNumbers(numbers: Float64Array): SharedArrayBuffer {
  const buffer = new SharedArrayBuffer(numbers.byteLength);
  new Float64Array(buffer).set(numbers);
  return buffer;
}

/** Numbers one after another in one buffer. */
export function joined(parts: readonly SharedArrayBuffer[]): SharedArrayBuffer {
  const buffer = new SharedArrayBuffer(parts.reduce((sum, part) => sum + part.byteLength, 0));
  let at = 0;
  for (const part of parts) {
    new Uint8Array(buffer).set(new Uint8Array(part), at);
    at += part.byteLength;
  }
  return buffer;
}
