/**
 * Gives room for work on so many numbers, the same again for as many as the last time: to make arrays for each of thousands of quantities takes longer than to
 * fill them. Nothing in it may outlive the call that it is for.
 * @example
 * ((room) => room(3) === room(3) && room(3) !== room(4))(workspace((n) => new Float64Array(n))) // => true
 */
export function workspace<T>(make: (n: number) => T): (n: number) => T {
  let held: { readonly n: number; readonly room: T } | undefined;
  return (n) => {
    if (held?.n !== n) held = { n, room: make(n) };
    return held.room;
  };
}
