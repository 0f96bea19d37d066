/** Numbers where all threads can read them. */
export function sharedNumbers(numbers: Float64Array): SharedArrayBuffer {
  const buffer = new SharedArrayBuffer(numbers.byteLength);
  new Float64Array(buffer).set(numbers);
  return buffer;
}
