/** What calls a function for each member of a list. */
const VISITS = ["every", "filter", "find", "findIndex", "findLast", "flatMap", "forEach", "map", "some"];

/** The function that a name stands for. */
// biome-ignore lint/suspicious/noExplicitAny: what is put in its place takes and gives whatever it does.
type Any = (...given: any[]) => any;

/**
 * How much work something is, whatever the machine does beside it: the characters that patterns passed over, and the
 * members of lists that were visited by `for … of` or by a function for each. Loops that count, and what the language's
 * own functions do inside (a search in a list, a copy of a string), are not seen.
 */
export function stepsOf(work: () => void): number {
  let steps = 0;
  const put: [object, string, Any][] = [];
  const replace = (owner: object, name: string, made: (old: Any) => Any) => {
    const old: Any = Reflect.get(owner, name);
    put.push([owner, name, old]);
    Reflect.set(owner, name, made(old));
  };
  replace(
    RegExp.prototype,
    "exec",
    (exec) =>
      function (this: RegExp, text: string) {
        const from = this.global || this.sticky ? this.lastIndex : 0;
        const match = exec.call(this, text);
        if (match !== null) steps += match.index + match[0].length - from;
        else steps += this.sticky ? 1 : text.length - from;
        return match;
      },
  );
  for (const name of VISITS)
    replace(
      Array.prototype,
      name,
      (visit) =>
        function (this: unknown[], one: Any, ...rest: unknown[]) {
          return visit.call(
            this,
            (...given: unknown[]) => {
              steps++;
              return one(...given);
            },
            ...rest,
          );
        },
    );
  replace(
    Object.getPrototypeOf([][Symbol.iterator]()),
    "next",
    (next) =>
      function (this: unknown) {
        steps++;
        return next.call(this);
      },
  );
  try {
    work();
  } finally {
    for (const [owner, name, old] of put.reverse()) Reflect.set(owner, name, old);
  }
  return steps;
}
